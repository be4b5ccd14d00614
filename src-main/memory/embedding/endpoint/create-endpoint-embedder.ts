import OpenAI, { APIConnectionError, APIError } from 'openai'
import { messageOf } from '../../../vocabulary/errors.ts'
import { type Embedder, EmbedderError } from '../embedder.ts'
import { createWorkQueue } from '../work-queue.ts'

export interface EndpointChoice {
  readonly baseUrl: string
  readonly name: string
  readonly apiKey: string
  /** Asked of models that can shorten their vectors. What comes in another is refused. */
  readonly dimension?: number
}

const BATCH = 64
const CAPACITY = 2_000
const TIMEOUT_MS = 30_000
const CHARACTERS_SENT = 20_000

/** Any OpenAI-compatible `/embeddings` endpoint. Its dimension is learnt by a first question. Throws EmbedderError. */
export async function createEndpointEmbedder(choice: EndpointChoice): Promise<Embedder> {
  const { baseUrl, name, dimension } = choice
  const client = new OpenAI({
    baseURL: baseUrl,
    apiKey: choice.apiKey || 'none',
    maxRetries: 2,
    timeout: TIMEOUT_MS,
  })
  const ending = new AbortController()
  const nonsense = (what: string) =>
    new EmbedderError('bad-embeddings', `The embeddings endpoint ${baseUrl} answered with ${what}`, {
      passing: false,
      fix: `Check in Settings > Memory that "${name}" is an embedding model of that endpoint.`,
    })

  const ask = async (texts: readonly string[], expected = dimension): Promise<Float32Array[]> => {
    const input = texts.map((text) => text.slice(0, CHARACTERS_SENT))
    const answer = await client.embeddings
      .create(
        {
          model: name,
          input,
          encoding_format: 'float',
          ...(dimension === undefined ? {} : { dimensions: dimension }),
        },
        { signal: ending.signal },
      )
      .catch((error) => {
        throw refusal(baseUrl, error)
      })
    // typed by what should come; what does come is anything
    const said = answer as { data?: unknown } | null | undefined
    const data: readonly unknown[] = Array.isArray(said?.data) ? said.data : []
    if (data.length !== texts.length) throw nonsense(`${data.length} vectors for ${texts.length} texts`)
    const vectors = new Array<Float32Array>(texts.length)
    data.forEach((entry, place) => {
      const { embedding, index } = (entry ?? {}) as { embedding?: unknown; index?: number }
      vectors[index ?? place] = normalise(embedding, nonsense)
    })
    const wanted = expected ?? vectors[0]?.length
    for (const vector of vectors) {
      if (!vector) throw nonsense('a vector missing')
      if (vector.length !== wanted)
        throw nonsense(`a vector of ${vector.length} numbers where ${wanted} were expected`)
    }
    return vectors
  }

  const learnt = (await ask(['dimension']))[0]?.length ?? 0
  let working = false
  const queue = createWorkQueue({ batch: BATCH, capacity: CAPACITY, wake: () => void work() })
  const work = async (): Promise<void> => {
    if (working) return
    working = true
    for (let batch = queue.take(); batch; batch = queue.take()) {
      try {
        queue.done(batch, await ask(batch.texts, learnt))
      } catch (error) {
        queue.failed(batch, error)
      }
    }
    working = false
  }

  return {
    id: `openai/${name}`,
    dimension: learnt,
    embed: (texts, options = {}) => queue.add(texts, options),
    close: async () => {
      queue.close(new EmbedderError('embedder-closed', 'The embedder is closed', { passing: false }))
      ending.abort()
    },
  }
}

function normalise(numbers: unknown, nonsense: (what: string) => EmbedderError): Float32Array {
  if (!Array.isArray(numbers) || numbers.length === 0 || !numbers.every(Number.isFinite))
    throw nonsense('something that is not a list of numbers')
  const length = Math.hypot(...(numbers as number[]))
  if (length === 0) throw nonsense('a vector of length 0')
  return Float32Array.from(numbers as number[], (number) => number / length)
}

function refusal(baseUrl: string, error: unknown): EmbedderError {
  const status = error instanceof APIError ? error.status : undefined
  const passing = error instanceof APIConnectionError || status === 429 || (status ?? 0) >= 500
  return new EmbedderError(
    'embeddings-refused',
    `The embeddings endpoint ${baseUrl} cannot be used: ${innermost(error)}`,
    {
      passing,
      fix: passing
        ? 'It is asked again by itself; memory is searched by words until then.'
        : 'Check address, model name and key in Settings > Memory.',
      cause: error,
    },
  )
}

/** The client says "Connection error."; what really happened is in its causes. */
function innermost(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  if (cause instanceof AggregateError && cause.errors.length > 0) return messageOf(cause.errors[0])
  return cause instanceof Error ? innermost(cause) : messageOf(error)
}

import type { OpenAI } from 'openai'
import { type Clock, systemClock } from '../../../vocabulary/clock.ts'
import type { FittedRequest } from '../../context/fitted-request.ts'
import { type Model, ModelError, type ModelRequest } from '../../model.ts'
import { readStream } from './read-stream.ts'
import { fitForOpenAi } from './render-fitted.ts'
import { renderFunctions } from './render-functions.ts'
import { renderMessages } from './render-messages.ts'
import { mapToolNames, type ToolNames } from './tool-names.ts'

export interface OpenAiOptions {
  /** Servers on the own machine mostly want none. */
  readonly apiKey?: string
  /** Up to and including the version, e.g. `http://127.0.0.1:11434/v1`. */
  readonly baseUrl: string
  readonly model: string
  /** Longest silence before and between the parts of an answer, in ms. */
  readonly timeoutMs?: number
  /** Tokens of a request, at the most; default 24 000. */
  readonly budgetTokens?: number
  readonly clock?: Clock
}

const LONGEST_SILENCE_MS = 120_000

/**
 * Any endpoint that speaks OpenAI's chat completions with streaming and tools. The client never repeats a call itself:
 * the loop does, durably. Throws ModelError only.
 */
export function createOpenAiModel(options: OpenAiOptions): Model {
  const { model, baseUrl, clock = systemClock, timeoutMs = LONGEST_SILENCE_MS } = options
  let client: OpenAI | undefined
  // loaded with the first call: it is large, and without a model nobody wants it
  const connect = async () => {
    const library = await import('openai')
    client ??= new library.OpenAI({
      apiKey: options.apiKey || 'none',
      baseURL: baseUrl,
      organization: null,
      project: null,
      maxRetries: 0,
      timeout: 2_147_483_647, // silence is watched here, before and between the chunks alike
      logLevel: 'off',
    })
    return client
  }
  const fitted = new WeakMap<ModelRequest, FittedRequest>()
  const fit = (request: ModelRequest): FittedRequest => {
    const known = fitted.get(request) ?? fitForOpenAi(request, options.budgetTokens)
    fitted.set(request, known)
    return known
  }
  return {
    id: `openai/${model}`,
    fit,
    async *respond(request, signal) {
      const names = mapToolNames(request.tools.map(({ name }) => name).sort())
      const silence = watchSilence(signal, timeoutMs, clock)
      try {
        const chunks = await (await connect()).chat.completions.create(
          renderBody(fit(request).request, names, model),
          {
            signal: silence.signal,
          },
        )
        const { callId } = request.call
        yield* readStream(silence.watch(chunks), { callId, canPlan: request.canPlan, names })
      } catch (error) {
        const { explainFailure } = await import('./explain-failure.ts')
        throw silence.failure(baseUrl) ?? explainFailure(error, { baseUrl, model }, clock.now())
      } finally {
        silence.end()
      }
    },
  }
}

function renderBody(
  request: ModelRequest,
  names: ToolNames,
  model: string,
): OpenAI.ChatCompletionCreateParamsStreaming {
  const functions = renderFunctions(request, names)
  return {
    model,
    messages: renderMessages(request, names),
    stream: true,
    stream_options: { include_usage: true },
    ...(functions.length > 0 ? { tools: functions.map((fn) => ({ type: 'function', function: fn })) } : {}),
  }
}

/** Aborts when the caller does, or when nothing was heard for `timeoutMs`; and tells afterwards which of them it was. */
function watchSilence(signal: AbortSignal, timeoutMs: number, clock: Clock) {
  const controller = new AbortController()
  let silent = false
  const giveUp = () => {
    silent = true
    controller.abort()
  }
  let disarm = clock.after(timeoutMs, giveUp)
  const onAbort = () => controller.abort()
  if (signal.aborted) onAbort()
  signal.addEventListener('abort', onAbort, { once: true })
  return {
    signal: controller.signal,
    async *watch<Chunk>(chunks: AsyncIterable<Chunk>): AsyncIterable<Chunk> {
      for await (const chunk of chunks) {
        disarm()
        disarm = clock.after(timeoutMs, giveUp)
        yield chunk
      }
      // the client ends an aborted stream without a word
      if (controller.signal.aborted) throw new Error('aborted')
    },
    failure: (baseUrl: string): ModelError | undefined => {
      if (signal.aborted) return new ModelError('aborted', 'The model call was aborted', { retryable: false })
      if (!silent) return undefined
      return new ModelError(
        'timeout',
        `The model endpoint at ${baseUrl} was silent for ${timeoutMs / 1_000} s`,
        {
          retryable: true,
          fix: 'Check that the server is not overloaded; the call is made again by itself.',
        },
      )
    },
    end: () => {
      disarm()
      signal.removeEventListener('abort', onAbort)
    },
  }
}

/** What a live test asks: the cheapest question that proves address, key and model. */
export async function probeOpenAi(options: OpenAiOptions, signal: AbortSignal): Promise<void> {
  const model = createOpenAiModel(options)
  const request: ModelRequest = {
    call: { runId: 'probe', taskId: 'probe', callId: 'probe', attempt: 1 },
    now: new Date(0).toISOString(),
    timeZone: 'UTC',
    home: '/',
    goal: 'Answer with the word "ready".',
    intent: { clauses: [] },
    canPlan: false,
    plan: [],
    history: [],
    inputs: [],
    memory: [],
    thread: [],
    tools: [],
  }
  for await (const event of model.respond(request, signal)) {
    if (event.type === 'text') return
  }
}

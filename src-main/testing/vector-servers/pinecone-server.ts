import { createServer, type IncomingMessage, type Server } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { freePort } from './free-port.ts'
import { PineconeControl } from './pinecone-control.ts'
import { pineconeData } from './pinecone-data.ts'
import { INVALID_ARGUMENT, NOT_FOUND, PineconeRefusal } from './pinecone-refusal.ts'

/** Pinecone's REST interface at 127.0.0.1, which can be stopped and started again with what it holds. */
export interface PineconeServer {
  /** Of its control plane; an index answers at the host that it tells. */
  readonly url: string
  readonly apiKey: string
  readonly control: PineconeControl
  readonly requests: readonly RecordedRequest[]
  /** What every request is answered with from now on; without it, as it should be. */
  answerWith(answer?: PineconeRefusal): void
  start(): Promise<void>
  stop(): Promise<void>
}

interface RecordedRequest {
  /** Method and path. */
  readonly line: string
  readonly bytes: number
  readonly body: unknown
}

const API_VERSION = '2026-07'
const BYTES_MOST = 2_000_000
const API_KEY = 'pcsk_local-key-of-the-test'

/** `lag`: so many looks pass until a change shows. */
export async function startPineconeServer({ lag = 0 } = {}): Promise<PineconeServer> {
  const port = await freePort()
  const host = `127.0.0.1:${port}`
  const control = new PineconeControl(() => host)
  const requests: RecordedRequest[] = []
  let refusal: PineconeRefusal | undefined
  let server: Server | undefined

  const answer = async (request: IncomingMessage): Promise<object> => {
    const text = (await buffer(request)).toString()
    const { pathname, searchParams } = new URL(request.url ?? '/', `http://${host}`)
    const line = `${request.method} ${pathname}`
    const body = text === '' ? undefined : bodyOf(text)
    requests.push({ line, bytes: Buffer.byteLength(text), body })
    assertHeaders(request)
    if (refusal) throw refusal
    if (line === 'GET /indexes') return control.list()
    if (line === 'POST /indexes') return control.create(body)
    const [, plane, name = '', ...rest] = pathname.split('/')
    if (request.method === 'GET' && plane === 'indexes' && rest.length === 0) return control.describe(name)
    const index = plane === 'on' ? control.indexes.get(name) : undefined
    if (!index) throw new PineconeRefusal(404, NOT_FOUND, 'Not found')
    if (Buffer.byteLength(text) > BYTES_MOST)
      throw new PineconeRefusal(
        400,
        INVALID_ARGUMENT,
        'Request size exceeds the maximum supported size of 2MB',
      )
    const data = pineconeData(control, index, lag)
    switch (`${request.method} /${rest.join('/')}`) {
      case 'POST /vectors/upsert':
        return data.upsert(body)
      case 'POST /query':
        return data.query(body)
      case 'GET /vectors/fetch':
        return data.fetch(searchParams)
      case 'POST /vectors/delete':
        return data.delete(body)
      case 'POST /describe_index_stats':
        return data.stats(body)
      default:
        throw new PineconeRefusal(404, NOT_FOUND, 'Not found')
    }
  }

  const start = async () => {
    if (server) return
    const starting = createServer((request, response) => {
      const send = (status: number, body: object | string) => {
        const isText = typeof body === 'string'
        response.writeHead(status, { 'content-type': isText ? 'text/plain' : 'application/json' })
        response.end(isText ? body : JSON.stringify(body))
      }
      answer(request).then(
        (body) => send(request.url === '/indexes' && request.method === 'POST' ? 201 : 200, body),
        (error: unknown) =>
          error instanceof PineconeRefusal
            ? send(error.status, error.body())
            : send(500, `the server of the test threw: ${String(error)}`),
      )
    })
    server = starting
    await new Promise<void>((resolve, reject) =>
      starting.once('error', reject).listen(port, '127.0.0.1', resolve),
    )
  }
  const stop = async () => {
    const running = server
    server = undefined
    if (!running) return
    const closed = new Promise((resolve) => running.close(resolve))
    running.closeAllConnections()
    await closed
  }
  await start()
  return {
    url: `http://${host}`,
    apiKey: API_KEY,
    control,
    requests,
    answerWith: (answer) => {
      refusal = answer
    },
    start,
    stop,
  }
}

function assertHeaders({ method, headers }: IncomingMessage): void {
  if (headers['api-key'] !== API_KEY) throw new PineconeRefusal(401, undefined, 'Invalid API Key')
  if (headers['x-pinecone-api-version'] !== API_VERSION)
    throw new PineconeRefusal(400, INVALID_ARGUMENT, `X-Pinecone-Api-Version must be ${API_VERSION}`)
  if (method === 'POST' && !headers['content-type']?.startsWith('application/json'))
    throw new PineconeRefusal(400, INVALID_ARGUMENT, 'Content-Type must be application/json')
}

function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) throw new PineconeRefusal(400, INVALID_ARGUMENT, error.message)
    throw error
  }
}

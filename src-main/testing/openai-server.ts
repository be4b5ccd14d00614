import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { OpenAI } from 'openai'
import { onTestFinished } from 'vitest'

export type ChatBody = OpenAI.ChatCompletionCreateParamsStreaming

/** What the endpoint says to one call. Arguments as a string go out as they are, malformed or not. */
export type Reply =
  | {
      readonly text?: string
      readonly calls?: readonly {
        readonly name: string
        readonly arguments: string | object
        readonly id?: string
      }[]
      readonly usage?: { readonly prompt: number; readonly completion: number }
      /** 'cut' drops the connection after half of it, 'unfinished' ends without a finish reason, 'hang' falls silent. */
      readonly fault?: 'cut' | 'unfinished' | 'hang'
      readonly finish?: 'length' | 'content_filter'
    }
  | {
      readonly status: number
      readonly error: string
      readonly code?: string
      readonly headers?: Record<string, string>
    }

export interface RecordedRequest {
  readonly body: ChatBody
  readonly authorization: string | undefined
}

export interface OpenAiServer {
  readonly baseUrl: string
  /** All calls so far, in order of arrival. */
  readonly requests: readonly RecordedRequest[]
  close(): Promise<void>
}

/**
 * A real endpoint at 127.0.0.1 that speaks chat completions with server-sent events. `respond` is asked for each call
 * with its body and its number from 0, so that a script can branch on the thread. Like strict endpoints it answers 400
 * where a history breaks the protocol.
 */
export async function startOpenAiServer(
  respond: (body: ChatBody, index: number) => Reply | Promise<Reply>,
): Promise<OpenAiServer> {
  const requests: RecordedRequest[] = []
  const server = createServer((request, response) => {
    void readBody(request)
      .then(async (body) => {
        requests.push({ body, authorization: request.headers.authorization })
        const broken = request.url?.endsWith('/chat/completions')
          ? breach(body)
          : `no such path ${request.url}`
        if (broken) return refuse(response, { status: 400, error: broken })
        const reply = await respond(body, requests.length - 1)
        return 'status' in reply ? refuse(response, reply) : stream(response, body, reply)
      })
      .catch((error: unknown) =>
        refuse(response, { status: 500, error: `the script threw: ${String(error)}` }),
      )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { baseUrl: `http://127.0.0.1:${port}/v1`, requests, close }
}

/** The same for the test that calls; it is closed when the test is over. */
export async function openAiServerForTest(
  respond: (body: ChatBody, index: number) => Reply | Promise<Reply>,
): Promise<OpenAiServer> {
  const server = await startOpenAiServer(respond)
  onTestFinished(server.close)
  return server
}

async function readBody(request: IncomingMessage): Promise<ChatBody> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return JSON.parse(Buffer.concat(parts).toString('utf8')) as ChatBody
}

/** What is wrong with a request by the protocol's own rules. */
function breach({ stream: streams, messages, tools = [] }: ChatBody): string | undefined {
  if (!streams) return 'only streaming is served here'
  const misnamed = tools.find((tool) => tool.type === 'function' && !/^[\w-]{1,64}$/.test(tool.function.name))
  if (misnamed) return `bad function name in ${JSON.stringify(misnamed)}`
  for (const [index, message] of messages.entries()) {
    if (message.role !== 'assistant' || !message.tool_calls) continue
    const ids = message.tool_calls.map(({ id }) => id)
    const answers = messages.slice(index + 1, index + 1 + ids.length)
    const answered = answers.map((answer) => (answer.role === 'tool' ? answer.tool_call_id : undefined))
    if (ids.some((id) => !answered.includes(id)))
      return `tool calls ${ids.join(', ')} are not each followed by a result`
    const badArguments = message.tool_calls.find(
      (call) => call.type === 'function' && !isObject(call.function.arguments),
    )
    if (badArguments) return `arguments of ${badArguments.id} are not a JSON object`
  }
  return undefined
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}

function refuse(
  response: ServerResponse,
  { status, error, code, headers }: Extract<Reply, { status: number }>,
) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify({ error: { message: error, type: 'error', code: code ?? null } }))
}

function stream(
  response: ServerResponse,
  { model, stream_options }: ChatBody,
  reply: Exclude<Reply, { status: number }>,
) {
  const { text = '', calls = [], usage = { prompt: 10, completion: 5 }, fault } = reply
  const head = { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 0, model }
  const chunk = (delta: object, finish: string | null = null) => ({
    ...head,
    choices: [{ index: 0, delta, finish_reason: finish }],
  })
  const chunks: object[] = [
    chunk({ role: 'assistant', content: '' }),
    ...inPieces(text).map((content) => chunk({ content })),
    ...calls.flatMap((call, index) => callChunks(call, index).map((part) => chunk({ tool_calls: [part] }))),
  ]
  const sent = fault === 'cut' ? chunks.slice(0, Math.ceil(chunks.length / 2)) : chunks
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  const write = (data: object) => response.write(`data: ${JSON.stringify(data)}\n\n`)
  for (const data of sent) write(data)
  if (fault === 'hang') return
  if (fault === 'cut') return void response.write(': ', () => response.destroy())
  if (fault === 'unfinished') return void response.end()
  write(chunk({}, reply.finish ?? (calls.length > 0 ? 'tool_calls' : 'stop')))
  if (stream_options?.include_usage) {
    const { prompt, completion } = usage
    const total = { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion }
    write({ ...head, choices: [], usage: total })
  }
  response.end('data: [DONE]\n\n')
}

function callChunks(
  call: { name: string; arguments: string | object; id?: string },
  index: number,
): object[] {
  const text = typeof call.arguments === 'string' ? call.arguments : JSON.stringify(call.arguments)
  const name = call.name.replaceAll('.', '_')
  return [
    { index, id: call.id ?? `call_${index}`, type: 'function', function: { name, arguments: '' } },
    ...inPieces(text).map((part) => ({ index, function: { arguments: part } })),
  ]
}

const inPieces = (text: string): string[] => text.match(/[\s\S]{1,12}/g) ?? []

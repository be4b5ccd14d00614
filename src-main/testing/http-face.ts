import { request as httpRequest } from 'node:http'
import { onTestFinished } from 'vitest'
import type { AdjutantOptions } from '../adjutant.ts'
import { type Server, startServer } from '../server/server.ts'
import { type AgentUnderTest, agentUnderTest } from './agent-under-test.ts'

export const TEST_TOKEN = 'a-token-of-the-test'

export interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  // biome-ignore lint/suspicious/noExplicitAny: bodies of all routes, looked at by the test's expectations
  readonly body: any
}

export interface HttpFace extends AgentUnderTest {
  readonly server: Server
  /** With the token unless `headers` say otherwise; an object as `body` goes as JSON. */
  request(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answered>
}

/** The whole agent behind its real server at a loopback address. */
export async function httpFace(
  options: Parameters<typeof agentUnderTest>[0] &
    Partial<AdjutantOptions> & { interfaceFolder?: string } = {},
): Promise<HttpFace> {
  const { interfaceFolder, ...rest } = options
  const agent = await agentUnderTest(rest)
  const server = await startServer({
    operator: agent.agent.operator,
    token: TEST_TOKEN,
    port: 0,
    ...(interfaceFolder === undefined ? {} : { interfaceFolder }),
  })
  onTestFinished(server.close)
  const authorization = `Bearer ${TEST_TOKEN}`
  return {
    ...agent,
    server,
    request: (method, path, body, headers = { authorization }) => send(server, method, path, body, headers),
  }
}

/** Plain HTTP, so that a test may send any Host and Origin. */
function send(
  { address }: Server,
  method: string,
  path: string,
  body: unknown,
  headers: Record<string, string>,
): Promise<Answered> {
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
  const json = text === undefined ? {} : { 'content-type': 'application/json' }
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      new URL(path, address),
      { method, headers: { ...json, ...headers } },
      (response) => {
        let answer = ''
        response.setEncoding('utf8')
        response.on('data', (part) => {
          answer += part
        })
        response.on('end', () => {
          const isJson = String(response.headers['content-type']).includes('json')
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: isJson ? JSON.parse(answer) : answer,
          })
        })
      },
    )
    sent.on('error', reject)
    sent.end(text)
  })
}

import type { buildConnector, Dispatcher } from 'undici'
import { messageOf, ToolError } from '../../../vocabulary/errors.ts'
import type { CheckedTarget } from '../guard/guard.ts'
import { pinnedLookup } from './pinned-lookup.ts'
import { ACCEPTED_CODINGS, readBody } from './read-body.ts'

export interface OneRequest {
  readonly method: Dispatcher.HttpMethod
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}

export interface OneResponse {
  readonly status: number
  /** Lower-case names; of a repeated header the first. */
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Buffer
}

export interface Deadline {
  readonly signal: AbortSignal
  /** Whether it was time that ran out, not the caller that gave up. */
  readonly timedOut: () => boolean
  readonly seconds: number
}

/**
 * One exchange with one server, redirects left alone. The connection goes to a checked address and to no other,
 * whatever the name resolves to by now. Throws ToolError: 'connection-failed', 'connection-lost', 'timeout', 'aborted',
 * 'too-large'; `effectUncertain` where a request that may have changed something had left.
 */
export async function sendRequest(
  { url, addresses }: CheckedTarget,
  request: OneRequest,
  deadline: Deadline,
  maxBytes: number,
): Promise<OneResponse> {
  const progress = { connected: false }
  // loaded with the first request: it is large, and most starts need none
  const undici = await import('undici')
  const connect = pinnedConnector(undici.buildConnector, addresses, progress)
  const agent = new undici.Agent({ connect, maxResponseSize: -1 })
  try {
    const response = await agent.request({
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method: request.method,
      headers: { 'accept-encoding': ACCEPTED_CODINGS, ...request.headers },
      ...(request.body === undefined ? {} : { body: request.body }),
      signal: deadline.signal,
    })
    const headers = firstOfEach(response.headers)
    const length = headers['content-length']
    const bytes = await readBody(
      {
        url: url.href,
        body: response.body,
        coding: request.method === 'HEAD' ? undefined : headers['content-encoding'],
        length: length === undefined || request.method === 'HEAD' ? undefined : Number(length),
      },
      maxBytes,
    )
    return { status: response.statusCode, headers, bytes }
  } catch (error) {
    throw explain(error, url, request, progress.connected, deadline)
  } finally {
    await agent.destroy()
  }
}

/** Connects to the given addresses only, and notes that it did. */
function pinnedConnector(
  build: typeof buildConnector,
  addresses: readonly string[],
  progress: { connected: boolean },
): buildConnector.connector {
  const connect = build({ autoSelectFamily: true, lookup: pinnedLookup(addresses) })
  return (options, callback) =>
    connect(options, (...outcome) => {
      progress.connected = outcome[0] === null
      callback(...outcome)
    })
}

function firstOfEach(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => {
      const first = Array.isArray(value) ? value[0] : value
      return first === undefined ? [] : [[name.toLowerCase(), first]]
    }),
  )
}

function explain(
  error: unknown,
  url: URL,
  { method }: OneRequest,
  connected: boolean,
  deadline: Deadline,
): ToolError {
  const effectUncertain = connected && method !== 'GET' && method !== 'HEAD'
  if (error instanceof ToolError) {
    return effectUncertain
      ? new ToolError(error.code, error.message, { effectUncertain, cause: error })
      : error
  }
  if (deadline.timedOut()) {
    return new ToolError('timeout', `${url.href} took longer than ${deadline.seconds} s.`, {
      fix: 'Try again later.',
      effectUncertain,
      cause: error,
    })
  }
  if (deadline.signal.aborted) {
    return new ToolError('aborted', `The request to ${url.host} was stopped.`, {
      effectUncertain,
      cause: error,
    })
  }
  return connected
    ? new ToolError('connection-lost', `${url.host} ended the connection early: ${reasonOf(error)}.`, {
        effectUncertain,
        cause: error,
      })
    : new ToolError('connection-failed', `No connection to ${url.host}: ${reasonOf(error)}.`, {
        fix: 'Check the address, and whether the server is up.',
        cause: error,
      })
}

/** Several addresses that fail give an AggregateError without words of its own. */
function reasonOf(error: unknown): string {
  const inner = error instanceof AggregateError ? error.errors[0] : error
  const text = messageOf(inner).trim()
  return text === '' ? 'the server did not answer' : text
}

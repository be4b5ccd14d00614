import { type AgentEvent, CALL_PATH, type CallResult, EVENTS_PATH } from '../../src-preload/contract.ts'
import { type AdjutantClient, CallError, type ClientListener } from '../adjutant-client.ts'

/** What the client needs of a browser. */
export interface HttpPorts {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  readonly openEvents: (url: string) => EventSource
  /** Calls back once; the returned function withdraws it. */
  readonly after: (delayMs: number, callback: () => void) => () => void
}

const FIRST_DELAY_MS = 500
const LONGEST_DELAY_MS = 10_000
/** EventSource.CLOSED: the browser itself tries no more. */
const CLOSED = 2

const unreachable = () =>
  new CallError({
    code: 'unreachable',
    message: 'The agent does not answer.',
    fix: 'Check that it is still running; this page reconnects by itself.',
  })

/** The agent over HTTP, with the session's cookie. Reconnects by itself, ever more slowly, up to every ten seconds. */
export function createHttpClient({ fetch, openEvents, after }: HttpPorts): AdjutantClient {
  let current: { listener: ClientListener; reopen: () => void } | undefined

  const post = async (path: string, body: unknown): Promise<Response> => {
    const request: RequestInit = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'same-origin',
      body: JSON.stringify(body),
    }
    return fetch(path, request).catch((cause: unknown) => {
      throw Object.assign(unreachable(), { cause })
    })
  }

  return {
    call: async (method, input) => {
      const response = await post(`${CALL_PATH}${method}`, input)
      if (response.status === 401) current?.listener.status('signed-out')
      const result = await readResult<typeof method>(response)
      if (!result.ok) throw new CallError(result.error)
      return result.value
    },

    signIn: async (token) => {
      const response = await post('/api/session', { token })
      if (!response.ok) {
        throw new CallError({
          code: 'bad-token',
          message: 'This token is not the right one.',
          fix: 'Use the address that the agent printed when it started; each start may print another.',
        })
      }
      current?.reopen()
    },

    listen: (listener) => {
      let source: EventSource | undefined
      let withdraw: (() => void) | undefined
      let delayMs = FIRST_DELAY_MS
      let opened = false
      let ended = false

      const retry = () => {
        withdraw = after(delayMs, open)
        delayMs = Math.min(delayMs * 2, LONGEST_DELAY_MS)
      }
      const lost = async () => {
        // the browser resumes a lost stream by itself; one that was refused it leaves closed
        if (source?.readyState !== CLOSED) return listener.status('offline')
        const status = await post(`${CALL_PATH}host.get`, {}).then(
          (response) => response.status,
          () => 0,
        )
        if (ended) return
        listener.status(status === 401 ? 'signed-out' : 'offline')
        if (status !== 401) retry()
      }
      const open = () => {
        withdraw?.()
        source?.close()
        const stream = openEvents(EVENTS_PATH)
        let anew = opened
        source = stream
        stream.onopen = () => {
          delayMs = FIRST_DELAY_MS
          opened = true
          listener.status('online')
          // a stream opened afresh does not know what came before it
          if (anew) listener.stale()
          anew = false
        }
        stream.onmessage = ({ data }) => listener.event(JSON.parse(String(data)) as AgentEvent)
        stream.addEventListener('reset', () => listener.stale())
        stream.onerror = () => void (stream === source && !ended && lost())
      }

      current = { listener, reopen: open }
      listener.status('connecting')
      open()
      return () => {
        ended = true
        withdraw?.()
        source?.close()
        current = undefined
      }
    },
  }
}

async function readResult<Name extends Parameters<AdjutantClient['call']>[0]>(
  response: Response,
): Promise<CallResult<Name>> {
  try {
    return (await response.json()) as CallResult<Name>
  } catch (cause) {
    const message = `The agent answered with status ${response.status} and no readable body.`
    throw Object.assign(new CallError({ code: 'unreadable', message }), { cause })
  }
}

import type { Transport } from '@modelcontextprotocol/client'
import type { Agent } from 'undici'
import { ToolError } from '../../../vocabulary/errors.ts'
import type { Guard } from '../../web/guard/guard.ts'
import { pinnedLookup } from '../../web/http/pinned-lookup.ts'

/** Of one answer; a stream that has given as much is opened again. */
const ANSWER_MOST = 16 * 1_048_576

export interface HttpServer {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
}

export interface HttpTransports {
  /** The protocol of today, and the older one over server-sent events. */
  streamable(): Promise<Transport>
  events(): Promise<Transport>
  close(): Promise<void>
}

/**
 * A server at an address. Requests go to that origin only, to an address that the guard has checked, and what redirects
 * elsewhere fails.
 */
export function createHttpTransports(
  { url, headers }: HttpServer,
  guard: Guard,
  allowedHosts: () => readonly string[],
): HttpTransports {
  const target = new URL(url)
  let agent: Agent | undefined
  let closed = false

  const connection = async () => {
    if (closed) throw new Error('the connection was closed')
    const undici = await import('undici')
    agent ??= new undici.Agent({
      maxResponseSize: ANSWER_MOST,
      connect: (options, callback) => {
        // the operator named this host and port by writing the server down; any other address must be allowed as well
        guard.check(target, [`${target.hostname}:${portOf(target)}`, ...allowedHosts()]).then(
          ({ addresses }) =>
            undici.buildConnector({ autoSelectFamily: true, lookup: pinnedLookup(addresses) })(
              options,
              callback,
            ),
          (error) => callback(error, null),
        )
      },
    })
    return { undici, agent }
  }

  const fetchOnly = async (address: string | URL, init: RequestInit = {}): Promise<Response> => {
    const to = new URL(address)
    if (to.origin !== target.origin) {
      throw new ToolError('redirect-refused', `${target.host} leads to ${to.host}, another server.`, {
        fix: 'Give the address of that server in Settings > Connections, if it is the right one.',
      })
    }
    const { undici, agent: dispatcher } = await connection()
    type Init = Parameters<typeof undici.fetch>[1]
    const response = await undici.fetch(to, { ...(init as Init & object), dispatcher, redirect: 'manual' })
    return response as unknown as Response
  }

  const options = { fetch: fetchOnly, requestInit: { headers: { ...headers } } }
  return {
    streamable: async () => {
      const { StreamableHTTPClientTransport } = await import('@modelcontextprotocol/client')
      return new StreamableHTTPClientTransport(target, options)
    },
    events: async () => {
      const { SSEClientTransport } = await import('@modelcontextprotocol/client')
      return new SSEClientTransport(target, options)
    },
    close: async () => {
      closed = true
      await agent?.destroy()
    },
  }
}

const portOf = ({ port, protocol }: URL): string => port || (protocol === 'https:' ? '443' : '80')

import type { Client, Transport } from '@modelcontextprotocol/client'
import type { McpServer } from '../../configuration/mcp-servers.ts'
import type { Guard } from '../web/guard/guard.ts'
import { createHttpTransports } from './transport/http-transport.ts'
import type { ProcessRecord } from './transport/process-record.ts'
import { createStdioTransport } from './transport/stdio-transport.ts'

export interface OpenClientDeps {
  readonly guard: Guard
  readonly allowedHosts: () => readonly string[]
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Where programs that are started are written down. */
  readonly processes: Pick<ProcessRecord, 'add' | 'remove'>
}

export interface OpenClientOptions {
  /** For the first answer, in ms. */
  readonly timeout: number
  /** Given what a program writes beside the protocol. */
  readonly hears: (said: () => readonly string[]) => void
  /** The server says that it has other tools now. */
  readonly toolsChanged: (client: Client) => void
}

export interface OpenedClient {
  readonly client: Client
  readonly transport: Transport
  readonly end: () => Promise<void>
}

/**
 * A client that is connected to a server. It can do nothing for a server: what one asks of it (a model's answer, the
 * operator's, folders) is refused by the protocol.
 */
export async function openClient(
  server: McpServer,
  { guard, allowedHosts, environment, processes }: OpenClientDeps,
  { timeout, hears, toolsChanged }: OpenClientOptions,
): Promise<OpenedClient> {
  // loaded with the first server: most starts need none
  const { Client } = await import('@modelcontextprotocol/client')
  const create = () => {
    const client = new Client({ name: 'adjutant', version: '1' }, { capabilities: {} })
    client.setNotificationHandler('notifications/tools/list_changed', () => toolsChanged(client))
    return client
  }

  if (server.kind === 'stdio') {
    const transport = createStdioTransport(server, environment, processes)
    hears(transport.said)
    const client = create()
    const end = () => transport.close()
    try {
      await client.connect(transport, { timeout })
    } catch (error) {
      await end()
      throw error
    }
    return { client, transport, end }
  }

  const transports = createHttpTransports(server, guard, allowedHosts)
  const ways = server.sse === 'only' ? ['events' as const] : ['streamable' as const, 'events' as const]
  let first: unknown
  for (const way of ways) {
    const client = create()
    const transport = await transports[way]()
    try {
      await client.connect(transport, { timeout })
      const end = async () => {
        await client.close().finally(transports.close)
      }
      return { client, transport, end }
    } catch (error) {
      await client.close()
      first ??= error
      if (!speaksOlder(error)) break
    }
  }
  await transports.close()
  throw first
}

/** A server that does not know the newer protocol's one address answers so. */
const speaksOlder = (error: unknown): boolean => {
  const status = (error as { data?: { status?: unknown } }).data?.status
  return status === 400 || status === 404 || status === 405
}

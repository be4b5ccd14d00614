import type { Client } from '@modelcontextprotocol/client'
import type { McpServer } from '../../configuration/mcp-servers.ts'
import type { Clock } from '../../vocabulary/clock.ts'
import { explainError, ToolError } from '../../vocabulary/errors.ts'
import type { JsonObject } from '../../vocabulary/json.ts'
import type { ToolCall, ToolResult } from '../tool.ts'
import { type CallRate, createCallRate } from './call-rate.ts'
import { explainCall, explainConnecting } from './explain.ts'
import { type OpenClientDeps, type OpenedClient, openClient } from './open-client.ts'
import { readToolResult } from './read-result.ts'
import { createRedaction } from './redaction.ts'
import { type CallResult, callTool, listTools } from './server-requests.ts'
import { readDefinitions, type ToolDefinition } from './tool-definition.ts'

/** How long a server has to answer for the first time. */
const CONNECT_MS = 30_000
const FIRST_DELAY_MS = 1_000
const LONGEST_DELAY_MS = 60_000
/** After so many failures in a row nothing is tried by itself for a while. */
const FAILURES_MOST = 5
const BROKEN_MS = 5 * 60_000
/** A connection that has held so long was a good one. */
const GOOD_AFTER_MS = 30_000

export type ConnectionState =
  /** idle: not asked for yet; waiting: it is tried again by itself; broken: it failed too often. */
  'off' | 'idle' | 'connecting' | 'ready' | 'waiting' | 'broken'

export interface ConnectionStatus {
  readonly state: ConnectionState
  /** Why it is waiting or broken. */
  readonly problem?: string
  /** ISO 8601; when it is tried again. */
  readonly retryAt?: string
  /** The last lines the program wrote beside the protocol. */
  readonly said: readonly string[]
  readonly leftOut: readonly { readonly remote: string; readonly why: string }[]
}

export interface ConnectionDeps extends OpenClientDeps {
  readonly clock: Clock
  /** Told of every change of the status. */
  readonly changed: () => void
  /** Told of what tools there are, each time they are read. */
  readonly told: (tools: readonly ToolDefinition[]) => void
  /** Keeps a picture of a run; answers with its path. */
  readonly keep: (runId: string, name: string, bytes: Uint8Array) => Promise<string>
}

/** One server, connected to when it is wanted, and again after it was lost. */
export interface Connection {
  readonly server: McpServer
  status(): ConnectionStatus
  /** Connects, unless it is connected. Throws ToolError. */
  open(): Promise<void>
  /** Throws ToolError: 'server-unavailable', 'too-many-calls', 'server-refused'; uncertain where the call had left. */
  call(
    remote: string,
    tool: string,
    input: JsonObject,
    call: Pick<ToolCall, 'runId' | 'signal'>,
  ): Promise<ToolResult>
  /** Tries at once, whatever happened before. */
  restart(): Promise<void>
  close(): Promise<void>
}

export function createConnection(server: McpServer, deps: ConnectionDeps): Connection {
  const { clock, changed } = deps
  const { redact } = createRedaction(server)
  const rate: CallRate = createCallRate(server.name, clock)
  let state: ConnectionState = server.disabled ? 'off' : 'idle'
  let problem: string | undefined
  let retryAt: number | undefined
  let failures = 0
  let readyAt = 0
  let opening: Promise<OpenedClient> | undefined
  let open: OpenedClient | undefined
  let leftOut: ConnectionStatus['leftOut'] = []
  let said: () => readonly string[] = () => []
  let withdrawRetry = () => {}
  let closed = false

  const become = (next: ConnectionState) => {
    state = next
    changed()
  }

  const read = async (client: Client) => {
    const definitions = readDefinitions(await listTools(client, CONNECT_MS))
    leftOut = definitions.leftOut
    deps.told(definitions.tools)
  }

  const connect = async (): Promise<OpenedClient> => {
    withdrawRetry()
    retryAt = undefined
    become('connecting')
    try {
      const made = await openClient(server, deps, {
        timeout: CONNECT_MS,
        hears: (now) => {
          said = now
        },
        toolsChanged: (client) => {
          if (open?.client === client) void read(client).then(changed, (error) => drop(explainError(error)))
        },
      })
      if (closed) {
        await made.end()
        throw new ToolError('server-unavailable', `The server "${server.name}" was disconnected.`)
      }
      open = made
      made.client.onclose = () => {
        if (open === made) drop(`The connection to "${server.name}" was lost.`)
      }
      await read(made.client)
      readyAt = clock.now()
      problem = undefined
      become('ready')
      return made
    } catch (error) {
      const failed = explainConnecting(server, error, said(), redact)
      drop(explainError(failed))
      throw failed
    }
  }

  const drop = (why: string) => {
    const before = open
    open = undefined
    void before?.end()
    lost(why)
  }

  const lost = (why: string) => {
    if (closed) return
    if (state === 'ready' && clock.now() - readyAt > GOOD_AFTER_MS) failures = 0
    failures += 1
    problem = redact(why)
    const broken = failures >= FAILURES_MOST
    const delay = broken ? BROKEN_MS : Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (failures - 1))
    retryAt = clock.now() + delay
    become(broken ? 'broken' : 'waiting')
    withdrawRetry()
    withdrawRetry = clock.after(delay, () => void ensure().catch(() => {}))
  }

  const ensure = (): Promise<OpenedClient> => {
    if (open && state === 'ready') return Promise.resolve(open)
    opening ??= connect().finally(() => {
      opening = undefined
    })
    return opening
  }

  /** For a call: what failed too often is not tried with each of them. */
  const forCall = async (): Promise<OpenedClient> => {
    if (state === 'off') throw unavailable('it is switched off')
    if (state === 'broken' && retryAt !== undefined && retryAt > clock.now())
      throw unavailable(problem ?? 'it failed too often')
    return ensure()
  }
  const unavailable = (why: string) =>
    new ToolError('server-unavailable', `The server "${server.name}" cannot be used: ${why}`, {
      fix: 'See Settings > Connections.',
    })

  return {
    server,
    status: () => ({
      state,
      ...(problem === undefined || state === 'ready' ? {} : { problem }),
      ...(retryAt === undefined ? {} : { retryAt: new Date(retryAt).toISOString() }),
      said: said().map(redact),
      leftOut,
    }),
    open: async () => void (await forCall()),
    call: async (remote, tool, input, { runId, signal }) => {
      await rate.take(signal)
      const { client } = await forCall()
      let answer: CallResult
      try {
        answer = await callTool(client, remote, input, signal)
      } catch (error) {
        const failed = explainCall(server.name, error, redact)
        // an address tells nothing when its server goes: the next call connects anew
        if (
          failed.code === 'connection-lost' &&
          server.kind === 'http' &&
          !signal.aborted &&
          open?.client === client
        )
          drop(failed.message)
        throw failed
      }
      return readToolResult(answer, {
        server: server.name,
        tool,
        redact,
        keep: (name, bytes) => deps.keep(runId, name, bytes),
      })
    },
    restart: async () => {
      failures = 0
      const before = open
      open = undefined
      await before?.end()
      await ensure()
    },
    close: async () => {
      closed = true
      withdrawRetry()
      await opening?.catch(() => {})
      const before = open
      open = undefined
      await before?.end()
    },
  }
}

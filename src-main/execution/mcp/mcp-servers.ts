import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { McpServer } from '../../configuration/mcp-servers.ts'
import type { KnownTool, KnownTools } from '../../state/sqlite/known-tools.ts'
import type { Clock } from '../../vocabulary/clock.ts'
import type { EffectClass } from '../../vocabulary/effect.ts'
import { AdjutantError, explainError, ToolError } from '../../vocabulary/errors.ts'
import { canonicalJson, sha256 } from '../../vocabulary/json.ts'
import type { AnyTool } from '../tool.ts'
import type { Guard } from '../web/guard/guard.ts'
import { createArgumentCheck } from './check-arguments.ts'
import { safeNames } from './clean-text.ts'
import { type Connection, type ConnectionStatus, createConnection } from './connection.ts'
import { type CallServer, mcpTool } from './mcp-tool.ts'
import type { ToolDefinition } from './tool-definition.ts'
import type { ProcessRecord } from './transport/process-record.ts'

const SERVER_NAME_MOST = 32
const TOOL_NAME_MOST = 64
/** How long a goal waits for servers that nobody knows yet. */
const FIRST_TOLD_MS = 5_000

export interface McpServersDeps {
  readonly clock: Clock
  readonly guard: Guard
  readonly allowedHosts: () => readonly string[]
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The programs that run, over the lives of agents. */
  readonly processes: ProcessRecord
  readonly known: KnownTools
  /** What the operator says that a tool does. */
  readonly effectOf: (name: string) => EffectClass | undefined
  /** Folder that pictures are kept in, by run. */
  readonly pictures: string
  /** The tools or the state of a server are others now. */
  readonly changed: () => void
}

/** How a server stands, or why there is none to connect to. */
export interface ServerStatus extends ConnectionStatus {
  readonly name: string
}

export interface ServerTest {
  readonly ok: boolean
  readonly tools: readonly string[]
  readonly elapsedMs: number
  readonly error?: string
  readonly fix?: string
}

/** The tool servers that the operator has connected. */
export interface McpServers {
  /** The tools of all servers that are not switched off, whether or not they are connected to now. */
  tools(): readonly AnyTool[]
  /** Those that are known of a server. */
  known(server: string): readonly KnownTool[]
  status(name: string): ServerStatus | undefined
  /** Servers as the settings have them now; a name with an error is one whose secrets are missing. */
  use(servers: readonly (McpServer | { readonly name: string; readonly error: AdjutantError })[]): void
  /** Connects to all that are not switched off, in the background. */
  start(): void
  /** Settles when servers that were never connected to before have told of their tools, or after a while. */
  firstTold(): Promise<void>
  restart(name: string): Promise<void>
  /** Connects to a server that need not be among them, and leaves it. */
  test(server: McpServer): Promise<ServerTest>
  accept(names: readonly string[]): void
  forget(name: string): void
  /** Removes the pictures of runs that are no longer kept. */
  forgetPictures(isKept: (runId: string) => boolean): Promise<void>
  close(): Promise<void>
}

export function createMcpServers(deps: McpServersDeps): McpServers {
  const { clock, known, changed } = deps
  const check = createArgumentCheck()
  const connections = new Map<string, Connection>()
  const errors = new Map<string, AdjutantError>()
  let roomNames: ReadonlyMap<string, string> = new Map()
  let started = false
  let tools: readonly AnyTool[] | undefined
  const closing = new Set<Promise<void>>()

  const renew = () => {
    tools = undefined
    changed()
  }

  const keep = async (runId: string, name: string, bytes: Uint8Array): Promise<string> => {
    const folder = join(deps.pictures, runId)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const path = join(folder, name)
    await writeFile(path, bytes, { mode: 0o600 })
    return path
  }

  const told = (server: McpServer, definitions: readonly ToolDefinition[]) => {
    const names = safeNames(
      definitions.map(({ remote }) => remote),
      TOOL_NAME_MOST,
    )
    const room = roomNames.get(server.name) ?? server.name
    const told = definitions.map(({ remote, description, schema, hash }) => {
      const name = `mcp.${room}.${names.get(remote) ?? remote}`
      const identity = sha256(canonicalJson([name, sourceOf(server), hash]))
      return { name, server: server.name, remote, description, schema, identity }
    })
    known.told(server.name, told, new Date(clock.now()).toISOString())
    renew()
  }

  const connect = (server: McpServer): Connection =>
    createConnection(server, {
      ...deps,
      keep,
      changed: renew,
      told: (definitions) => told(server, definitions),
    })

  const end = (connection: Connection) => {
    const ending = connection.close().finally(() => closing.delete(ending))
    closing.add(ending)
  }

  const open = (connection: Connection) => {
    // why it failed is in its status, and it is tried again
    if (connection.status().state === 'idle') void connection.open().catch(() => {})
  }

  const call: CallServer = async (tool, ...rest) => {
    const connection = connections.get(tool.server)
    const error = errors.get(tool.server)
    if (!connection) {
      throw new ToolError(
        'server-unavailable',
        error ? explainError(error) : `The server "${tool.server}" is no longer connected.`,
      )
    }
    return connection.call(tool.remote, tool.name, ...rest)
  }

  return {
    tools: () => {
      const off = (server: string) => connections.get(server)?.status().state === 'off'
      tools ??= known
        .all()
        .filter(({ server }) => (connections.has(server) || errors.has(server)) && !off(server))
        .map((tool) => mcpTool(tool, deps.effectOf(tool.name), call, check))
      return tools
    },
    known: (server) => known.all().filter((tool) => tool.server === server),
    status: (name) => {
      const error = errors.get(name)
      if (error) return { name, state: 'broken', problem: explainError(error), said: [], leftOut: [] }
      const connection = connections.get(name)
      return connection && { name, ...connection.status() }
    },
    use: (servers) => {
      roomNames = safeNames(
        servers.map(({ name }) => name),
        SERVER_NAME_MOST,
      )
      errors.clear()
      for (const server of servers) {
        if ('error' in server) {
          errors.set(server.name, server.error)
          continue
        }
        const before = connections.get(server.name)
        if (before && canonicalJson(before.server) === canonicalJson(server)) continue
        if (before) end(before)
        const connection = connect(server)
        connections.set(server.name, connection)
        if (started) open(connection)
      }
      for (const [name, connection] of connections) {
        if (servers.some((server) => server.name === name && !('error' in server))) continue
        connections.delete(name)
        end(connection)
      }
      renew()
    },
    start: () => {
      started = true
      deps.processes.endLeftovers()
      for (const connection of connections.values()) open(connection)
    },
    firstTold: async () => {
      const unknown = [...connections.values()].filter(
        ({ server, status }) =>
          ['idle', 'connecting'].includes(status().state) &&
          !known.all().some((tool) => tool.server === server.name),
      )
      if (unknown.length === 0) return
      const late = new Promise<void>((resolve) => clock.after(FIRST_TOLD_MS, resolve))
      await Promise.race([Promise.allSettled(unknown.map((each) => each.open())), late])
    },
    restart: async (name) => {
      const connection = connections.get(name)
      if (!connection) throw errors.get(name) ?? new ToolError('no-server', `There is no server "${name}".`)
      await connection.restart()
    },
    test: async (server) => {
      const from = clock.now()
      let names: string[] = []
      const connection = createConnection(
        { ...server, disabled: false },
        {
          ...deps,
          keep,
          changed: () => {},
          told: (definitions) => {
            names = definitions.map(({ remote }) => remote)
          },
        },
      )
      try {
        await connection.open()
        return { ok: true, tools: names, elapsedMs: clock.now() - from }
      } catch (error) {
        const { message, fix } =
          error instanceof AdjutantError ? error : { message: String(error), fix: undefined }
        return {
          ok: false,
          tools: [],
          elapsedMs: clock.now() - from,
          error: message,
          ...(fix ? { fix } : {}),
        }
      } finally {
        await connection.close()
      }
    },
    accept: (names) => {
      known.accept(names)
      renew()
    },
    forget: (name) => {
      known.forget(name)
      renew()
    },
    forgetPictures: async (isKept) => {
      const runs = await readdir(deps.pictures).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return []
        throw error
      })
      for (const run of runs.filter((name) => !isKept(name)))
        await rm(join(deps.pictures, run), { recursive: true, force: true })
    },
    close: async () => {
      for (const connection of connections.values()) end(connection)
      connections.clear()
      await Promise.all(closing)
    },
  }
}

/** What a tool comes from: another program or address is another source, and so are other settings of it. */
const sourceOf = (server: McpServer): unknown =>
  server.kind === 'stdio'
    ? [server.command, server.args, server.cwd ?? '', Object.keys(server.env).sort()]
    : [server.url, Object.keys(server.headers).sort()]

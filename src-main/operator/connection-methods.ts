import { existsSync, readFileSync, statSync } from 'node:fs'
import type { ConnectionView, ServerDraft } from '../../src-preload/contract.ts'
import type { Config, ConfigFile } from '../configuration/config.ts'
import { expandHome } from '../configuration/home.ts'
import { clientFile, MCP_CLIENTS, readMcpFile } from '../configuration/mcp-import.ts'
import {
  dropSecrets,
  KEPT_SECRET,
  keepSecrets,
  type McpServer,
  type McpServerFile,
  mcpSecretName,
  resolveMcpServer,
} from '../configuration/mcp-servers.ts'
import type { Secrets } from '../configuration/secrets.ts'
import { CALL_RATE } from '../execution/mcp/call-rate.ts'
import type { McpServers } from '../execution/mcp/mcp-servers.ts'
import { AdjutantError, ConfigError, messageOf, RequestError } from '../vocabulary/errors.ts'
import type { Handlers } from './operator.ts'

const FILE_MOST = 5_000_000

export interface ConnectionMethodsDeps {
  readonly config: () => Config
  readonly save: (change: ConfigFile) => void
  readonly secrets: Secrets
  readonly servers: McpServers
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly userHome: string
}

type ConnectionHandlers = Pick<Handlers, Extract<keyof Handlers, `connections.${string}`>>

/** The servers of the settings as they are connected to; one that cannot be has its error instead. */
export function resolveServers({
  config,
  secrets,
  environment,
  userHome,
}: Pick<ConnectionMethodsDeps, 'config' | 'secrets' | 'environment' | 'userHome'>): Parameters<
  McpServers['use']
>[0] {
  return Object.entries(config().mcpServers).map(([name, file]) => {
    try {
      return resolved(name, file, secrets.get, environment, userHome)
    } catch (error) {
      if (error instanceof AdjutantError) return { name, error }
      throw error
    }
  })
}

function resolved(
  name: string,
  file: McpServerFile,
  secret: Secrets['get'],
  environment: Readonly<Record<string, string | undefined>>,
  userHome: string,
): McpServer {
  const server = resolveMcpServer(name, file, secret, environment)
  return server.kind === 'stdio'
    ? { ...server, cwd: server.cwd === undefined ? undefined : expandHome(server.cwd, userHome) }
    : server
}

/** What the operator does with tool servers. Values of their environment and headers go in, and never come out. */
export function createConnectionMethods(deps: ConnectionMethodsDeps): ConnectionHandlers {
  const { config, secrets, servers, environment, userHome } = deps

  const view = (name: string, file: McpServerFile): ConnectionView => {
    const { command, args = [], env = {}, cwd, url, headers = {}, type, disabled = false } = file
    const status = servers.status(name)
    const tools = servers.known(name)
    return {
      name,
      server: {
        ...(command === undefined ? {} : { command, args }),
        ...(cwd === undefined ? {} : { cwd }),
        ...(url === undefined ? {} : { url }),
        ...(type === undefined ? {} : { type }),
        disabled,
      },
      env: Object.keys(env),
      headers: Object.keys(headers),
      open: [...Object.entries(env), ...Object.entries(headers)]
        .filter(([, value]) => value !== KEPT_SECRET && !/^\$\{env:\w+\}$/.test(value))
        .map(([key]) => key),
      state: status?.state ?? 'off',
      ...(status?.problem === undefined ? {} : { problem: status.problem }),
      ...(status?.retryAt === undefined ? {} : { retryAt: status.retryAt }),
      said: [...(status?.said ?? [])],
      leftOut: [...(status?.leftOut ?? [])],
      tools: tools.length,
      changed: tools.filter(({ changed }) => changed).map(({ name: tool }) => tool),
      limit: { calls: CALL_RATE.calls, seconds: CALL_RATE.perMs / 1000 },
    }
  }

  const fileOf = (name: string): McpServerFile => {
    const file = config().mcpServers[name]
    if (!file) throw new RequestError('no-server', `There is no server "${name}".`)
    return file
  }
  const list = () => Object.entries(config().mcpServers).map(([name, file]) => view(name, file))
  const put = (name: string, file: McpServerFile) =>
    deps.save({ mcpServers: { ...config().mcpServers, [name]: file } } as ConfigFile)

  /** A draft as config.json would hold it, values that were left alone as they were. */
  const fileFrom = (draft: ServerDraft, before: McpServerFile | undefined): McpServerFile => {
    const { env, headers, ...rest } = draft
    const fill = (part: 'env' | 'headers') =>
      Object.fromEntries(
        Object.entries(draft[part] ?? {}).map(([key, value]) => [
          key,
          value ?? before?.[part]?.[key] ?? KEPT_SECRET,
        ]),
      )
    return { ...rest, ...(env ? { env: fill('env') } : {}), ...(headers ? { headers: fill('headers') } : {}) }
  }

  const readSource = ({ client, text }: { client?: string; text?: string }) => {
    const known = MCP_CLIENTS.find((each) => each === client)
    if (!known) return { file: 'The file', candidates: readMcpFile(text ?? '', 'The file') }
    const file = clientFile(known, userHome, process.platform, environment)
    return { file, candidates: readMcpFile(readText(file), file) }
  }

  return {
    'connections.list': list,
    'connections.save': ({ name, was, server }) => {
      const old = was ?? name
      const before = config().mcpServers[old]
      if (config().mcpServers[name] && was !== name)
        throw new RequestError('name-taken', `There is a server "${name}" already.`, {
          fix: 'Choose another name.',
        })
      const after = fileFrom(server, before)
      const { [old]: _gone, ...others } = config().mcpServers
      const secretOf = (part: 'env' | 'headers', key: string) => secrets.get(mcpSecretName(old, part, key))
      // a server that gets another name takes its secrets along
      const whole =
        old === name || !before
          ? after
          : {
              ...after,
              ...moved('env', after, secretOf),
              ...moved('headers', after, secretOf),
            }
      const kept = keepSecrets(name, whole, secrets)
      deps.save({ mcpServers: { ...others, [name]: kept } } as ConfigFile)
      if (before) dropSecrets(old, before, secrets, old === name ? kept : undefined)
      if (before && old !== name) servers.forget(old)
      return view(name, fileOf(name))
    },
    'connections.switch': ({ name, on }) => {
      put(name, { ...fileOf(name), disabled: !on })
      return view(name, fileOf(name))
    },
    'connections.remove': ({ name }) => {
      const before = fileOf(name)
      const { [name]: _gone, ...others } = config().mcpServers
      deps.save({ mcpServers: others } as ConfigFile)
      dropSecrets(name, before, secrets)
      servers.forget(name)
      return list()
    },
    'connections.restart': async ({ name }) => {
      const file = fileOf(name)
      // why it failed is in its state
      await servers.restart(name).catch((error: unknown) => {
        if (!(error instanceof AdjutantError)) throw error
      })
      return view(name, file)
    },
    'connections.test': async ({ name, server }) => {
      try {
        const before = config().mcpServers[name]
        const file = server ? fileFrom(server, before) : fileOf(name)
        const { tools, elapsedMs, ok, error, fix } = await servers.test(
          resolved(name, file, secrets.get, environment, userHome),
        )
        return { ok, tools: [...tools], elapsedMs, ...(error ? { error } : {}), ...(fix ? { fix } : {}) }
      } catch (error) {
        if (!(error instanceof ConfigError)) throw error
        return {
          ok: false,
          tools: [],
          elapsedMs: 0,
          error: error.message,
          ...(error.fix ? { fix: error.fix } : {}),
        }
      }
    },
    'connections.sources': () =>
      MCP_CLIENTS.flatMap((client) => {
        const file = clientFile(client, userHome, process.platform, environment)
        return existsSync(file) ? [{ client, file }] : []
      }),
    'connections.preview': (source) => {
      const { file, candidates } = readSource(source)
      return {
        file,
        servers: candidates.map(({ name, server, problem, warnings }) => ({
          name,
          target: server ? targetOf(server) : '',
          env: Object.keys(server?.env ?? {}),
          headers: Object.keys(server?.headers ?? {}),
          warnings: [...warnings],
          exists: config().mcpServers[name] !== undefined,
          ...(problem === undefined ? {} : { problem }),
        })),
      }
    },
    'connections.import': ({ names, ...source }) => {
      const wanted = readSource(source).candidates.filter(
        ({ name, server }) => server && names.includes(name),
      )
      const added = wanted.map(({ name, server }) => {
        const before = config().mcpServers[name]
        const kept = keepSecrets(name, server as McpServerFile, secrets)
        if (before) dropSecrets(name, before, secrets, kept)
        return [name, kept] as const
      })
      deps.save({ mcpServers: { ...config().mcpServers, ...Object.fromEntries(added) } } as ConfigFile)
      return list()
    },
  }
}

function moved(
  part: 'env' | 'headers',
  file: McpServerFile,
  secretOf: (part: 'env' | 'headers', key: string) => string | undefined,
): Partial<McpServerFile> {
  const values = file[part]
  if (!values) return {}
  const filled = Object.entries(values).map(([key, value]) => [
    key,
    value === KEPT_SECRET ? (secretOf(part, key) ?? KEPT_SECRET) : value,
  ])
  return { [part]: Object.fromEntries(filled) }
}

/** Command line or address, as a person reads it. */
const targetOf = ({ command, args = [], url }: McpServerFile): string =>
  url ?? [command, ...args].map((word) => (/\s/.test(word ?? '') ? JSON.stringify(word) : word)).join(' ')

function readText(file: string): string {
  try {
    if (statSync(file).size > FILE_MOST) throw new Error('it is too large')
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new ConfigError('config-unreadable', `${file} cannot be read: ${messageOf(cause)}`, {
      fix: 'Choose another file.',
      cause,
    })
  }
}

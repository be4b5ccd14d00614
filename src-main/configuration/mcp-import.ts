import { join } from 'node:path'
import { z } from 'zod'
import { ConfigError } from '../vocabulary/errors.ts'
import { findJsonError, positionOf } from './json-position.ts'
import { KEPT_SECRET, type McpServerFile, mcpServerSchema } from './mcp-servers.ts'

/** Programs whose servers can be taken over, and where each keeps them on a system. */
export const MCP_CLIENTS = ['claude-desktop', 'claude-code', 'cursor', 'vscode', 'windsurf'] as const
export type McpClient = (typeof MCP_CLIENTS)[number]

export function clientFile(
  client: McpClient,
  home: string,
  platform: NodeJS.Platform = process.platform,
  env: Readonly<Record<string, string | undefined>> = {},
): string {
  const settings =
    platform === 'darwin'
      ? join(home, 'Library', 'Application Support')
      : platform === 'win32'
        ? env.APPDATA || join(home, 'AppData', 'Roaming')
        : env.XDG_CONFIG_HOME || join(home, '.config')
  switch (client) {
    case 'claude-desktop':
      return join(settings, 'Claude', 'claude_desktop_config.json')
    case 'claude-code':
      return join(home, '.claude.json')
    case 'cursor':
      return join(home, '.cursor', 'mcp.json')
    case 'vscode':
      return join(settings, 'Code', 'User', 'mcp.json')
    case 'windsurf':
      return join(home, '.codeium', 'windsurf', 'mcp_config.json')
  }
}

/** A server in another program's file. */
export interface ImportCandidate {
  readonly name: string
  /** Absent where it cannot be used; `problem` says why. */
  readonly server?: McpServerFile
  readonly problem?: string
  /** What to think about before it is taken over. */
  readonly warnings: readonly ImportWarning[]
}
export type ImportWarning = 'shell' | 'fetches-code' | 'plain-http' | 'values-missing'

/**
 * The servers of a file such as other clients keep. Comments and trailing commas are allowed. Throws ConfigError with
 * the place where it is no JSON, or where it holds no servers.
 */
export function readMcpFile(text: string, file: string): ImportCandidate[] {
  const root = parse(text, file)
  const servers = [
    member(root, 'mcpServers'),
    member(root, 'servers'),
    member(member(root, 'mcp'), 'servers'),
  ].find((each) => each !== undefined)
  if (typeof servers !== 'object' || servers === null || Array.isArray(servers)) {
    throw new ConfigError('no-servers', `${file} holds no servers.`, {
      fix: 'Choose a file with "mcpServers" (or "servers") in it.',
    })
  }
  return Object.entries(servers).map(([name, value]) => candidate(name, value))
}

function candidate(name: string, value: unknown): ImportCandidate {
  const url = member(value, 'url') ?? member(value, 'serverUrl') ?? member(value, 'httpUrl')
  const parsed = mcpServerSchema.safeParse(
    typeof value === 'object' && value !== null && url !== undefined ? { ...value, url } : value,
  )
  if (!parsed.success) return { name, problem: z.prettifyError(parsed.error), warnings: [] }
  const { command, args, cwd, type, disabled } = parsed.data
  const env = withoutInputs(parsed.data.env)
  const headers = withoutInputs(parsed.data.headers)
  const server: McpServerFile = {
    ...(command === undefined ? {} : { command }),
    ...(args === undefined ? {} : { args }),
    ...(env === undefined ? {} : { env }),
    ...(cwd === undefined ? {} : { cwd }),
    ...(parsed.data.url === undefined ? {} : { url: parsed.data.url }),
    ...(headers === undefined ? {} : { headers }),
    ...(type === undefined ? {} : { type }),
    ...(disabled === undefined ? {} : { disabled }),
  }
  return { name, server, warnings: warningsOf(server) }
}

/** What the other client would ask for when it starts the server is asked for here once. */
const withoutInputs = (values: Readonly<Record<string, string>> | undefined) =>
  values &&
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, /\$\{input:/.test(value) ? KEPT_SECRET : value]),
  )

const SHELLS = /(?:^|[\\/])(?:sh|bash|zsh|dash|fish|cmd|powershell|pwsh)(?:\.exe)?$/i
const FETCHERS = /(?:^|[\\/])(?:npx|bunx|pnpx|uvx|pipx|docker|podman|deno)(?:\.exe|\.cmd)?$/i

function warningsOf({ command, url, env, headers, args }: McpServerFile): ImportWarning[] {
  const missing = [...Object.values(env ?? {}), ...Object.values(headers ?? {})].includes(KEPT_SECRET)
  const fetcher = [command, ...(args ?? [])].some((word) => word !== undefined && FETCHERS.test(word))
  return [
    ...(command !== undefined && SHELLS.test(command) ? ['shell' as const] : []),
    ...(fetcher ? ['fetches-code' as const] : []),
    ...(url !== undefined && isOpenHttp(url) ? ['plain-http' as const] : []),
    ...(missing ? ['values-missing' as const] : []),
  ]
}

const isOpenHttp = (url: string): boolean => {
  const { protocol, hostname } = new URL(url)
  return protocol === 'http:' && !/^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)
}

const member = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)[key]
    : undefined

function parse(text: string, file: string): unknown {
  const plain = withoutComments(text.replace(/^\uFEFF/, ' '))
  try {
    return JSON.parse(plain)
  } catch (cause) {
    const fault = findJsonError(plain)
    if (!fault) throw cause
    const { line, column } = positionOf(plain, fault.offset)
    throw new ConfigError(
      'config-syntax',
      `${file}:${line}:${column}: not JSON: ${fault.wanted} was expected here`,
      {
        fix: 'Correct that line.',
        cause,
      },
    )
  }
}

/** Comments and trailing commas as spaces: every other character stays at its place. */
function withoutComments(text: string): string {
  const blank = (part: string) => part.replace(/[^\n]/g, ' ')
  return text
    .replace(/"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (part) =>
      part.startsWith('"') ? part : blank(part),
    )
    .replace(/"(?:[^"\\\n]|\\.)*"|,(?=\s*[}\]])/g, (part) => (part === ',' ? ' ' : part))
}

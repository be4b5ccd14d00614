import { z } from 'zod'
import { ConfigError } from '../vocabulary/errors.ts'
import type { SecretName, Secrets } from './secrets.ts'

/** Stands in config.json for a value that is kept among the secrets. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: other clients write references the same way
export const KEPT_SECRET = '${secret}'

const values = z.record(z.string().trim().min(1).max(200), z.string().max(20_000))

/**
 * A tool server as other clients write it: a program that is started, or an address. What else they write about one
 * stays where it is and means nothing here.
 */
export const mcpServerSchema = z
  .looseObject({
    command: z.string().trim().min(1).max(4_000).optional(),
    args: z.array(z.string().max(20_000)).max(200).optional(),
    env: values.optional(),
    /** Folder it is started in; `~` is the home folder. */
    cwd: z.string().trim().min(1).optional(),
    url: z.url({ protocol: /^https?$/ }).optional(),
    headers: values.optional(),
    type: z.enum(['stdio', 'http', 'streamable-http', 'streamableHttp', 'sse']).optional(),
    disabled: z.boolean().optional(),
  })
  .refine(
    ({ command, url }) => (command === undefined) !== (url === undefined),
    'must have either "command" (a program) or "url" (an address)',
  )
export type McpServerFile = z.infer<typeof mcpServerSchema>

/** By the operator's own names for them. */
export const mcpServersSchema = z.record(z.string().trim().min(1).max(100), mcpServerSchema)

/** A server as it is connected to, its secrets filled in. */
export type McpServer = {
  readonly name: string
  readonly disabled: boolean
} & (
  | {
      readonly kind: 'stdio'
      readonly command: string
      readonly args: readonly string[]
      readonly env: Readonly<Record<string, string>>
      readonly cwd: string | undefined
    }
  | {
      readonly kind: 'http'
      readonly url: string
      readonly headers: Readonly<Record<string, string>>
      /** The older protocol over server-sent events: at once, or where the newer one is not understood. */
      readonly sse: 'only' | 'fallback'
    }
)

/** Name of the secret that a value of a server is kept as. */
export const mcpSecretName = (server: string, part: 'env' | 'headers', name: string): SecretName =>
  `mcp:${server}:${part}:${name}`

/**
 * A server with its values filled in: kept secrets, and `${env:NAME}` of this process. Throws ConfigError where a secret
 * is missing.
 */
export function resolveMcpServer(
  name: string,
  file: McpServerFile,
  secret: (name: SecretName) => string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): McpServer {
  const fill = (part: 'env' | 'headers') =>
    Object.fromEntries(
      Object.entries(file[part] ?? {}).map(([key, value]) => [
        key,
        value === KEPT_SECRET
          ? required(secret(mcpSecretName(name, part, key)), name, key)
          : value.replace(/\$\{env:(\w+)\}/g, (_, variable: string) => environment[variable] ?? ''),
      ]),
    )
  const disabled = file.disabled === true
  if (file.url !== undefined) {
    const sse = file.type === 'sse' ? 'only' : 'fallback'
    return { name, disabled, kind: 'http', url: file.url, headers: fill('headers'), sse }
  }
  const { command = '', args = [], cwd } = file
  return { name, disabled, kind: 'stdio', command, args, env: fill('env'), cwd }
}

function required(value: string | undefined, server: string, key: string): string {
  if (value !== undefined) return value
  throw new ConfigError(
    'secret-missing',
    `The value of ${key} for the server "${server}" is not kept here.`,
    {
      fix: 'Enter it in Settings > Connections.',
    },
  )
}

/** Puts the given values of a server among the secrets, and gives what config.json holds instead. */
export function keepSecrets(name: string, file: McpServerFile, secrets: Secrets): McpServerFile {
  const keep = (part: 'env' | 'headers') => {
    const given = file[part]
    if (!given) return {}
    const kept = Object.entries(given).map(([key, value]) => {
      // what only refers to something is no secret
      if (value === KEPT_SECRET || /^\$\{env:\w+\}$/.test(value)) return [key, value]
      secrets.set(mcpSecretName(name, part, key), value)
      return [key, KEPT_SECRET]
    })
    return { [part]: Object.fromEntries(kept) }
  }
  return { ...file, ...keep('env'), ...keep('headers') }
}

/** Removes the secrets of a server, all or those that it no longer refers to. */
export function dropSecrets(
  name: string,
  before: McpServerFile,
  secrets: Secrets,
  after?: McpServerFile,
): void {
  for (const part of ['env', 'headers'] as const)
    for (const key of Object.keys(before[part] ?? {}))
      if (after?.[part]?.[key] !== KEPT_SECRET) secrets.set(mcpSecretName(name, part, key), undefined)
}

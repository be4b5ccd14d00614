import { z } from 'zod'
import { MCP_CLIENTS } from '../configuration/mcp-import.ts'
import { EFFECT_CLASSES } from '../vocabulary/effect.ts'

const none = z.strictObject({})
const serverName = z.string().trim().min(1, 'must not be empty').max(100)
const serverValues = z.record(z.string().trim().min(1).max(200), z.string().max(20_000).nullable())
const serverDraft = z
  .strictObject({
    command: z.string().trim().min(1, 'must not be empty').max(4_000).optional(),
    args: z.array(z.string().max(20_000)).max(200).optional(),
    env: serverValues.optional(),
    cwd: z.string().trim().min(1).max(4_000).optional(),
    url: z
      .url({ protocol: /^https?$/, error: 'must be an address such as "https://example.org/mcp"' })
      .optional(),
    headers: serverValues.optional(),
    type: z.enum(['stdio', 'http', 'streamable-http', 'streamableHttp', 'sse']).optional(),
    disabled: z.boolean().optional(),
  })
  .refine(
    ({ command, url }) => (command === undefined) !== (url === undefined),
    'must have either a program or an address',
  )
const importSource = { client: z.enum(MCP_CLIENTS).optional(), text: z.string().max(5_000_000).optional() }

/** Inputs of the methods about tools and tool servers. */
export const CONNECTION_REQUESTS = {
  'tools.accept': z.strictObject({ names: z.array(z.string().min(1).max(200)).max(1000) }),
  'tools.classify': z.strictObject({
    name: z.string().min(1).max(200),
    effect: z.enum(EFFECT_CLASSES).optional(),
  }),
  'connections.list': none,
  'connections.save': z.strictObject({ name: serverName, was: serverName.optional(), server: serverDraft }),
  'connections.switch': z.strictObject({ name: serverName, on: z.boolean() }),
  'connections.remove': z.strictObject({ name: serverName }),
  'connections.restart': z.strictObject({ name: serverName }),
  'connections.test': z.strictObject({ name: serverName, server: serverDraft.optional() }),
  'connections.sources': none,
  'connections.preview': z.strictObject(importSource),
  'connections.import': z.strictObject({ ...importSource, names: z.array(serverName).max(500) }),
}

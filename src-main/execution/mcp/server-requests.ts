import type { Client } from '@modelcontextprotocol/client'
import { z } from 'zod'
import type { JsonObject } from '../../vocabulary/json.ts'

/** Pages of a list of tools that are read at the most. */
const PAGES_MOST = 10
/** The tool's own time limit ends a call, not the client's. */
const NO_LIMIT_MS = 2 ** 31 - 1

// wide on purpose: one tool or block that is odd must not hide the others; each is judged by itself
const toolsPage = z.looseObject({ tools: z.array(z.unknown()), nextCursor: z.string().optional() })
const callResult = z.looseObject({
  content: z.array(z.unknown()).optional(),
  structuredContent: z.unknown().optional(),
  isError: z.boolean().optional(),
})
export type CallResult = z.infer<typeof callResult>

/** All that a server tells of its tools, as it tells it. */
export async function listTools(client: Client, timeout: number): Promise<unknown[]> {
  const tools: unknown[] = []
  let cursor: string | undefined
  for (let page = 0; page < PAGES_MOST; page += 1) {
    const params = cursor === undefined ? {} : { cursor }
    const answer = await client.request({ method: 'tools/list', params }, toolsPage, { timeout })
    tools.push(...answer.tools)
    cursor = answer.nextCursor
    if (cursor === undefined) break
  }
  return tools
}

export const callTool = (
  client: Client,
  name: string,
  input: JsonObject,
  signal: AbortSignal,
): Promise<CallResult> =>
  client.request({ method: 'tools/call', params: { name, arguments: input } }, callResult, {
    signal,
    timeout: NO_LIMIT_MS,
  })

import { z } from 'zod'
import type { KnownTool } from '../../state/sqlite/known-tools.ts'
import type { EffectClass } from '../../vocabulary/effect.ts'
import type { JsonObject } from '../../vocabulary/json.ts'
import type { AnyTool, Preview, ToolCall, ToolResult } from '../tool.ts'
import { cleanText } from './clean-text.ts'

const TIMEOUT_MS = 120_000

/** Calls a tool of a server. */
export type CallServer = (
  tool: KnownTool,
  input: JsonObject,
  call: Pick<ToolCall, 'runId' | 'signal'>,
) => Promise<ToolResult>

/** Checks arguments by a schema; why they do not fit, or undefined. */
export type CheckArguments = (schema: JsonObject, input: unknown) => string | undefined

/**
 * A server's tool as any other: behind the same gate, and asked about each time unless the operator says what it does.
 * Nothing that the server says of it lowers that; what it says is shown as its own words.
 */
export function mcpTool(
  tool: KnownTool,
  given: EffectClass | undefined,
  call: CallServer,
  check: CheckArguments,
): AnyTool {
  const { name, server, remote, description, schema, identity, changed } = tool
  const shown = cleanText(remote, 80)
  return {
    name,
    title: `${shown} (${cleanText(server, 60)})`,
    description,
    // what the operator said was said of another tool than this one is now
    effect: changed ? 'execute' : (given ?? 'execute'),
    acts: [],
    inDoubt: 'unsafe',
    input: z.looseObject({}),
    sinks: {},
    needs: [],
    timeoutMs: TIMEOUT_MS,
    foreign: {
      server,
      identity,
      schema,
      changed: changed !== undefined,
      check: (input) => check(schema, input),
    },
    preview: async (input: JsonObject): Promise<Preview> => ({
      kind: 'fields',
      title: `${shown}, a tool of ${cleanText(server, 60)}`,
      fields: [
        ...(changed ? changeFields(changed.before, description) : []),
        ...Object.entries(input).map(([argument, value]) => ({
          name: argument,
          value: typeof value === 'string' ? value : JSON.stringify(value, null, 2),
        })),
      ],
    }),
    run: (input: JsonObject, _ports: unknown, toolCall: ToolCall) => call(tool, input, toolCall),
  }
}

const changeFields = (before: string, now: string) =>
  before === now
    ? [{ name: '(changed)', value: 'Its arguments or the program behind it are not as they were.' }]
    : [
        { name: '(described before)', value: before || '(not at all)' },
        { name: '(described now)', value: now || '(not at all)' },
      ]

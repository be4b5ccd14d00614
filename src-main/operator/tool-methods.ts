import type { ToolView } from '../../src-preload/contract.ts'
import type { McpServers } from '../execution/mcp/mcp-servers.ts'
import type { Registry } from '../execution/registry.ts'
import { type AnyTool, TIMEOUT_MS } from '../execution/tool.ts'
import { instantOf, wallTimeAt } from '../ingestion/language/zoned-time.ts'
import type { ToolCalls, ToolRecord } from '../state/sqlite/tool-calls.ts'
import type { Clock } from '../vocabulary/clock.ts'
import type { EffectClass } from '../vocabulary/effect.ts'
import { RequestError } from '../vocabulary/errors.ts'
import type { JsonValue } from '../vocabulary/json.ts'
import type { Handlers } from './operator.ts'

/** Characters of an error that are shown. */
const ERROR_SHOWN = 600

export interface ToolMethodsDeps {
  readonly registry: Registry
  readonly calls: ToolCalls
  readonly content: (ref: string) => JsonValue | undefined
  readonly clock: Pick<Clock, 'now'>
  readonly timeZone: () => string
  readonly servers: Pick<McpServers, 'accept' | 'known'>
  /** What the operator said that tools of servers do. */
  readonly effects: () => Readonly<Record<string, EffectClass>>
  readonly saveEffects: (effects: Record<string, EffectClass>) => void
}

/** What the agent can do, and what came of it. */
export function createToolMethods(
  deps: ToolMethodsDeps,
): Pick<Handlers, 'tools.list' | 'tools.accept' | 'tools.classify'> {
  const { registry, calls, content, clock, timeZone } = deps

  const errorOf = ({ lastError }: ToolRecord): ToolView['lastError'] => {
    if (!lastError) return undefined
    const text = (content(lastError.resultRef) as { text?: string } | undefined)?.text ?? '(forgotten)'
    return { at: lastError.at, runId: lastError.runId, text: text.slice(0, ERROR_SHOWN) }
  }

  const view = (tool: AnyTool, record: ToolRecord): ToolView => {
    const { name, title, description, effect, inDoubt, undoneBy } = tool
    const lastError = errorOf(record)
    return {
      name,
      title,
      description,
      effect,
      inDoubt,
      placeless: tool.placeless === true,
      irrevocable: tool.irrevocable === true,
      ...(undoneBy === undefined ? {} : { undoneBy }),
      checked: Object.entries(tool.sinks).map(([argument, type]) => ({ argument, type: String(type) })),
      timeoutMs: tool.timeoutMs ?? TIMEOUT_MS,
      off: registry.isOff(name),
      uses: {
        today: record.today,
        total: record.total,
        ...(record.lastAt === undefined ? {} : { lastAt: record.lastAt }),
      },
      ...(lastError ? { lastError } : {}),
      ...serverOf(tool),
    }
  }

  const serverOf = ({ name, foreign }: AnyTool): Pick<ToolView, 'server'> => {
    if (!foreign) return {}
    const known = deps.servers.known(foreign.server).find((tool) => tool.name === name)
    return {
      server: {
        name: foreign.server,
        schema: JSON.stringify(foreign.schema, null, 2),
        classified: deps.effects()[name] !== undefined,
        ...(known?.changed ? { changed: known.changed } : {}),
      },
    }
  }

  const list = () => {
    const now = wallTimeAt(new Date(clock.now()), timeZone())
    const dayStart = instantOf({ ...now, hour: 0, minute: 0, second: 0 }, timeZone()).toISOString()
    const records = calls.records(dayStart)
    return registry.all().map((tool) => view(tool, records.get(tool.name) ?? { total: 0, today: 0 }))
  }

  return {
    'tools.list': list,
    'tools.accept': ({ names }) => {
      deps.servers.accept(names)
      return list()
    },
    'tools.classify': ({ name, effect }) => {
      if (!registry.find(name)?.foreign) {
        throw new RequestError('not-a-server-tool', `"${name}" is no tool of a connected server.`, {
          fix: 'What other tools do is fixed.',
        })
      }
      const { [name]: _before, ...others } = deps.effects()
      deps.saveEffects(effect === undefined ? others : { ...others, [name]: effect })
      return list()
    },
  }
}

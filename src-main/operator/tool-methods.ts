import type { ToolView } from '../../src-preload/contract.ts'
import type { Registry } from '../execution/registry.ts'
import { type AnyTool, TIMEOUT_MS } from '../execution/tool.ts'
import { instantOf, wallTimeAt } from '../ingestion/language/zoned-time.ts'
import type { ToolCalls, ToolRecord } from '../state/sqlite/tool-calls.ts'
import type { Clock } from '../vocabulary/clock.ts'
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
}

/** What the agent can do, and what came of it. */
export function createToolMethods(deps: ToolMethodsDeps): Pick<Handlers, 'tools.list'> {
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
    }
  }

  return {
    'tools.list': () => {
      const now = wallTimeAt(new Date(clock.now()), timeZone())
      const dayStart = instantOf({ ...now, hour: 0, minute: 0, second: 0 }, timeZone()).toISOString()
      const records = calls.records(dayStart)
      return registry.all().map((tool) => view(tool, records.get(tool.name) ?? { total: 0, today: 0 }))
    },
  }
}

import type { Database } from '../../storage/database.ts'
import type { Fact } from '../facts.ts'

/** What came of a tool so far. Times are ISO 8601. */
export interface ToolRecord {
  /** Calls that were really made. */
  readonly total: number
  readonly today: number
  readonly lastAt?: string
  readonly lastError?: { readonly at: string; readonly runId: string; readonly resultRef: string }
}

export interface ToolCalls {
  /** By tool; `today` counts from `dayStart` on. */
  records(dayStart: string): ReadonlyMap<string, ToolRecord>
}

export function createToolCalls(db: Database): ToolCalls {
  const counts = db.prepare(
    `SELECT tool, COUNT(*) AS total, SUM(dispatched_at >= ?) AS today, MAX(dispatched_at) AS lastAt
     FROM tool_calls WHERE dispatched_at IS NOT NULL GROUP BY tool`,
  )
  // the other columns are those of the row with the latest time
  const errors = db.prepare(
    `SELECT tool, run_id AS runId, result_ref AS resultRef, MAX(settled_at) AS at
     FROM tool_calls WHERE status = 'failed' GROUP BY tool`,
  )
  return {
    records: (dayStart) => {
      const rows = counts.all(dayStart) as { tool: string; total: number; today: number; lastAt: string }[]
      const failed = errors.all() as { tool: string; runId: string; resultRef: string; at: string }[]
      const made = new Map<string, ToolRecord>(rows.map(({ tool, ...row }) => [tool, row]))
      for (const { tool, ...lastError } of failed)
        made.set(tool, { ...(made.get(tool) ?? { total: 0, today: 0 }), lastError })
      return made
    },
  }
}

/** Writes the row of a call; called inside the transaction of its facts. */
export function createToolCallProjection(db: Database): (fact: Fact) => void {
  const insert = db.prepare(
    `INSERT OR IGNORE INTO tool_calls (effect_id, run_id, tool, asked_at, settled_at, status, result_ref)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )
  const dispatch = db.prepare(
    `UPDATE tool_calls SET dispatched_at = ?, status = 'running' WHERE effect_id = ?`,
  )
  const doubt = db.prepare(`UPDATE tool_calls SET status = 'in-doubt' WHERE effect_id = ?`)
  const settle = db.prepare(
    'UPDATE tool_calls SET status = ?, settled_at = ?, result_ref = ? WHERE effect_id = ?',
  )
  return (fact) => {
    switch (fact.type) {
      case 'effect.intended':
        insert.run(fact.effectId, fact.runId, fact.tool, fact.at, null, 'intended', null)
        break
      case 'effect.refused':
        insert.run(fact.effectId, fact.runId, fact.tool, fact.at, fact.at, 'failed', fact.resultRef)
        break
      case 'effect.dispatched':
        dispatch.run(fact.at, fact.effectId)
        break
      case 'effect.doubted':
        doubt.run(fact.effectId)
        break
      case 'effect.settled':
        settle.run(fact.status, fact.at, fact.resultRef, fact.effectId)
        break
      default:
    }
  }
}

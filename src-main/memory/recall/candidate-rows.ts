import type { Database } from '../../storage/database.ts'
import { COLUMNS, type StoredRow } from '../sqlite/stored-row.ts'
import type { Interval } from './read-interval.ts'
import type { RowEntity } from './row-entities.ts'
import type { RowFilter } from './row-filter.ts'

export interface CandidateRow extends StoredRow {
  readonly at_ms: number
}

export interface Beside {
  readonly before: ReadonlyMap<number, CandidateRow>
  readonly after: ReadonlyMap<number, CandidateRow>
}

export interface CandidateRows {
  byRowid(rowids: readonly number[], filter: RowFilter): CandidateRow[]
  byId(ids: readonly string[], filter: RowFilter): CandidateRow[]
  /** The turns right before and after each of these rows that stands in a conversation, by row. */
  beside(rows: readonly CandidateRow[], filter: RowFilter): Beside
  naming(entities: readonly RowEntity[], filter: RowFilter): CandidateRow[]
  during(interval: Interval, filter: RowFilter): CandidateRow[]
}

const BY_ENTITY_MOST = 50
const BY_TIME_MOST = 100

/** Rows as recall looks at them; each query holds the filter itself. */
export function createCandidateRows(db: Database): CandidateRows {
  const statements = new Map<string, ReturnType<typeof db.prepare<unknown[], CandidateRow>>>()
  const prepared = (sql: string) => {
    let statement = statements.get(sql)
    if (!statement) {
      statement = db.prepare<unknown[], CandidateRow>(sql)
      statements.set(sql, statement)
    }
    return statement
  }
  const ROW = `${COLUMNS}, m.at_ms`
  return {
    byRowid: (rowids, { sql, values }) =>
      prepared(
        `SELECT ${ROW} FROM json_each(@rowids) r CROSS JOIN memory m ON m.rowid = r.value WHERE ${sql}`,
      ).all({ ...values, rowids: JSON.stringify(rowids) }),
    byId: (ids, { sql, values }) =>
      prepared(`SELECT ${ROW} FROM json_each(@ids) i CROSS JOIN memory m ON m.id = i.value WHERE ${sql}`).all(
        {
          ...values,
          ids: JSON.stringify(ids),
        },
      ),
    beside: (some, filter) => {
      const placed = some.filter(({ thread, position }) => thread !== null && position !== null)
      if (placed.length === 0) return { before: new Map(), after: new Map() }
      const rowids = JSON.stringify(placed.map(({ rowid }) => rowid))
      const next = (comparison: '<' | '>', order: 'DESC' | 'ASC') =>
        new Map(
          prepared(
            `SELECT r.value AS of, ${ROW} FROM json_each(@rowids) r CROSS JOIN memory c ON c.rowid = r.value
             CROSS JOIN memory m ON m.rowid = (
               SELECT n.rowid FROM memory n INDEXED BY memory_by_thread
               WHERE n.thread = c.thread AND n.position ${comparison} c.position AND n.scope = c.scope
                 AND n.forgetting_at IS NULL
               ORDER BY n.position ${order} LIMIT 1)
             WHERE ${filter.sql}`,
          )
            .all({ ...filter.values, rowids })
            .map((row) => [(row as CandidateRow & { of: number }).of, row]),
        )
      return { before: next('<', 'DESC'), after: next('>', 'ASC') }
    },
    naming: (entities, { sql, values }) => {
      const named = entities.filter(({ type }) => type !== 'person')
      if (named.length === 0) return []
      return prepared(
        `SELECT ${ROW} FROM json_each(@entities) q
         CROSS JOIN memory_entities e ON e.type = q.value ->> 'type' AND e.value = q.value ->> 'value'
         CROSS JOIN memory m ON m.rowid = e.row WHERE ${sql} LIMIT ${BY_ENTITY_MOST}`,
      ).all({ ...values, entities: JSON.stringify(named.map(({ type, value }) => ({ type, value }))) })
    },
    during: ({ from, to }, { sql, values }) =>
      prepared(
        `SELECT ${ROW} FROM principal_scopes p CROSS JOIN memory m INDEXED BY memory_by_time
           ON m.scope = p.scope AND m.at_ms >= @from AND m.at_ms < @to
         WHERE p.principal = @principal AND ${sql} ORDER BY m.at_ms DESC LIMIT ${BY_TIME_MOST}`,
      ).all({ ...values, from, to }),
  }
}

import type { Principal } from '../../vocabulary/principal.ts'
import type { RecallOptions } from '../memory.ts'

/** Which rows may be found, as a condition on `memory m`. It holds within every query, before anything is ranked. */
export interface RowFilter {
  readonly sql: string
  /** The part of it that is about scopes, of `memory m`. */
  readonly scopeSql: string
  readonly values: Readonly<Record<string, string | number>>
}

export function filterOf(
  principal: Principal,
  { scope, thread, kinds, trustedOnly }: RecallOptions,
): RowFilter {
  const values: Record<string, string | number> = { principal }
  let scopeSql = '+m.scope IN (SELECT scope FROM principal_scopes WHERE principal = @principal)'
  if (scope !== undefined) {
    scopeSql += ' AND +m.scope = @scope'
    values.scope = scope
  }
  const sql = ['m.forgetting_at IS NULL AND m.forgotten_at IS NULL', scopeSql]
  if (thread !== undefined) {
    sql.push('m.thread = @thread')
    values.thread = thread
  }
  if (kinds) {
    sql.push('+m.kind IN (SELECT value FROM json_each(@kinds))')
    values.kinds = JSON.stringify(kinds)
  }
  if (trustedOnly) sql.push('m.trusted = 1')
  return { sql: sql.join(' AND '), scopeSql, values }
}

import type { VectorFilter } from '../vector-store.ts'

export interface Condition {
  readonly sql: string
  readonly values: Readonly<Record<string, string | number>>
}

/** A filter as a condition on `memory m`; lists cross as JSON. A row that is being forgotten never meets it. */
export function conditionOf({ scopes, kinds, thread, from, to, trustedOnly }: VectorFilter): Condition {
  const parts: [sql: string, values?: Record<string, string | number>][] = [
    ['m.forgetting_at IS NULL AND m.forgotten_at IS NULL'],
    ['+m.scope IN (SELECT value FROM json_each(@scopes))', { scopes: JSON.stringify(scopes) }],
  ]
  if (kinds)
    parts.push(['+m.kind IN (SELECT value FROM json_each(@kinds))', { kinds: JSON.stringify(kinds) }])
  if (thread !== undefined) parts.push(['m.thread = @thread', { thread }])
  if (from !== undefined) parts.push(['m.at_ms >= @from', { from }])
  if (to !== undefined) parts.push(['m.at_ms < @to', { to }])
  if (trustedOnly) parts.push(['m.trusted = 1'])
  return {
    sql: parts.map(([sql]) => sql).join(' AND '),
    values: Object.assign({}, ...parts.map(([, values]) => values)),
  }
}

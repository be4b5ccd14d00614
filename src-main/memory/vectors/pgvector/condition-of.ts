import type { VectorFilter } from '../vector-store.ts'

/** A filter as a condition on the table's rows, its values numbered from `first`. */
export function conditionOf(
  { scopes, kinds, thread, from, to, trustedOnly }: VectorFilter,
  first: number,
): { readonly sql: string; readonly values: readonly unknown[] } {
  const values: unknown[] = []
  const value = (given: unknown): string => `$${first + values.push(given) - 1}`
  const parts = [`scope = ANY(${value(scopes)}::text[])`]
  if (kinds) parts.push(`kind = ANY(${value(kinds)}::text[])`)
  if (thread !== undefined) parts.push(`thread = ${value(thread)}::text`)
  if (from !== undefined) parts.push(`at >= ${value(from)}::float8`)
  if (to !== undefined) parts.push(`at < ${value(to)}::float8`)
  if (trustedOnly) parts.push('trusted')
  return { sql: parts.join(' AND '), values }
}

import type { VectorFilter } from '../vector-store.ts'

/** A filter as a boolean expression of Milvus (https://milvus.io/docs/boolean.md), applied before the nearest are looked for. */
export function milvusExpression({ scopes, kinds, thread, from, to, trustedOnly }: VectorFilter): string {
  const parts = [`scope in ${listOf(scopes)}`]
  if (kinds) parts.push(`kind in ${listOf(kinds)}`)
  if (thread !== undefined) parts.push(`thread == ${literalOf(markThread(thread))}`)
  if (from !== undefined) parts.push(`at >= ${from}`)
  if (to !== undefined) parts.push(`at < ${to}`)
  if (trustedOnly) parts.push('trusted == true')
  return parts.join(' and ')
}

export const idExpression = (ids: readonly string[]): string => `id in ${listOf(ids)}`

/** Not every Milvus knows null: no thread is the empty text, so a thread is never that. */
export const markThread = (thread: string | undefined): string => (thread === undefined ? '' : `:${thread}`)
export const unmarkThread = (marked: string): string | undefined =>
  marked === '' ? undefined : marked.slice(1)

const listOf = (texts: readonly string[]): string => `[${texts.map(literalOf).join(', ')}]`

/** Milvus reads the escapes of JSON: quote, backslash, control characters as \uXXXX. */
const literalOf = (text: string): string => JSON.stringify(text)

import { type VectorEntry, type VectorFilter, VectorStoreError } from './vector-store.ts'

interface Measure {
  readonly model: string
  readonly dimension: number
}

const REINDEX = 'Make the index anew: Settings > Memory > Reindex.'

/** Throws VectorStoreError for a vector that a space cannot hold or be asked with. */
export function assertVector(vector: Float32Array, { model, dimension }: Measure, whose = 'A vector'): void {
  if (vector.length !== dimension)
    throw new VectorStoreError(
      'wrong-dimension',
      `${whose} has ${vector.length} dimensions and does not fit a space of ${dimension} (${model})`,
      { passing: false, fix: REINDEX },
    )
  if (!vector.every(Number.isFinite))
    throw new VectorStoreError('not-finite', `${whose} holds a value that is not a number (${model})`, {
      passing: false,
      fix: REINDEX,
    })
}

/** The entries to write, each id once, the last of it; throws VectorStoreError before anything is written. */
export function checkedEntries(entries: readonly VectorEntry[], space: Measure): VectorEntry[] {
  const latest = new Map<string, VectorEntry>()
  for (const entry of entries) {
    assertVector(entry.vector, space, `The vector of memory ${entry.id}`)
    for (const text of [entry.id, entry.scope, entry.kind, entry.thread ?? ''])
      if (!isStorable(text))
        throw new VectorStoreError(
          'unstorable',
          `Memory ${entry.id} has a name that no store can keep exactly: ${JSON.stringify(text)}`,
          { passing: false },
        )
    latest.set(entry.id, entry)
  }
  return [...latest.values()]
}

/** The filter without names that no row can have; undefined where it admits nothing. */
export function checkedFilter(filter: VectorFilter): VectorFilter | undefined {
  const scopes = filter.scopes.filter(isStorable)
  const kinds = filter.kinds?.filter(isStorable)
  if (scopes.length === 0 || kinds?.length === 0) return undefined
  if (filter.thread !== undefined && !isStorable(filter.thread)) return undefined
  const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = filter
  if (!(from < to)) return undefined
  return {
    ...filter,
    scopes,
    kinds,
    from: Number.isFinite(from) ? from : undefined,
    to: Number.isFinite(to) ? to : undefined,
  }
}

/** UTF-8 has no half characters: two such names would become one. Postgres' text has no NUL. */
export const isStorable = (text: string): boolean => !/\p{Surrogate}|\0/u.test(text)

/** Lists in pieces of `size`, in order. */
export function* piecesOf<Item>(items: readonly Item[], size: number): Generator<Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size)
}

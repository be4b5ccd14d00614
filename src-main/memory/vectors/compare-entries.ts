import type { VectorEntry, VectorFilter, VectorMatch } from './vector-store.ts'

/** How far a value may be off after it was written as text or in fewer bits. */
const TOLERANCE = 1e-5

/** Whether two stores hold the same: all that is filtered by, and the vector as far as numbers are kept. */
export function sameEntry(one: VectorEntry, other: VectorEntry): boolean {
  return (
    one.id === other.id &&
    one.scope === other.scope &&
    one.kind === other.kind &&
    one.thread === other.thread &&
    one.at === other.at &&
    one.trusted === other.trusted &&
    one.vector.length === other.vector.length &&
    one.vector.every((value, index) => Math.abs(value - (other.vector[index] ?? Number.NaN)) <= TOLERANCE)
  )
}

/** Whether a filter lets an entry through, for stores that can look entries up by id only. */
export function admits(
  { scopes, kinds, thread, from, to, trustedOnly }: VectorFilter,
  entry: VectorEntry,
): boolean {
  return (
    scopes.includes(entry.scope) &&
    (kinds === undefined || kinds.includes(entry.kind)) &&
    (thread === undefined || thread === entry.thread) &&
    (from === undefined || entry.at >= from) &&
    (to === undefined || entry.at < to) &&
    (!trustedOnly || entry.trusted)
  )
}

/** Cosine, -1 to 1; 0 where one of them has no direction. */
export function cosine(one: Float32Array, other: Float32Array): number {
  let dot = 0
  let ofOne = 0
  let ofOther = 0
  for (const [index, value] of one.entries()) {
    const opposite = other[index] ?? 0
    dot += value * opposite
    ofOne += value * value
    ofOther += opposite * opposite
  }
  return dot / Math.sqrt(ofOne * ofOther) || 0
}

/** Entries as matches, best first. */
export function rankEntries(vector: Float32Array, entries: readonly VectorEntry[]): VectorMatch[] {
  return entries
    .map((entry) => ({ id: entry.id, similarity: cosine(vector, entry.vector) }))
    .sort((one, other) => other.similarity - one.similarity)
}

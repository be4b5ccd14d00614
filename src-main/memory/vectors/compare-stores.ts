import type { Clock } from '../../vocabulary/clock.ts'
import { sameEntry } from './compare-entries.ts'
import { type VectorEntry, type VectorStore, VectorStoreError } from './vector-store.ts'

const ENTRIES_MOST = 100
const QUESTIONS_MOST = 20
const NEAREST = 10
/** Similarities are made of fewer bits here and there. */
const AS_NEAR = 1e-3
/** Both may search by an index that misses one now and then. */
const SHARE_AS_NEAR = 0.95
/** A store may show what it was given only after a moment. */
const SHOWN_WITHIN_MS = 30_000
const LOOK_EVERY_MS = 500

/**
 * Compares two stores that should hold the same rows: how many there are, a sample of the entries, and what is nearest
 * to some of them. Throws VectorStoreError telling the first difference.
 */
export async function compareStores({
  from,
  to,
  ids,
  scopes,
  clock,
}: {
  from: VectorStore
  to: VectorStore
  ids: readonly string[]
  scopes: readonly string[]
  clock: Clock
}): Promise<{ readonly entries: number; readonly questions: number }> {
  const names = { from: from.kind, to: to.kind }
  await shown(clock, async () => {
    const count = await to.count()
    return count === ids.length
      ? undefined
      : `${names.to} holds ${count} rows where there should be ${ids.length}`
  })
  const sample = spread(ids, ENTRIES_MOST)
  const originals = await from.fetch(sample)
  await shown(clock, async () => {
    const copies = new Map((await to.fetch(sample)).map((entry) => [entry.id, entry]))
    const unlike = originals.find((entry) => {
      const copy = copies.get(entry.id)
      return copy === undefined || !sameEntry(entry, copy)
    })
    return unlike && `memory ${unlike.id} is not the same in ${names.from} and ${names.to}`
  })
  const questions = spread(originals, QUESTIONS_MOST)
  await shown(clock, async () => {
    const share = await shareAsNear(from, to, questions, scopes)
    return share >= SHARE_AS_NEAR
      ? undefined
      : `${names.to} finds only ${Math.floor(share * 100)} % of the nearest rows that ${names.from} finds`
  })
  return { entries: originals.length, questions: questions.length }
}

/** How many of the rows that the second finds are as near as those that the first finds. */
async function shareAsNear(
  from: VectorStore,
  to: VectorStore,
  questions: readonly VectorEntry[],
  scopes: readonly string[],
): Promise<number> {
  let wanted = 0
  let found = 0
  for (const { vector } of questions) {
    const expected = await from.search(vector, { scopes }, NEAREST)
    const matches = await to.search(vector, { scopes }, NEAREST)
    wanted += expected.length
    found += expected.filter(
      ({ similarity }, rank) => (matches[rank]?.similarity ?? -2) >= similarity - AS_NEAR,
    ).length
  }
  return wanted === 0 ? 1 : found / wanted
}

/** Looks until nothing differs any more; throws the difference that stays. */
async function shown(clock: Clock, difference: () => Promise<string | undefined>): Promise<void> {
  const until = clock.now() + SHOWN_WITHIN_MS
  for (;;) {
    const differs = await difference()
    if (differs === undefined) return
    if (clock.now() >= until)
      throw new VectorStoreError('move-differs', `The vectors were copied, but ${differs}`, {
        passing: false,
        fix: 'The store in use stays the one before. Move again; what is there already is not copied twice.',
      })
    await new Promise<void>((resolve) => clock.after(LOOK_EVERY_MS, resolve))
  }
}

/** So many of a list at most, from all over it. */
function spread<Item>(items: readonly Item[], most: number): Item[] {
  const step = Math.max(1, items.length / most)
  return Array.from(
    { length: Math.min(most, items.length) },
    (_, index) => items[Math.floor(index * step)] as Item,
  )
}

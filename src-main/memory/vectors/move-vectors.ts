import { type Clock, systemClock } from '../../vocabulary/clock.ts'
import { sameEntry } from './compare-entries.ts'
import { compareStores } from './compare-stores.ts'
import { type VectorEntry, type VectorStore, VectorStoreError } from './vector-store.ts'

export interface MoveReport {
  readonly copied: number
  /** Were there already, and equal. */
  readonly skipped: number
  /** Entries that were read from both and compared, after the move. */
  readonly compared: number
  /** Ids that the first store has no vector of. They need a new one. */
  readonly missing: readonly string[]
  /** All of it, in words. */
  readonly report: string
}

export interface MoveVectors {
  readonly from: VectorStore
  readonly to: VectorStore
  /** Ids of all rows that have a vector, a batch at a time. */
  readonly ids: AsyncIterable<readonly string[]>
  /** Called with the number of rows that are done. */
  readonly progress?: (done: number) => void
  readonly signal?: AbortSignal
  readonly clock?: Clock
}

/**
 * Copies vectors into another store and compares the two. The first is only read. What is there already and equal is
 * not written again, so that a move that was interrupted goes on where it was. Throws VectorStoreError where the second
 * does not hold the same afterwards, or the signal's reason.
 */
export async function moveVectors({
  from,
  to,
  ids,
  progress = () => {},
  signal,
  clock = systemClock,
}: MoveVectors): Promise<MoveReport> {
  assertAlike(from, to)
  const all: string[] = []
  for await (const batch of ids) all.push(...batch)
  const before = await to.count()
  let pass = await copy(from, to, all, progress, signal)
  // an earlier move left rows that were forgotten since. Two of a kind may be one and the same: it is not emptied
  if (before > pass.there && from.kind !== to.kind) {
    await to.clear()
    pass = await copy(from, to, all, progress, signal)
  }
  signal?.throwIfAborted()
  const { moved, copied, missing, scopes } = pass
  const { entries, questions } = await compareStores({ from, to, ids: moved, scopes: [...scopes], clock })
  const skipped = moved.length - copied
  const report = [
    `${counted(copied, 'vector')} copied from ${from.kind} to ${to.kind}, ${skipped} there already.`,
    `Both hold the same: ${moved.length} rows; ${counted(entries, 'entry', 'entries')} compared, and the nearest rows of ${counted(questions, 'question')}.`,
    ...(missing.length > 0 ? [`${counted(missing.length, 'row')} had no vector in ${from.kind}.`] : []),
    `${from.kind} was left as it was.`,
  ].join(' ')
  return { copied, skipped, compared: entries, missing, report }
}

interface Pass {
  /** Ids that both hold now. */
  readonly moved: string[]
  /** How many of the ids the second held before. */
  readonly there: number
  readonly copied: number
  readonly missing: string[]
  readonly scopes: ReadonlySet<string>
}

const AT_ONCE = 200

async function copy(
  from: VectorStore,
  to: VectorStore,
  ids: readonly string[],
  progress: (done: number) => void,
  signal: AbortSignal | undefined,
): Promise<Pass> {
  const moved: string[] = []
  const missing: string[] = []
  const scopes = new Set<string>()
  let there = 0
  let copied = 0
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    signal?.throwIfAborted()
    const batch = ids.slice(start, start + AT_ONCE)
    const wanted = byId(await from.fetch(batch))
    const present = byId(await to.fetch(batch))
    const unlike = [...wanted.values()].filter((entry) => {
      const other = present.get(entry.id)
      return other === undefined || !sameEntry(entry, other)
    })
    await to.put(unlike)
    // rows that were forgotten since they were copied
    await to.delete([...present.keys()].filter((id) => !wanted.has(id)))
    there += present.size
    copied += unlike.length
    moved.push(...wanted.keys())
    missing.push(...batch.filter((id) => !wanted.has(id)))
    for (const { scope } of wanted.values()) scopes.add(scope)
    progress(start + batch.length)
  }
  return { moved, there, copied, missing, scopes }
}

function assertAlike(from: VectorStore, to: VectorStore): void {
  if (from.model === to.model && from.dimension === to.dimension) return
  throw new VectorStoreError(
    'unlike-spaces',
    `Vectors of ${from.model} (${from.dimension} dimensions) cannot go into a space of ${to.model} (${to.dimension})`,
    { passing: false, fix: 'Make the index anew instead: Settings > Memory > Reindex.' },
  )
}

const byId = (entries: readonly VectorEntry[]): Map<string, VectorEntry> =>
  new Map(entries.map((entry) => [entry.id, entry]))

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`

import type { Clock } from '../../vocabulary/clock.ts'
import { explainError } from '../../vocabulary/errors.ts'
import type { VectorEntry, VectorStore } from '../vectors/vector-store.ts'
import { VectorStoreError } from '../vectors/vector-store.ts'
import { type Embedder, EmbedderError } from './embedder.ts'

/** A row that waits for its vector: what it is made from, and what the store keeps beside it. */
export interface WaitingRow {
  readonly text: string
  readonly entry: Omit<VectorEntry, 'vector'>
}

export interface VectorIndexerDeps<Row extends WaitingRow> {
  /** Rows without a vector, oldest first. */
  readonly pending: (limit: number) => readonly Row[]
  /** Marks those that are still as they were given. Gives the ids of those that are gone. */
  readonly done: (rows: readonly Row[]) => readonly string[]
  readonly embedder: Pick<Embedder, 'embed'>
  readonly store: Pick<VectorStore, 'put' | 'delete'>
  readonly clock: Clock
  readonly report: (what: string, error: unknown) => void
}

export interface VectorIndexer {
  /** Says that there may be something to do. */
  wake(): void
  /**
   * Settles when nothing waits any more; rejects with what keeps it from that. Where that passes by itself, it is
   * tried again all the same.
   */
  idle(): Promise<void>
  problem(): string | undefined
  close(): Promise<void>
}

const AT_ONCE = 16
const FIRST_DELAY_MS = 1_000
const LONGEST_DELAY_MS = 60_000
/** A text that every embedder can read, to tell a text's fault from the embedder's. */
const READABLE = 'a text'

/**
 * Fills the vector store in the background, a few rows at a time, so that questions get in between. What is done is
 * marked in the database: after a kill it goes on from there.
 */
export function createVectorIndexer<Row extends WaitingRow>(deps: VectorIndexerDeps<Row>): VectorIndexer {
  let working: Promise<void> | undefined
  let failure: unknown
  let failures = 0
  let closed = false
  /** Rows may have come since the last look. */
  let asked = false
  let withdraw = () => {}
  const abort = new AbortController()
  /** Rows that no vector can be made of, with their text; a change of the text gives them another chance. */
  const hopeless = new Map<string, string>()

  const isOfTheText = async (error: unknown): Promise<boolean> => {
    if (!(error instanceof EmbedderError) || (error.passing && error.code !== 'embedder-died')) return false
    return deps.embedder.embed([READABLE], { signal: abort.signal }).then(
      () => true,
      () => false,
    )
  }

  const embedAll = async (rows: readonly Row[]): Promise<readonly (Float32Array | undefined)[]> => {
    try {
      return await deps.embedder.embed(
        rows.map(({ text }) => text),
        { signal: abort.signal },
      )
    } catch (error) {
      if (closed || !(await isOfTheText(error))) throw error
      const [only] = rows
      if (rows.length === 1 && only) {
        hopeless.set(only.entry.id, only.text)
        deps.report(`no vector can be made of the memory ${only.entry.id}; it is found by its words`, error)
        return [undefined]
      }
      const half = Math.ceil(rows.length / 2)
      return [...(await embedAll(rows.slice(0, half))), ...(await embedAll(rows.slice(half)))]
    }
  }

  const step = async (): Promise<boolean> => {
    const rows = deps
      .pending(AT_ONCE + hopeless.size)
      .filter(({ entry, text }) => hopeless.get(entry.id) !== text)
      .slice(0, AT_ONCE)
    if (rows.length === 0) return false
    const vectors = await embedAll(rows)
    if (closed) return false
    const made = rows.flatMap((row, index) => {
      const vector = vectors[index]
      return vector ? [{ row, vector }] : []
    })
    if (made.length === 0) return true
    await deps.store.put(made.map(({ row, vector }) => ({ ...row.entry, vector })))
    const gone = deps.done(made.map(({ row }) => row))
    if (gone.length > 0) await deps.store.delete(gone)
    return true
  }

  const run = async (): Promise<void> => {
    try {
      do {
        asked = false
        while (!closed && (await step())) failures = 0
        failure = undefined
      } while (asked && !closed)
    } catch (error) {
      if (closed) return
      failure = error
      failures += 1
      if (!isPassing(error)) return
      const delay = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (failures - 1))
      withdraw = deps.clock.after(delay, wake)
    } finally {
      // with the last look at `asked`, not a moment after it
      working = undefined
    }
  }

  const wake = (): void => {
    if (closed) return
    asked = true
    if (working) return
    withdraw()
    working = run()
  }

  return {
    wake,
    idle: async () => {
      while (!closed) {
        await working
        if (failure) throw failure
        const left = deps
          .pending(1 + hopeless.size)
          .some(({ entry, text }) => hopeless.get(entry.id) !== text)
        if (!left) return
        wake()
      }
    },
    problem: () => (failure ? explainError(failure) : undefined),
    close: async () => {
      closed = true
      withdraw()
      abort.abort(new Error('closed'))
      await working
    },
  }
}

const isPassing = (error: unknown): boolean =>
  (error instanceof EmbedderError || error instanceof VectorStoreError) && error.passing

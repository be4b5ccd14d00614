import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from '../storage/database.ts'
import type { Clock } from '../vocabulary/clock.ts'
import { explainError } from '../vocabulary/errors.ts'
import { type Embedder, EmbedderError } from './embedding/embedder.ts'
import { createVectorIndexer, type VectorIndexer } from './embedding/index-vectors.ts'
import type { MemoryStatus } from './memory.ts'
import { createSpaces } from './sqlite/spaces.ts'
import type { VectorStoreChoice } from './vectors/create-vector-store.ts'
import { type MoveReport, moveVectors } from './vectors/move-vectors.ts'
import { type VectorStore, VectorStoreError } from './vectors/vector-store.ts'

/** Where meaning comes from: both are opened when first wanted, and again after a failure that passes. */
export interface MeaningSource {
  readonly openEmbedder: () => Promise<Embedder>
  /** `namespace` tells the memories of several computers apart in a store they share. */
  readonly openVectors: (
    space: { model: string; dimension: number },
    store?: VectorStoreChoice,
  ) => Promise<VectorStore>
  /** Deletes a space on this computer that is not in use any more. */
  readonly dropLocal: (space: { model: string; dimension: number }) => Promise<void>
}

export interface Meaning {
  vectors(): VectorStore | undefined
  /** Undefined where meaning cannot be had: recall goes by words. */
  embedQuestion(text: string, signal?: AbortSignal): Promise<Float32Array | undefined>
  embed(texts: readonly string[]): Promise<Float32Array[]>
  /** There may be rows to make vectors of. They are, a moment later: what the operator waits for goes first. */
  wake(): void
  /**
   * Waits for the model, and for the vectors of the last few rows, so that what was just said is found; not for those
   * of an import, and never long.
   */
  caughtUp(signal?: AbortSignal): Promise<void>
  status(): MemoryStatus
  searchable(signal?: AbortSignal): Promise<void>
  /** Vectors of all rows are made anew. */
  rebuild(): Promise<void>
  /** Copies the vectors into another store and takes it into use. */
  move(to: VectorStoreChoice): Promise<MoveReport>
  /** Deletes the vectors of rows that are gone. One that cannot be deleted now stays on the list. */
  deleteOwed(): Promise<void>
  close(): Promise<void>
}

interface Open {
  readonly embedder: Embedder
  readonly vectors: VectorStore
  readonly indexer: VectorIndexer
}

const IDS_AT_ONCE = 200
const AGAIN_AFTER_MS = 15_000
const DELETED_AT_ONCE = 100
const WAKES_AFTER_MS = 400
/** So few rows are waited for, and so long. */
const FEW = 50
const WAIT_MOST_MS = 3_000

/** Vectors of the rows: made in the background, deleted with them, made anew when the model or the store changes. */
export function createMeaning({
  db,
  clock,
  source,
  probe = () => {},
  report,
}: {
  db: Database
  clock: Clock
  source: MeaningSource | undefined
  probe?: ((when: 'before-commit' | 'after-commit') => void) | undefined
  report: (what: string, error: unknown) => void
}): Meaning {
  const spaces = createSpaces(db)
  let open: Open | undefined
  let opening: Promise<Open> | undefined
  let failure: unknown
  let withdrawRetry = () => {}
  let withdrawWake = () => {}
  let closed = false
  let moving: MemoryStatus['moving']

  const start = async (): Promise<Open> => {
    if (!source) throw new EmbedderError('no-meaning', 'Memory searches by words only', { passing: false })
    const embedder = await source.openEmbedder()
    const vectors = await source
      .openVectors({ model: embedder.id, dimension: embedder.dimension })
      .catch(async (error) => {
        await embedder.close()
        throw error
      })
    // whoever waits for the model waits here, and not with the first question
    await embedder.embed(['ready'], { query: true })
    spaces.use(vectors)
    const indexer = createVectorIndexer({
      pending: spaces.pending,
      done: (rows) => {
        probe('before-commit')
        const gone = spaces.done(rows)
        probe('after-commit')
        return gone
      },
      embedder,
      store: vectors,
      clock,
      report,
    })
    return { embedder, vectors, indexer }
  }

  const ready = (): Promise<Open> => {
    opening ??= start().then(
      (made) => {
        open = made
        failure = undefined
        made.indexer.wake()
        tidy(made).catch((error) =>
          report('vectors that are not needed any more could not be removed', error),
        )
        return made
      },
      (error) => {
        opening = undefined
        failure = error
        const passing = (error instanceof EmbedderError || error instanceof VectorStoreError) && error.passing
        if (passing && !closed) withdrawRetry = clock.after(AGAIN_AFTER_MS, begin)
        throw error
      },
    )
    return opening
  }

  const begin = (): void => {
    if (closed) return
    if (open) open.indexer.wake()
    else ready().catch((error) => report('memory cannot be searched by meaning', error))
  }
  const wake = (): void => {
    if (closed || !source || moving) return
    withdrawWake()
    withdrawWake = clock.after(WAKES_AFTER_MS, begin)
  }

  /** What other spaces left on this computer goes once the present one is whole. */
  const tidy = async (made: Open): Promise<void> => {
    await deleteOwed(made)
    await made.indexer.idle()
    for (const { id, ...space } of spaces.leftovers()) {
      if (closed) return
      await source?.dropLocal(space)
      spaces.drop(id)
    }
  }

  const deleteOwed = async ({ vectors }: Open): Promise<void> => {
    for (let ids = spaces.toDelete(DELETED_AT_ONCE); ids.length > 0; ids = spaces.toDelete(DELETED_AT_ONCE)) {
      await vectors.delete(ids)
      spaces.deleted(ids)
    }
  }

  return {
    vectors: () => open?.vectors,
    embedQuestion: async (text, signal) => {
      if (!source) return undefined
      try {
        const { embedder } = await ready()
        return (await embedder.embed([text], { query: true, ...(signal ? { signal } : {}) }))[0]
      } catch (error) {
        if (signal?.aborted) throw error
        return undefined
      }
    },
    embed: async (texts) => (await ready()).embedder.embed(texts, { query: true }),
    wake,
    caughtUp: async (signal) => {
      if (!source || moving || failure) return
      const filled = ready().then(({ indexer }) => (spaces.waitMoreThan(FEW) ? undefined : indexer.idle()))
      const ended = new AbortController()
      const patience = pause(WAIT_MOST_MS, undefined, {
        signal: signal ? AbortSignal.any([signal, ended.signal]) : ended.signal,
      })
      // what fails is told by the status; recall goes on by words
      await Promise.race([filled, patience]).catch(() => undefined)
      ended.abort()
      await Promise.allSettled([patience])
    },
    status: () => {
      const problem = failure ?? open?.indexer.problem()
      return {
        ...spaces.counts(),
        embedder: open && { id: open.embedder.id, dimension: open.embedder.dimension },
        store: open?.vectors.kind ?? 'none',
        ...(moving ? { moving } : {}),
        ...(problem ? { problem: typeof problem === 'string' ? problem : explainError(problem) } : {}),
      }
    },
    searchable: async () => {
      const { indexer } = await ready()
      indexer.wake()
      await indexer.idle()
    },
    rebuild: async () => {
      const { vectors, indexer } = await ready()
      // before, for a process that is killed in between; after, for rows that came in between
      spaces.reset()
      await vectors.clear()
      spaces.reset()
      indexer.wake()
    },
    move: async (to) => {
      const from = await ready()
      const target = await source?.openVectors(from.vectors, to)
      if (!target) throw new EmbedderError('no-meaning', 'Memory searches by words only', { passing: false })
      // what is written meanwhile waits for its vector until the move is done
      await from.indexer.close()
      const space = spaces.make(target)
      const total = spaces.counts().embedded
      moving = { done: 0, total }
      try {
        const report = await moveVectors({
          from: from.vectors,
          to: target,
          ids: spaces.withVector(IDS_AT_ONCE),
          progress: (done) => {
            probe('before-commit')
            moving = { done, total }
            probe('after-commit')
          },
        })
        probe('before-commit')
        spaces.adopt(space)
        probe('after-commit')
        return report
      } finally {
        moving = undefined
        await target.close()
        await close(from)
        open = undefined
        opening = undefined
      }
    },
    deleteOwed: async () => {
      if (!source) return
      await ready()
        .then(deleteOwed)
        .catch((error) => report('vectors of forgotten rows wait to be deleted', error))
    },
    close: async () => {
      closed = true
      withdrawRetry()
      withdrawWake()
      const made = await opening?.catch(() => undefined)
      if (made) await close(made)
    },
  }
}

async function close({ indexer, vectors, embedder }: Open): Promise<void> {
  await indexer.close()
  await vectors.close()
  await embedder.close()
}

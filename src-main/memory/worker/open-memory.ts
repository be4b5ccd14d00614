import { existsSync } from 'node:fs'
import type { Database } from '../../storage/database.ts'
import { randomId, systemClock } from '../../vocabulary/clock.ts'
import { createMemory } from '../create-memory.ts'
import { createEmbedder, type EmbedderChoice } from '../embedding/create-embedder.ts'
import type { Embedder } from '../embedding/embedder.ts'
import type { Memory } from '../memory.ts'
import { openMemoryDatabase } from '../sqlite/memory-database.ts'
import { takeOverRows } from '../sqlite/take-over-rows.ts'
import { createVectorStore, type VectorStoreChoice } from '../vectors/create-vector-store.ts'
import { createSqliteVectors } from '../vectors/sqlite/create-sqlite-vectors.ts'
import { commitProbe } from './commit-probe.ts'

/** All that memory is opened with; plain data, since it crosses to the worker. */
export interface OpenMemoryOptions {
  /** Path of memory.sqlite. */
  readonly path: string
  readonly nativeBinding?: string
  /** A journal's database that may hold rows of a version before memory had a database of its own. */
  readonly olderRows?: string
  readonly embedder: EmbedderChoice | undefined
  readonly store: VectorStoreChoice
  /** IANA name; how "last week" is read. */
  readonly timeZone: string
  /** A point at which a test ends the process, like `before-commit:7`. */
  readonly fault?: string
}

export interface OpenMemoryHooks {
  readonly now: () => number
  readonly report: (what: string, error: unknown) => void
  readonly tookOver: () => void
  /** In place of the chosen one. */
  readonly openEmbedder?: () => Promise<Embedder>
}

/** Opens memory when it is first wanted. One that could not be opened is tried again with the next call. */
export function openMemory(options: OpenMemoryOptions, hooks: OpenMemoryHooks): () => Memory {
  let memory: Memory | undefined
  const open = (): Memory => {
    const { path, nativeBinding, olderRows, embedder, store, timeZone, fault } = options
    const db = openMemoryDatabase(path, nativeBinding === undefined ? {} : { nativeBinding })
    if (olderRows !== undefined && existsSync(olderRows) && takeOverRows(db, olderRows, options))
      hooks.tookOver()
    const made = createMemory({
      db,
      clock: { now: hooks.now, after: systemClock.after },
      newId: randomId,
      timeZone: () => timeZone,
      meaning: embedder && {
        openEmbedder: hooks.openEmbedder ?? (() => createEmbedder(embedder)),
        openVectors: ({ model, dimension }, other = store) =>
          createVectorStore(other, { model, dimension, ...ownSpace(db) }),
        dropLocal: async (space) => {
          await createSqliteVectors({ db, ...space }).clear()
        },
      },
      ...(fault === undefined ? {} : { probe: commitProbe(fault) }),
      report: hooks.report,
    })
    return made
  }
  return () => {
    memory ??= open()
    return memory
  }
}

/** The connection for vectors kept here, and the name of this memory in a store that others share. */
function ownSpace(db: Database): { db: Database; namespace: string } {
  db.prepare('INSERT OR IGNORE INTO own_name (one, name) VALUES (1, ?)').run(randomId('memory'))
  return { db, namespace: db.prepare('SELECT name FROM own_name').pluck().get() as string }
}

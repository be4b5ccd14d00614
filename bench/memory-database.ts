import { createMemory } from '../src-main/memory/create-memory.ts'
import type { Embedder } from '../src-main/memory/embedding/embedder.ts'
import { createSqliteVectors } from '../src-main/memory/vectors/sqlite/create-sqlite-vectors.ts'
import type { VectorEntry, VectorStore } from '../src-main/memory/vectors/vector-store.ts'
import type { Database } from '../src-main/storage/database.ts'
import { randomId, systemClock } from '../src-main/vocabulary/clock.ts'
import { OPERATOR_LABELS } from '../src-main/vocabulary/labels.ts'
import { perturbed } from './memory-embeddings.ts'
import { sentence } from './memory-sentences.ts'

const AT_ONCE = 1_000
const TURNS_A_THREAD = 20
const FIRST_DAY = Date.UTC(2022, 0, 1)
const BETWEEN_ROWS_MS = 120_000

export interface Filled {
  readonly ids: readonly string[]
  /** In ms, of all rows together. */
  readonly importTime: number
  readonly putTime: number
}

/** Opens memory with the store of this computer. Without an embedder rows get no vectors by themselves. */
export const openBenchMemory = (db: Database, embedder: Embedder | undefined) =>
  createMemory({
    db,
    clock: systemClock,
    newId: randomId,
    timeZone: () => 'Europe/Lisbon',
    meaning: embedder && {
      openEmbedder: async () => ({ ...embedder, close: async () => undefined }),
      openVectors: async (space) => createSqliteVectors({ db, ...space }),
      dropLocal: async () => undefined,
    },
    report: (what, error) => {
      throw new Error(what, { cause: error })
    },
  })

/**
 * Imports so many rows, and puts vectors for them: those of the sentences, then others near them, of rows that say the
 * same with a number of their own.
 */
export async function fillMemory(
  db: Database,
  store: VectorStore,
  real: readonly Float32Array[],
  count: number,
): Promise<Filled> {
  const memory = openBenchMemory(db, undefined)
  const space = db
    .prepare(`INSERT INTO spaces (store, model, dimension) VALUES ('sqlite', ?, ?) RETURNING id`)
    .pluck()
    .get(store.model, store.dimension)
  const mark = db.prepare('UPDATE memory SET space = ? WHERE space IS NULL')
  const ids: string[] = []
  let importTime = 0
  let putTime = 0
  for (let from = 0; from < count; from += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, n) => from + n)
    let began = performance.now()
    const imported = await memory.importRows('operator', numbers.map(rowOf))
    importTime += performance.now() - began
    const entries = numbers.map((number, n): VectorEntry => {
      const base = real[number % real.length] as Float32Array
      const vector = number < real.length ? base : perturbed(base, number)
      const id = imported[n]?.id ?? ''
      return { id, vector, scope: 'personal', kind: 'episode', thread: undefined, at: 0, trusted: true }
    })
    began = performance.now()
    await store.put(entries)
    putTime += performance.now() - began
    mark.run(space)
    ids.push(...imported.map(({ id }) => id))
  }
  db.pragma('wal_checkpoint(TRUNCATE)')
  return { ids, importTime, putTime }

  function rowOf(number: number) {
    const text = sentence(number % real.length)
    return {
      text: number < real.length ? text : `${text} Entry ${number}.`,
      kind: 'episode' as const,
      labels: OPERATOR_LABELS,
      source: { kind: 'import' as const, ref: 'bench' },
      at: new Date(FIRST_DAY + number * BETWEEN_ROWS_MS).toISOString(),
      thread: `conversation-${Math.floor(number / TURNS_A_THREAD)}`,
      position: number % TURNS_A_THREAD,
    }
  }
}

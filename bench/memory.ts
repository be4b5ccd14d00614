import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEmbedder } from '../src-main/memory/embedding/create-embedder.ts'
import type { Embedder } from '../src-main/memory/embedding/embedder.ts'
import { openMemoryDatabase } from '../src-main/memory/sqlite/memory-database.ts'
import { createSqliteVectors } from '../src-main/memory/vectors/sqlite/create-sqlite-vectors.ts'
import type { VectorFilter } from '../src-main/memory/vectors/vector-store.ts'
import type { Database } from '../src-main/storage/database.ts'
import type { Table } from './bench.ts'
import { fillMemory, openBenchMemory } from './memory-database.ts'
import { embedSentences } from './memory-embeddings.ts'
import { question } from './memory-sentences.ts'
import { quantile, rounded } from './quantiles.ts'

const SIZES = [10_000, 100_000]
/** Sentences that are truly embedded; further rows have vectors near theirs. */
const REAL_MOST = 50_000
const QUESTIONS = 200
/** Comparing all vectors takes seconds, so fewer questions are put to it. */
const EXACT_QUESTIONS = 30
const K = 10
/** So many matches recall asks the store for. */
const K_OF_RECALL = 150
/** So many vectors the indexer puts at once. */
const PUT_AT_ONCE = 16
const filter: VectorFilter = { scopes: ['personal'] }

type Row = Record<string, string | number>

/**
 * Recall over memories of several sizes, through the whole of memory with the bundled model, beside its parts: the
 * vector store alone, comparing every vector, and full-text search alone. `--rows 10000,1000000` gives the sizes.
 */
export async function measure(flags: readonly string[]): Promise<Table> {
  const sizes = flags.includes('--rows')
    ? (flags[flags.indexOf('--rows') + 1] ?? '').split(',').map(Number)
    : SIZES
  const embedder = await createEmbedder({
    provider: 'bundled',
    cache: join(tmpdir(), 'adjutant-bench-models'),
  })
  const rows: Row[] = []
  const notes: string[] = []
  try {
    for (const size of sizes) {
      const measured = await measureSize(embedder, size)
      rows.push(...measured.rows)
      notes.push(...measured.notes)
    }
  } finally {
    await embedder.close()
  }
  return { title: `Recall, ${QUESTIONS} questions each, in turn; times in ms`, rows, notes }
}

async function measureSize(embedder: Embedder, size: number): Promise<{ rows: Row[]; notes: string[] }> {
  const real = (await embedSentences(embedder, REAL_MOST)).slice(0, size)
  const folder = mkdtempSync(join(tmpdir(), 'adjutant-bench-memory-'))
  const path = join(folder, 'memory.sqlite')
  const space = { model: embedder.id, dimension: embedder.dimension }
  let db = openMemoryDatabase(path)
  try {
    const filled = await fillMemory(db, createSqliteVectors({ db, ...space }), real, size)
    const putAgain = await timePuts(db, space, filled.ids, real)
    db.pragma('wal_checkpoint(TRUNCATE)')
    db.close()
    // as after a start, with the codes still on disk
    db = openMemoryDatabase(path)
    const store = createSqliteVectors({ db, ...space })
    const memory = openBenchMemory(db, embedder)
    const residentBefore = process.memoryUsage.rss()
    const first = await timed(async () => store.search(real[0] as Float32Array, filter, K))
    const resident = process.memoryUsage.rss() - residentBefore
    await memory.searchable()
    const times = new Map<string, number[]>()
    const time = async <Result>(way: string, work: () => Result | Promise<Result>): Promise<Result> => {
      const began = performance.now()
      const result = await work()
      times.set(way, [...(times.get(way) ?? []), performance.now() - began])
      return result
    }
    const compareAll = exactSearch(db)
    const words = db
      .prepare('SELECT rowid FROM memory_words WHERE memory_words MATCH ? ORDER BY rank LIMIT ?')
      .pluck()
    let nearest = 0
    let found = 0
    await memory.recall('operator', question(QUESTIONS))
    for (let number = 0; number < QUESTIONS; number += 1) {
      const text = question(number)
      const vector = (await time('embedding the question', () => embedder.embed([text], { query: true })))[0]
      if (!vector) throw new Error(`No vector of "${text}"`)
      await time('recall, whole', () => memory.recall('operator', text, { k: K }))
      const matches = await time('vectors, 10 nearest', () => store.search(vector, filter, K))
      await time('vectors, 150 nearest', () => store.search(vector, filter, K_OF_RECALL))
      await time('words alone (FTS5)', () => words.all(anyWord(text), K))
      if (number >= EXACT_QUESTIONS) continue
      const exact = new Set(await time('all vectors compared', () => compareAll(vector)))
      nearest += exact.size
      found += matches.filter(({ id }) => exact.has(id)).length
    }
    await memory.close()
    const p50 = (way: string) => quantile(times.get(way) ?? [], 0.5)
    return {
      rows: [...times].map(([way, all]) => ({
        rows: size,
        what: way,
        p50: rounded(quantile(all, 0.5)),
        p95: rounded(quantile(all, 0.95)),
        p99: rounded(quantile(all, 0.99)),
      })),
      notes: [
        `${size} rows: ${rate(size, filled.importTime)} rows a second imported with their words, ${rate(size, filled.putTime)} vectors a second put, ${rate(putAgain.count, putAgain.time)} by ${PUT_AT_ONCE} with a commit each.`,
        `  ${megabytes(statSync(path, { throwIfNoEntry: false })?.size ?? 0)} MB of database; the first search reads the codes in ${rounded(first)} ms and takes ${megabytes(resident)} MB of memory.`,
        `  Of the ${K} nearest of all, the store finds ${rounded((100 * found) / nearest)} %, in 1/${rounded(p50('all vectors compared') / p50('vectors, 10 nearest'), 1)} of the time.`,
        `  Whole recall takes ${rounded(p50('recall, whole') / p50('all vectors compared'))} times as long as comparing all vectors, ${rounded(p50('recall, whole') / p50('words alone (FTS5)'))} times as long as words alone.`,
      ],
    }
  } finally {
    if (db.open) db.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Puts vectors that are there once more, as the indexer does. */
async function timePuts(
  db: Database,
  space: { model: string; dimension: number },
  ids: readonly string[],
  real: readonly Float32Array[],
): Promise<{ count: number; time: number }> {
  const store = createSqliteVectors({ db, ...space })
  await store.count()
  const count = Math.min(1_600, real.length)
  const time = await timed(async () => {
    for (let from = 0; from < count; from += PUT_AT_ONCE) {
      const entries = ids.slice(from, from + PUT_AT_ONCE).map((id, n) => ({
        id,
        vector: real[from + n] as Float32Array,
        scope: 'personal',
        kind: 'episode',
        thread: undefined,
        at: 0,
        trusted: true,
      }))
      await store.put(entries)
    }
  })
  return { count, time }
}

/** Ids of the nearest, by comparing every vector in the database. */
function exactSearch(db: Database): (vector: Float32Array) => string[] {
  const table = db
    .prepare(`SELECT name FROM sqlite_schema WHERE name GLOB 'vectors_????????????'`)
    .pluck()
    .get()
  const statement = db
    .prepare<unknown[], string>(
      `SELECT m.id FROM (SELECT row, vec_distance_cosine(vector, ?) AS distance FROM ${table} ORDER BY distance LIMIT ${K}) n
       JOIN memory m ON m.rowid = n.row`,
    )
    .pluck()
  return (vector) => statement.all(Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength))
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

const anyWord = (text: string): string =>
  (text.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `"${word}"`).join(' OR ')

const rate = (count: number, time: number): number => Math.round((1000 * count) / time)

const megabytes = (bytes: number): number => Math.round(bytes / 1e6)

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../../storage/database.ts'
import { openMemoryDatabase } from '../../sqlite/memory-database.ts'
import { type VectorEntry, type VectorFilter, VectorStoreError } from '../vector-store.ts'
import { createSqliteVectors } from './create-sqlite-vectors.ts'
import { outsideArchive } from './load-vector-extension.ts'

const DIMENSION = 64
const space = { model: 'test-model', dimension: DIMENSION }
const everywhere: VectorFilter = { scopes: ['personal', 'work'] }

let folder: string
let path: string
let db: Database

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'adjutant-vectors-'))
  path = join(folder, 'memory.sqlite')
  db = openMemoryDatabase(path)
})
afterEach(() => {
  db.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A row of memory and its vector. */
function entry(id: string, vector: Float32Array, changes: Partial<VectorEntry> = {}): VectorEntry {
  const { at = 0, kind = 'fact', scope = 'personal', thread, trusted = true } = changes
  const iso = new Date(at).toISOString()
  db.prepare(
    `INSERT OR IGNORE INTO memory (id, kind, text, source, source_kind, labels, trusted, scope, at, at_ms, created_at, thread)
     VALUES (?, ?, 'text', '{}', 'api', '{}', ?, ?, ?, ?, ?, ?)`,
  ).run(id, kind, trusted ? 1 : 0, scope, iso, at, iso, thread ?? null)
  return { id, vector, at, kind, scope, thread, trusted }
}

/** Numbers that only the seed decides (mulberry32). */
function randoms(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const unit = (values: ArrayLike<number>): Float32Array => {
  const vector = Float32Array.from(values)
  const length = Math.hypot(...vector) || 1
  return vector.map((value) => value / length)
}
const randomVector = (random: () => number) => unit(Array.from({ length: DIMENSION }, () => random() - 0.5))
/** Vectors as texts have them: around topics. */
function vectorsOfTopics(count: number, topics: number, seed: number): Float32Array[] {
  const random = randoms(seed)
  const centres = Array.from({ length: topics }, () => randomVector(random))
  return Array.from({ length: count }, (_, at) => {
    const centre = centres[at % topics] as Float32Array
    const off = randomVector(random)
    return unit(centre.map((value, d) => value + 0.7 * (off[d] as number)))
  })
}
const dot = (a: Float32Array, b: Float32Array) => {
  let sum = 0
  for (let at = 0; at < a.length; at += 1) sum += (a[at] as number) * (b[at] as number)
  return sum
}
const admits = ({ scopes, kinds, thread, from, to, trustedOnly }: VectorFilter, row: VectorEntry) =>
  scopes.includes(row.scope) &&
  (kinds?.includes(row.kind) ?? true) &&
  (thread === undefined || row.thread === thread) &&
  (from === undefined || row.at >= from) &&
  (to === undefined || row.at < to) &&
  (!trustedOnly || row.trusted)
const bruteForce = (rows: readonly VectorEntry[], question: Float32Array, filter: VectorFilter, k: number) =>
  rows
    .filter((row) => admits(filter, row))
    .map((row) => ({ id: row.id, similarity: dot(row.vector, question) }))
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, k)
const ids = (matches: readonly { id: string }[]) => matches.map(({ id }) => id)

const tableOf = (what: string) =>
  db.prepare(`SELECT name FROM sqlite_schema WHERE name LIKE 'vectors%_${what}'`).pluck().get() as string

const filters: fc.Arbitrary<VectorFilter> = fc.record(
  {
    scopes: fc.subarray(['personal', 'work', 'nowhere']),
    kinds: fc.subarray(['fact', 'episode', 'rule']),
    thread: fc.constantFrom('t0', 't1', 't9'),
    from: fc.integer({ min: 0, max: 40 }),
    to: fc.integer({ min: 0, max: 40 }),
    trustedOnly: fc.boolean(),
  },
  { requiredKeys: ['scopes'] },
)
const variedRows = (vectors: readonly Float32Array[]): VectorEntry[] =>
  db.transaction(() =>
    vectors.map((vector, n) =>
      entry(`m${n}`, vector, {
        scope: n % 3 === 0 ? 'work' : 'personal',
        kind: ['fact', 'episode', 'rule'][(n % 5) % 3] as string,
        thread: n % 2 === 0 ? `t${n % 4 === 0 ? 0 : 1}` : undefined,
        at: n % 40,
        trusted: n % 7 !== 0,
      }),
    ),
  )()

describe('a search', () => {
  it('gives what comparing every vector gives, whatever it is filtered by', async () => {
    const store = createSqliteVectors({ db, ...space })
    const rows = variedRows(vectorsOfTopics(900, 20, 1))
    await store.put(rows)
    const random = randoms(2)
    await fc.assert(
      fc.asyncProperty(filters, fc.integer({ min: 1, max: 20 }), async (filter, k) => {
        const question = randomVector(random)
        const expected = bruteForce(rows, question, filter, k)
        const found = await store.search(question, filter, k)
        expect(ids(found)).toEqual(ids(expected))
        found.forEach(({ similarity }, at) => {
          expect(similarity).toBeCloseTo(expected[at]?.similarity ?? Number.NaN, 5)
        })
      }),
      { numRuns: 150 },
    )
  })

  it('finds nearly all of the nearest among thousands of rows, and never one that the filter shuts out', async () => {
    const store = createSqliteVectors({ db, ...space })
    const rows = variedRows(vectorsOfTopics(6_500, 60, 3))
    for (let at = 0; at < rows.length; at += 500) await store.put(rows.slice(at, at + 500))
    const byId = new Map(rows.map((row) => [row.id, row]))
    const vectors = vectorsOfTopics(200, 60, 3)
    let expectedCount = 0
    let foundCount = 0
    await fc.assert(
      fc.asyncProperty(filters, fc.nat(199), async (filter, at) => {
        const question = vectors[at] as Float32Array
        const expected = new Set(ids(bruteForce(rows, question, filter, 10)))
        const found = await store.search(question, filter, 10)
        expect(found.length).toBe(expected.size)
        for (const { id } of found) expect(admits(filter, byId.get(id) as VectorEntry)).toBe(true)
        expectedCount += expected.size
        foundCount += found.filter(({ id }) => expected.has(id)).length
      }),
      { numRuns: 200 },
    )
    expect(foundCount / expectedCount).toBeGreaterThan(0.97)
  })

  it('finds the rows of a long thread among all others', async () => {
    const store = createSqliteVectors({ db, ...space })
    const rows = db.transaction(() =>
      vectorsOfTopics(5_000, 40, 4).map((vector, n) =>
        entry(`m${n}`, vector, n % 2 === 0 ? { thread: 'long' } : {}),
      ),
    )()
    await store.put(rows)
    const filter = { ...everywhere, thread: 'long' }
    const question = rows[31]?.vector as Float32Array
    const expected = ids(bruteForce(rows, question, filter, 10))
    const found = ids(await store.search(question, filter, 10))
    expect(found.filter((id) => expected.includes(id)).length).toBeGreaterThanOrEqual(9)
  })

  it('finds enough where most of the nearest rows are being forgotten', async () => {
    const store = createSqliteVectors({ db, ...space })
    const random = randoms(5)
    const near = randomVector(random)
    const rows = db.transaction(() =>
      Array.from({ length: 4_000 }, (_, n) =>
        entry(`m${n}`, n < 2_500 ? unit(near.map((v) => v + 0.01 * random())) : randomVector(random)),
      ),
    )()
    await store.put(rows)
    db.exec(`UPDATE memory SET forgetting_at = '2026-01-01' WHERE rowid <= 2500`)
    const found = await store.search(near, everywhere, 10)
    expect(found).toHaveLength(10)
    for (const { id } of found) expect(Number(id.slice(1))).toBeGreaterThanOrEqual(2_500)
  })

  it('stays quick in its answer where thousands of rows say the same', async () => {
    const store = createSqliteVectors({ db, ...space })
    const same = randomVector(randoms(6))
    const rows = db.transaction(() => Array.from({ length: 3_000 }, (_, n) => entry(`m${n}`, same)))()
    await store.put(rows)
    expect(await store.search(same, everywhere, 10)).toHaveLength(10)
  })
})

describe('a vector that was put', () => {
  it('comes back as it was, with what the row is filtered by', async () => {
    const store = createSqliteVectors({ db, ...space })
    const put = entry('m1', randomVector(randoms(1)), { thread: 't', at: 5, kind: 'episode', trusted: false })
    await store.put([put])
    expect(await store.fetch(['m1', 'unknown'])).toEqual([put])
  })

  it('is replaced when it is put again', async () => {
    const store = createSqliteVectors({ db, ...space })
    const random = randoms(1)
    const [before, after] = [randomVector(random), randomVector(random)]
    await store.put([entry('m1', before)])
    await store.put([entry('m1', after), entry('m1', after)])
    expect(await store.count()).toBe(1)
    expect((await store.search(after, everywhere, 1))[0]?.similarity).toBeCloseTo(1, 5)
  })

  it('is not kept for a row that was forgotten meanwhile', async () => {
    const store = createSqliteVectors({ db, ...space })
    const late = entry('m1', randomVector(randoms(1)))
    db.exec(`UPDATE memory SET forgetting_at = '2026-01-01'`)
    await store.put([late])
    expect(await store.count()).toBe(0)
  })

  it('is found after the database was closed and opened again', async () => {
    const rows = variedRows(vectorsOfTopics(1_000, 20, 1))
    await createSqliteVectors({ db, ...space }).put(rows)
    db.close()
    db = openMemoryDatabase(path)
    const store = createSqliteVectors({ db, ...space })
    const question = rows[17]?.vector as Float32Array
    expect(await store.count()).toBe(1_000)
    expect(ids(await store.search(question, everywhere, 5))).toEqual(
      ids(bruteForce(rows, question, everywhere, 5)),
    )
  })

  it('is compared with a question by id, where the filter admits it', async () => {
    const store = createSqliteVectors({ db, ...space })
    const random = randoms(1)
    const [a, b] = [randomVector(random), randomVector(random)]
    await store.put([entry('m1', a), entry('m2', b), entry('m3', b, { scope: 'work' })])
    const found = await store.similarities(a, ['m2', 'm1', 'm3', 'm2', 'gone'], { scopes: ['personal'] })
    expect(ids(found)).toEqual(['m1', 'm2'])
    expect(found[1]?.similarity).toBeCloseTo(dot(a, b), 5)
  })
})

describe('a vector that was deleted', () => {
  it('is not found, counted or fetched any more, and the others are', async () => {
    const store = createSqliteVectors({ db, ...space })
    const rows = variedRows(vectorsOfTopics(600, 20, 1))
    await store.put(rows)
    const gone = rows.slice(100, 400)
    await store.delete([...ids(gone), 'unknown'])
    await store.delete(ids(gone))
    const left = rows.filter((row) => !gone.includes(row))
    const question = gone[5]?.vector as Float32Array
    expect(await store.count()).toBe(300)
    expect(await store.fetch(['m120'])).toEqual([])
    expect(ids(await store.search(question, everywhere, 20))).toEqual(
      ids(bruteForce(left, question, everywhere, 20)),
    )
    await store.delete(ids(left))
    expect(
      db
        .prepare(`SELECT count(*) FROM ${tableOf('codes')}`)
        .pluck()
        .get(),
    ).toBe(0)
  })

  it('leaves no trace in the file', async () => {
    const store = createSqliteVectors({ db, ...space })
    const rows = variedRows(vectorsOfTopics(40, 5, 1))
    await store.put(rows)
    const [code] = db.prepare('SELECT vec_quantize_binary(?)').pluck().all(rows[7]?.vector) as Buffer[]
    const traces = () => {
      db.pragma('wal_checkpoint(TRUNCATE)')
      const file = readFileSync(path)
      const bytes = Buffer.from((rows[7] as VectorEntry).vector.buffer)
      return [bytes.subarray(0, 32), bytes.subarray(-32), code as Buffer].map((part) => file.includes(part))
    }
    expect(traces()).toEqual([true, true, true])
    await store.delete(['m7'])
    expect(traces()).toEqual([false, false, false])
  })
})

describe('a space', () => {
  it('is empty when cleared, and can be filled again', async () => {
    const store = createSqliteVectors({ db, ...space })
    const rows = variedRows(vectorsOfTopics(300, 5, 1))
    await store.put(rows)
    await store.clear()
    expect(await store.count()).toBe(0)
    expect(await store.search(rows[0]?.vector as Float32Array, everywhere, 3)).toEqual([])
    await store.put(rows.slice(0, 2))
    expect(await store.count()).toBe(2)
  })

  it('leaves nothing behind when cleared, and another one as it is', async () => {
    const other = createSqliteVectors({ db, model: 'other-model', dimension: DIMENSION })
    const store = createSqliteVectors({ db, ...space })
    const row = entry('m1', randomVector(randoms(1)))
    await other.put([row])
    const tables = () => db.prepare('SELECT name FROM sqlite_schema ORDER BY name').pluck().all()
    const before = tables()
    await store.put([row])
    await store.clear()
    expect(tables()).toEqual(before)
    expect(await other.count()).toBe(1)
  })

  it.each([
    ['missing', (table: string) => `DELETE FROM ${table}`],
    ['cut off', (table: string) => `UPDATE ${table} SET image = substr(image, 1, 100)`],
    ['of fewer rows', (table: string) => `DELETE FROM ${table} WHERE block = 1`],
  ])('makes its codes anew from the vectors where they are %s', async (_what, damage) => {
    const rows = variedRows(vectorsOfTopics(400, 5, 1))
    await createSqliteVectors({ db, ...space }).put(rows)
    db.exec(damage(tableOf('codes')))
    const store = createSqliteVectors({ db, ...space })
    const question = rows[17]?.vector as Float32Array
    expect(await store.count()).toBe(400)
    expect(ids(await store.search(question, everywhere, 5))).toEqual(
      ids(bruteForce(rows, question, everywhere, 5)),
    )
  })

  it('finds as before after its codes were made anew', async () => {
    const store = createSqliteVectors({ db, ...space })
    const rows = variedRows(vectorsOfTopics(3_000, 30, 1))
    await store.put(rows)
    const question = rows[17]?.vector as Float32Array
    const before = await store.search(question, everywhere, 10)
    await store.rebuildCodes()
    expect(await store.search(question, everywhere, 10)).toEqual(before)
    expect(await store.count()).toBe(3_000)
  })
})

describe('what cannot be done', () => {
  it('a vector of another dimension is refused, and nothing of its batch is kept', async () => {
    const store = createSqliteVectors({ db, ...space })
    const random = randoms(1)
    const batch = [entry('m1', randomVector(random)), entry('m2', new Float32Array(3))]
    await expect(store.put(batch)).rejects.toMatchObject({ code: 'wrong-dimension', passing: false })
    await expect(store.search(new Float32Array(3), everywhere, 1)).rejects.toThrow(VectorStoreError)
    expect(await store.count()).toBe(0)
  })

  it('a database without the vector functions is refused', () => {
    const bare = new Sqlite(':memory:')
    expect(() => createSqliteVectors({ db: bare, ...space })).toThrow(VectorStoreError)
    bare.close()
  })

  it('a change that the database refuses leaves the vectors as they were', async () => {
    const store = createSqliteVectors({ db, ...space })
    const random = randoms(1)
    const kept = entry('m1', randomVector(random))
    await store.put([kept])
    const lost = entry('m2', randomVector(random), { scope: 'work' })
    db.exec(
      `CREATE TRIGGER no_room BEFORE INSERT ON ${tableOf('codes')} BEGIN SELECT RAISE(ABORT, 'full'); END`,
    )
    await expect(store.put([lost])).rejects.toMatchObject({ code: 'vectors-unusable' })
    db.exec('DROP TRIGGER no_room')
    expect(ids(await store.search(lost.vector, everywhere, 5))).toEqual(['m1'])
    await store.put([lost])
    const again = createSqliteVectors({ db, ...space })
    expect(ids(await again.search(lost.vector, everywhere, 5))).toEqual(['m2', 'm1'])
  })
})

it('the library of a packaged app is loaded from beside its archive', () => {
  expect(outsideArchive('/opt/a/resources/app.asar/node_modules/x/vec0.so')).toBe(
    '/opt/a/resources/app.asar.unpacked/node_modules/x/vec0.so',
  )
  expect(outsideArchive('/src/node_modules/x/vec0.so')).toBe('/src/node_modules/x/vec0.so')
})

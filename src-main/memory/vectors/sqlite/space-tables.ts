import { createHash } from 'node:crypto'
import type { Database } from '../../../storage/database.ts'
import type { VectorEntry, VectorFilter, VectorMatch } from '../vector-store.ts'
import { conditionOf } from './filter-sql.ts'
import type { ClassOfRow } from './row-classes.ts'

/** A memory row, as far as its vector is found by it. */
export interface RowPlace extends ClassOfRow {
  readonly row: number
  readonly at: number
}

/** Candidates looked at beyond those asked for, since some are being forgotten. */
const SPARE = 16

type Statement = ReturnType<Database['prepare']>

interface StoredEntry extends RowPlace {
  readonly id: string
  readonly thread: string | null
  readonly vector: Buffer
}

/** Tables of one space: its vectors, by the number of the memory row, and the codes made of them, in blocks. */
export class SpaceTables {
  readonly classes: string
  readonly #db: Database
  readonly #vectors: string
  readonly #codes: string

  constructor(db: Database, space: { model: string; dimension: number }) {
    const name = createHash('sha256')
      .update(JSON.stringify([space.model, space.dimension]))
      .digest('hex')
    this.#db = db
    this.#vectors = `vectors_${name.slice(0, 12)}`
    this.#codes = `${this.#vectors}_codes`
    this.classes = `${this.#vectors}_classes`
  }

  create(): void {
    this.#db.exec(`
      CREATE TABLE IF NOT EXISTS ${this.#vectors} (row INTEGER PRIMARY KEY, vector BLOB NOT NULL) STRICT;
      CREATE TABLE IF NOT EXISTS ${this.#codes} (block INTEGER PRIMARY KEY, image BLOB NOT NULL) STRICT;
      CREATE TABLE IF NOT EXISTS ${this.classes} (
        id INTEGER PRIMARY KEY, scope TEXT NOT NULL, kind TEXT NOT NULL, trusted INTEGER NOT NULL,
        UNIQUE (scope, kind, trusted)
      ) STRICT`)
  }

  drop(): void {
    for (const table of [this.#codes, this.classes, this.#vectors])
      this.#db.exec(`DROP TABLE IF EXISTS ${table}`)
  }

  /** Once the tables are there. */
  prepare() {
    const db = this.#db
    const vectors = this.#vectors
    const codes = this.#codes
    const PLACE = 'm.rowid AS row, m.scope, m.kind, m.trusted, m.at_ms AS at'
    const filtered = new Map<string, Statement>()
    const prepared = (text: string): Statement => {
      const statement = filtered.get(text) ?? db.prepare(text)
      filtered.set(text, statement)
      return statement
    }
    return {
      place: db.prepare<[string], RowPlace>(
        `SELECT ${PLACE} FROM memory m WHERE m.id = ? AND m.forgetting_at IS NULL`,
      ),
      rowOf: db.prepare<[string], number>('SELECT rowid FROM memory WHERE id = ?').pluck(),
      put: db.prepare(`INSERT OR REPLACE INTO ${vectors} VALUES (?, ?)`),
      delete: db.prepare(`DELETE FROM ${vectors} WHERE row = ?`),
      putBlock: db.prepare(`INSERT OR REPLACE INTO ${codes} VALUES (?, ?)`),
      deleteBlock: db.prepare(`DELETE FROM ${codes} WHERE block = ?`),
      deleteBlocks: db.prepare(`DELETE FROM ${codes}`),
      blocks: db.prepare<unknown[], { block: number; image: Buffer }>(`SELECT block, image FROM ${codes}`),
      lastRow: db.prepare<unknown[], number | null>(`SELECT max(row) FROM ${vectors}`).pluck(),
      /** Vectors from a row on, in order. */
      page: db.prepare<[after: number, most: number], RowPlace & { vector: Buffer }>(
        `SELECT ${PLACE}, v.vector FROM ${vectors} v CROSS JOIN memory m ON m.rowid = v.row
         WHERE v.row > ? ORDER BY v.row LIMIT ?`,
      ),
      entry: db.prepare<[string], StoredEntry>(
        `SELECT ${PLACE}, m.id, m.thread, v.vector FROM memory m JOIN ${vectors} v ON v.row = m.rowid
         WHERE m.id = ? AND m.forgetting_at IS NULL`,
      ),
      /** The best of these rows that the filter admits. */
      score: (rows: readonly number[], vector: Buffer, filter: VectorFilter, k: number): VectorMatch[] => {
        const { sql, values } = conditionOf(filter)
        const statement = prepared(
          `SELECT m.id, 1 - n.distance AS similarity FROM (
             SELECT v.row, coalesce(vec_distance_cosine(v.vector, @vector), 1) AS distance
             FROM json_each(@rows) r CROSS JOIN ${vectors} v ON v.row = r.value ORDER BY distance LIMIT @most
           ) n CROSS JOIN memory m ON m.rowid = n.row WHERE ${sql} ORDER BY n.distance LIMIT @k`,
        )
        const best = (most: number) =>
          statement.all({ ...values, rows: JSON.stringify(rows), vector, k, most }) as VectorMatch[]
        // reading a memory row costs as much as its vector; nearly all candidates meet the condition
        const most = k + SPARE
        const matches = best(most)
        return matches.length < k && rows.length > most ? best(rows.length) : matches
      },
      scoreIds: (ids: readonly string[], vector: Buffer, filter: VectorFilter): VectorMatch[] => {
        const { sql, values } = conditionOf(filter)
        const statement = prepared(
          `SELECT m.id, 1 - coalesce(vec_distance_cosine(v.vector, @vector), 1) AS similarity
           FROM json_each(@ids) i CROSS JOIN memory m ON m.id = i.value CROSS JOIN ${vectors} v ON v.row = m.rowid
           WHERE ${sql} ORDER BY similarity DESC`,
        )
        return statement.all({ ...values, ids: JSON.stringify(ids), vector }) as VectorMatch[]
      },
      /** Numbers of the rows of the filter's thread, `limit` at most. */
      rowsOfThread: (filter: VectorFilter, limit: number): number[] => {
        const { sql, values } = conditionOf(filter)
        const text = `SELECT m.rowid AS row FROM memory m INDEXED BY memory_by_thread WHERE ${sql} LIMIT @limit`
        return (prepared(text).all({ ...values, limit }) as { row: number }[]).map(({ row }) => row)
      },
    }
  }
}

export type SpaceStatements = ReturnType<SpaceTables['prepare']>

export const bytesOf = (vector: Float32Array): Buffer =>
  Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength)

export const vectorOf = (bytes: Uint8Array): Float32Array => new Float32Array(new Uint8Array(bytes).buffer)

export const entryOf = ({ id, scope, kind, thread, at, trusted, vector }: StoredEntry): VectorEntry => ({
  id,
  scope,
  kind,
  at,
  thread: thread ?? undefined,
  trusted: trusted === 1,
  vector: vectorOf(vector),
})

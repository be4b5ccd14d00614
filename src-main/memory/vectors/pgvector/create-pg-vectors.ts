import { assertVector, checkedEntries, checkedFilter, isStorable, piecesOf } from '../check-entries.ts'
import type { VectorSpace } from '../space-name.ts'
import type { VectorEntry, VectorFilter, VectorMatch, VectorStore } from '../vector-store.ts'
import { conditionOf } from './condition-of.ts'
import { createPgPool } from './pg-pool.ts'
import { openPgSpace, type PgSpace } from './pg-space.ts'

const ENTRIES_AT_ONCE = 250
const IDS_AT_ONCE = 1_000
/** So many rows of a filter are all compared; of more, the index finds the nearest. */
const COMPARED_AT_MOST = 2_000
/** How many nearest ones the index looks at before it takes the filter into account; pgvector allows 1000. */
const LOOKED_AT_LEAST = 100
const LOOKED_AT_MOST = 1_000

interface StoredEntry {
  readonly id: string
  readonly vector: string
  readonly scope: string
  readonly kind: string
  readonly thread: string | null
  readonly at: number
  readonly trusted: boolean
}

/** Vectors in a Postgres database with the pgvector extension, one table a space. The space is opened when first wanted. */
export function createPgVectors({ url, ...space }: { url: string } & VectorSpace): VectorStore {
  const { model, dimension } = space
  const pool = createPgPool(url)
  let opening: Promise<PgSpace> | undefined

  /** After a failure the space is looked at anew: the database may have come back another one. */
  const within = async <Result>(work: (opened: PgSpace) => Promise<Result>): Promise<Result> => {
    try {
      opening ??= openPgSpace(pool, space)
      return await work(await opening)
    } catch (cause) {
      opening = undefined
      throw pool.failureOf(cause)
    }
  }

  const put = async (entries: readonly VectorEntry[]): Promise<void> => {
    const checked = checkedEntries(entries, space)
    for (const piece of piecesOf(checked, ENTRIES_AT_ONCE))
      await within(({ table, type }) =>
        pool.query(
          `INSERT INTO ${table} AS t (id, vector, scope, kind, thread, at, trusted)
           SELECT id, vector::${type}, scope, kind, thread, at, trusted
           FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::float8[], $7::bool[])
             AS e (id, vector, scope, kind, thread, at, trusted)
           ON CONFLICT (id) DO UPDATE SET vector = excluded.vector, scope = excluded.scope, kind = excluded.kind,
             thread = excluded.thread, at = excluded.at, trusted = excluded.trusted`,
          [
            piece.map(({ id }) => id),
            piece.map(({ vector }) => literalOf(vector)),
            piece.map(({ scope }) => scope),
            piece.map(({ kind }) => kind),
            piece.map(({ thread }) => thread ?? null),
            piece.map(({ at }) => at),
            piece.map(({ trusted }) => trusted),
          ],
        ),
      )
  }

  const search = async (vector: Float32Array, filter: VectorFilter, k: number): Promise<VectorMatch[]> => {
    assertVector(vector, space, 'The question')
    const checked = checkedFilter(filter)
    if (!checked || k < 1) return []
    return within(async ({ table, type, distance, iterative }) => {
      const { sql, values } = conditionOf(checked, 3)
      const apart = `vector ${distance} $1::${type}`
      const ask = (order: string) =>
        `SELECT id, 1 - (${apart}) AS similarity FROM ${table} WHERE ${sql} ORDER BY ${order} LIMIT $2`
      const given = [literalOf(vector), k, ...values]
      if (iterative && (await isMany(table, checked))) {
        const near = await pool.queryWith<VectorMatch>(
          {
            'hnsw.iterative_scan': 'strict_order',
            'hnsw.ef_search': String(Math.min(LOOKED_AT_MOST, Math.max(LOOKED_AT_LEAST, 2 * k))),
          },
          ask(apart),
          given,
        )
        if (near.length >= k) return near.map(matchOf)
      }
      // an order that the index does not have: all rows that the filter admits are compared
      return (await pool.query<VectorMatch>(ask(`(${apart}) + 0`), given)).map(matchOf)
    })
  }

  const isMany = async (table: string, filter: VectorFilter): Promise<boolean> => {
    const { sql, values } = conditionOf(filter, 2)
    const [row] = await pool.query<{ many: boolean }>(
      `SELECT count(*) > $1 AS many FROM (SELECT FROM ${table} WHERE ${sql} LIMIT $1 + 1) AS admitted`,
      [COMPARED_AT_MOST, ...values],
    )
    return row?.many === true
  }

  const similarities = async (
    vector: Float32Array,
    ids: readonly string[],
    filter: VectorFilter,
  ): Promise<VectorMatch[]> => {
    assertVector(vector, space, 'The question')
    const checked = checkedFilter(filter)
    if (!checked || ids.length === 0) return []
    const { sql, values } = conditionOf(checked, 3)
    const found = await within(({ table, type, distance }) =>
      pool.query<VectorMatch>(
        `SELECT id, 1 - (vector ${distance} $1::${type}) AS similarity FROM ${table}
         WHERE id = ANY($2::text[]) AND ${sql} ORDER BY similarity DESC`,
        [literalOf(vector), ids.filter(isStorable), ...values],
      ),
    )
    return found.map(matchOf)
  }

  const fetch = async (ids: readonly string[]): Promise<VectorEntry[]> => {
    const entries: VectorEntry[] = []
    for (const piece of piecesOf(ids.filter(isStorable), IDS_AT_ONCE)) {
      const rows = await within(({ table }) =>
        pool.query<StoredEntry>(
          `SELECT id, vector::text AS vector, scope, kind, thread, at, trusted FROM ${table} WHERE id = ANY($1::text[])`,
          [piece],
        ),
      )
      entries.push(...rows.map(entryOf))
    }
    return entries
  }

  return {
    kind: 'pgvector',
    model,
    dimension,
    put,
    search,
    similarities,
    fetch,
    delete: async (ids) => {
      for (const piece of piecesOf(ids.filter(isStorable), IDS_AT_ONCE))
        await within(({ table }) => pool.query(`DELETE FROM ${table} WHERE id = ANY($1::text[])`, [piece]))
    },
    count: () =>
      within(async ({ table }) => {
        const [row] = await pool.query<{ count: string }>(`SELECT count(*) AS count FROM ${table}`)
        return Number(row?.count)
      }),
    clear: async () => {
      await within(({ table }) => pool.query(`DROP TABLE IF EXISTS ${table}`))
      opening = undefined
    },
    close: () => pool.close(),
  }
}

/** float4 is read back as it was written: the shortest text that names a float32 as a double names it as a float32. */
const literalOf = (vector: Float32Array): string => `[${vector.join(',')}]`

const matchOf = ({ id, similarity }: VectorMatch): VectorMatch => ({
  id,
  similarity: Number.isNaN(similarity) ? 0 : similarity,
})

const entryOf = ({ vector, thread, ...rest }: StoredEntry): VectorEntry => ({
  ...rest,
  thread: thread ?? undefined,
  vector: Float32Array.from(JSON.parse(vector) as number[]),
})

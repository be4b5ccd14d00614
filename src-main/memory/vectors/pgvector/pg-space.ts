import { escapeIdentifier } from 'pg'
import { spaceName, type VectorSpace } from '../space-name.ts'
import { VectorStoreError } from '../vector-store.ts'
import type { PgPool, PgQuery } from './pg-pool.ts'

/** A space's table, and how its columns are spoken of: the extension may live in any schema. */
export interface PgSpace {
  readonly table: string
  readonly type: string
  readonly distance: string
  /** Whether the index goes on until the filter has its fill: pgvector 0.8 and later. */
  readonly iterative: boolean
}

/** pgvector's most for an index; longer vectors are compared one by one. */
const INDEXED_DIMENSIONS = 2_000

interface Extension {
  readonly schema: string
  readonly version: string
}

/** Finds or makes the table of a space. */
export function openPgSpace(pool: PgPool, space: VectorSpace): Promise<PgSpace> {
  return pool.transaction(async (query) => {
    const name = spaceName(space)
    // two that open at once: the second finds what the first made
    await query('SELECT pg_advisory_xact_lock(hashtext($1))', ['adjutant vectors'])
    const { schema, version } = await extension(query, pool.address)
    const within = escapeIdentifier(schema)
    const table = escapeIdentifier(name)
    const type = `${within}.vector`
    await query(
      `CREATE TABLE IF NOT EXISTS ${table} (
         id text PRIMARY KEY, vector ${type}(${space.dimension}) NOT NULL, scope text NOT NULL, kind text NOT NULL,
         thread text, at float8 NOT NULL, trusted boolean NOT NULL)`,
    )
    await assertColumn(query, { table, name, address: pool.address, dimension: space.dimension })
    if (space.dimension <= INDEXED_DIMENSIONS)
      await query(
        `CREATE INDEX IF NOT EXISTS ${escapeIdentifier(`${name}_n`)} ON ${table}
         USING hnsw (vector ${within}.vector_cosine_ops)`,
      )
    await query(`CREATE INDEX IF NOT EXISTS ${escapeIdentifier(`${name}_s`)} ON ${table} (scope, at)`)
    await query(
      `CREATE INDEX IF NOT EXISTS ${escapeIdentifier(`${name}_t`)} ON ${table} (thread) WHERE thread IS NOT NULL`,
    )
    return { table, type, distance: `OPERATOR(${within}.<=>)`, iterative: isIterative(version) }
  })
}

async function extension(query: PgQuery, address: string): Promise<Extension> {
  const find = async () =>
    (
      await query<Extension>(
        `SELECT n.nspname AS schema, e.extversion AS version FROM pg_extension e
         JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'vector'`,
      )
    )[0]
  const there = await find()
  if (there) return there
  try {
    await query('CREATE EXTENSION IF NOT EXISTS vector')
  } catch (cause) {
    const code = (cause as { code?: unknown }).code
    if (code === '42501')
      throw new VectorStoreError(
        'no-vector-extension',
        `${address} has no vector extension, and this user may not create it`,
        { passing: false, fix: 'Have an administrator run: CREATE EXTENSION vector', cause },
      )
    // undefined file, feature not supported: what Postgres says of an extension that is not installed
    if (code === '58P01' || code === '0A000')
      throw new VectorStoreError('no-vector-extension', `${address} has no vector extension`, {
        passing: false,
        fix: 'Install pgvector on the database server (https://github.com/pgvector/pgvector), then try again.',
        cause,
      })
    throw cause
  }
  const created = await find()
  if (!created) throw new Error('the vector extension was created and is not there')
  return created
}

async function assertColumn(
  query: PgQuery,
  { table, name, address, dimension }: { table: string; name: string; address: string; dimension: number },
): Promise<void> {
  const [column] = await query<{ dimension: number }>(
    `SELECT atttypmod AS dimension FROM pg_attribute WHERE attrelid = $1::regclass AND attname = 'vector'`,
    [table],
  )
  if (column?.dimension === dimension) return
  throw new VectorStoreError(
    'wrong-dimension',
    `The table ${name} in ${address} holds vectors of ${column?.dimension ?? 'no'} dimensions, not of ${dimension}`,
    { passing: false, fix: `Drop the table ${name}, or choose another database.` },
  )
}

function isIterative(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 0 || minor >= 8
}

import { Pool } from 'pg'
import { messageOf } from '../../../vocabulary/errors.ts'
import { maskAddress, maskSecrets } from '../mask-secrets.ts'
import { VectorStoreError } from '../vector-store.ts'

export type PgQuery = <Row>(text: string, values?: readonly unknown[]) => Promise<Row[]>

/** Connections to one database. */
export interface PgPool {
  /** The database, without its password. */
  readonly address: string
  readonly query: PgQuery
  /** With settings that hold for this query alone. */
  queryWith<Row>(
    settings: Readonly<Record<string, string>>,
    text: string,
    values: readonly unknown[],
  ): Promise<Row[]>
  transaction<Result>(work: (query: PgQuery) => Promise<Result>): Promise<Result>
  /** What was thrown, as an error of the store. */
  failureOf(cause: unknown): VectorStoreError
  close(): Promise<void>
}

const CONNECTIONS_MOST = 4
const CONNECT_WITHIN_MS = 10_000
const ANSWER_WITHIN_MS = 60_000

/** Connects when first asked. Throws VectorStoreError for an address that is none. */
export function createPgPool(url: string): PgPool {
  const address = maskAddress(url)
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol))
    throw new VectorStoreError('bad-address', 'The address of the Postgres database cannot be read', {
      passing: false,
      fix: 'Write it as postgres://user@host:5432/database in Settings > Memory; encode special characters.',
    })
  const { password, searchParams } = new URL(url)
  const secrets = [password, searchParams.get('password') ?? undefined]
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS_MOST,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    query_timeout: ANSWER_WITHIN_MS,
    allowExitOnIdle: true,
    application_name: 'adjutant',
  })
  // a connection that breaks while nobody uses it: the next query gets a new one, or tells what is wrong
  pool.on('error', () => {})
  let closing: Promise<void> | undefined

  const transaction: PgPool['transaction'] = async (work) => {
    const client = await pool.connect()
    let broken = false
    const broke = () => {
      broken = true
    }
    client.on('error', broke)
    try {
      await client.query('BEGIN')
      const result = await work(async (text, values) => (await client.query(text, [...(values ?? [])])).rows)
      await client.query('COMMIT')
      return result
    } catch (cause) {
      await client.query('ROLLBACK').catch(broke)
      throw cause
    } finally {
      client.off('error', broke)
      client.release(broken)
    }
  }

  return {
    address,
    transaction,
    query: async (text, values) => (await pool.query(text, [...(values ?? [])])).rows,
    queryWith: (settings, text, values) =>
      transaction(async (query) => {
        const names = Object.keys(settings)
        const set = names.map((_, index) => `set_config($${2 * index + 1}, $${2 * index + 2}, true)`)
        await query(`SELECT ${set.join(', ')}`, Object.entries(settings).flat())
        return query(text, values)
      }),
    failureOf: (cause) => (cause instanceof VectorStoreError ? cause : failureAt(address, cause, secrets)),
    close: () => {
      closing ??= pool.end()
      return closing
    },
  }
}

/** SQLSTATE classes after which it may work again: connection, resources, shutdown, deadlock and the like. */
const PASSING = /^(08|53|57|40)/
/** Who asks is not let in: wrong password, no such database, not allowed. */
const REFUSED = /^(28|3D|42501)/

function failureAt(
  address: string,
  cause: unknown,
  secrets: readonly (string | undefined)[],
): VectorStoreError {
  const code = (cause as { code?: unknown }).code
  const state = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined
  const why = maskSecrets(messageOf(cause) || String(code), secrets)
  if (state !== undefined && REFUSED.test(state))
    return new VectorStoreError('store-refused', `${address} refuses: ${why}`, {
      passing: false,
      fix: 'Check user, password and database in Settings > Memory.',
      cause,
    })
  if (state === undefined || PASSING.test(state))
    return new VectorStoreError('store-unreachable', `${address} cannot be reached: ${why}`, {
      passing: true,
      fix: 'Check that the database runs and that this computer reaches it. It is tried again by itself.',
      cause,
    })
  return new VectorStoreError('store-unusable', `${address} cannot be used: ${why}`, {
    // a table that was dropped is made anew with the next attempt
    passing: state === '42P01',
    fix: 'Make the index anew: Settings > Memory > Reindex.',
    cause,
  })
}

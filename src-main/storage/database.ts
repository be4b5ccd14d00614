import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { messageOf, StorageError } from '../vocabulary/errors.ts'
import { sql as journal } from './migrations/0001-journal.ts'
import { sql as memory } from './migrations/0002-memory.ts'
import { sql as schedules } from './migrations/0003-schedules.ts'
import { sql as corrections } from './migrations/0004-corrections.ts'
import { sql as standing } from './migrations/0005-standing.ts'
import { sql as pauses } from './migrations/0006-pauses.ts'
import { sql as observability } from './migrations/0007-observability.ts'
import { sql as toolCalls } from './migrations/0008-tool-calls.ts'
import { sql as toolDefinitions } from './migrations/0009-tool-definitions.ts'

export type Database = Sqlite.Database

/** In order; a migration that has been released is never edited. */
const MIGRATIONS = [
  journal,
  memory,
  schedules,
  corrections,
  standing,
  pauses,
  observability,
  toolCalls,
  toolDefinitions,
]

const BACKUPS_KEPT = 3

export interface DatabaseOptions {
  /** A build of the SQLite addon for this runtime, where the packaged one does not fit. */
  readonly nativeBinding?: string
}

/** What makes one database differ from another. */
interface Schema {
  /** In order; one that has been released is never edited. */
  readonly migrations: readonly string[]
  /** Before the first statement: extensions that the schema needs. */
  readonly prepare?: (db: Database) => void
  /** Files above this size, in bytes, are not read through at start. Default: none is too large. */
  readonly checkedUpTo?: number
}

/**
 * Opens the database, checks it and brings its schema up to date. Every journal transaction is on disk when it returns
 * (`synchronous=FULL`). Before a migration a verified copy is put beside the database.
 * Throws StorageError: unreadable, damaged, or made by a newer version.
 */
export function openDatabase(path: string, options: DatabaseOptions = {}): Database {
  const db = openWith({ migrations: MIGRATIONS }, path, options)
  db.exec(`INSERT INTO memory_words (memory_words, rank) VALUES ('secure-delete', 1)`)
  return db
}

/** The same for another schema. */
export function openWith(schema: Schema, path: string, options: DatabaseOptions = {}): Database {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const db = connect(path, options)
  try {
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    db.pragma('busy_timeout = 5000')
    db.pragma('secure_delete = ON')
    schema.prepare?.(db)
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
    if (size <= (schema.checkedUpTo ?? Number.POSITIVE_INFINITY)) check(db, path)
    migrate(db, schema, path, options)
    return db
  } catch (error) {
    db.close()
    throw error instanceof StorageError ? error : unusable(path, error)
  }
}

function connect(path: string, { nativeBinding }: DatabaseOptions): Database {
  try {
    return new Sqlite(path, nativeBinding === undefined ? {} : { nativeBinding })
  } catch (error) {
    throw unusable(path, error)
  }
}

const unusable = (path: string, cause: unknown) =>
  new StorageError('database-unusable', `The database ${path} cannot be used: ${messageOf(cause)}`, {
    fix: `Check that the folder can be written to. Copies made before each upgrade are in ${join(dirname(path), 'backups')}.`,
    cause,
  })

function check(db: Database, path: string): void {
  const [first] = db.pragma('integrity_check(1)') as { integrity_check: string }[]
  if (first?.integrity_check !== 'ok')
    throw unusable(path, new Error(`it is damaged: ${first?.integrity_check}`))
}

function migrate(db: Database, schema: Schema, path: string, options: DatabaseOptions): void {
  const { migrations } = schema
  const version = db.pragma('user_version', { simple: true }) as number
  if (version > migrations.length) {
    throw new StorageError(
      'database-newer',
      `The database ${path} was made by a newer Adjutant (schema ${version}, this one knows ${migrations.length})`,
      { fix: 'Start the newer version, or use another ADJUTANT_HOME.' },
    )
  }
  if (version === migrations.length) return
  if (version > 0) backUp(db, schema, path, version, options)
  migrations.slice(version).forEach((sql, index) => {
    db.transaction(() => {
      db.exec(sql)
      db.pragma(`user_version = ${version + index + 1}`)
    })()
  })
}

/** Copies the database and proves that the copy can be read before anything is changed. */
function backUp(db: Database, schema: Schema, path: string, version: number, options: DatabaseOptions): void {
  if (path === ':memory:' || !existsSync(path)) return
  const folder = join(dirname(path), 'backups')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const name = basename(path, '.sqlite')
  const copy = join(folder, `${name}-schema-${version}-${Date.now()}.sqlite`)
  db.pragma('wal_checkpoint(TRUNCATE)')
  copyFileSync(path, copy)
  chmodSync(copy, 0o600)
  const proof = connect(copy, options)
  try {
    schema.prepare?.(proof)
    check(proof, copy)
  } finally {
    proof.close()
  }
  const old = readdirSync(folder)
    .filter(
      (other) => other.startsWith(`${name}-schema-`) || (name === 'adjutant' && other.startsWith('schema-')),
    )
    .sort((a, b) => madeAt(a) - madeAt(b))
  for (const other of old.slice(0, -BACKUPS_KEPT)) rmSync(join(folder, other))
}

/** Ms since the epoch, which a copy's name ends with. */
const madeAt = (name: string): number => Number(/(\d+)\.sqlite$/.exec(name)?.[1] ?? 0)

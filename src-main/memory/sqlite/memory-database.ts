import { type Database, type DatabaseOptions, openWith } from '../../storage/database.ts'
import { loadVectorExtension } from '../vectors/sqlite/load-vector-extension.ts'
import { sql as rows } from './migrations/0001-rows.ts'

const MIGRATIONS = [rows]

/** A larger file would hold up the first recall; SQLite itself recovers what a crash interrupted. */
const CHECKED_UP_TO_BYTES = 64 * 1024 * 1024

/** Recall reads rows and vectors from all over the file: with SQLite's usual 2 MB it takes a third longer. */
const CACHE_KIB = 64 * 1024

function prepare(db: Database): void {
  db.pragma(`cache_size = -${CACHE_KIB}`)
  loadVectorExtension(db)
}

/** Opens `memory.sqlite`, with the vector functions. One thread alone opens it. Throws StorageError. */
export const openMemoryDatabase = (path: string, options: DatabaseOptions = {}): Database =>
  openWith({ migrations: MIGRATIONS, prepare, checkedUpTo: CHECKED_UP_TO_BYTES }, path, options)

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { messageOf, StorageError } from '../vocabulary/errors.ts'
import type { DatabaseOptions } from './database.ts'

/** Held by the one process that owns a data directory. */
export interface OwnerLock {
  release(): void
}

/** Connections that hold a lock: one that nothing refers to would be collected, and its lock dropped with it. */
const held = new Set<Sqlite.Database>()

/**
 * Takes the data directory, or says that another process has it (undefined). It is a lock of the operating system, on
 * an SQLite file of its own: the kernel drops it when the process ends in whatever way, so it is never stale.
 */
export function takeOwnership(home: string, { nativeBinding }: DatabaseOptions = {}): OwnerLock | undefined {
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 })
    const db = new Sqlite(join(home, 'lock.sqlite'), {
      timeout: 0,
      ...(nativeBinding === undefined ? {} : { nativeBinding }),
    })
    try {
      db.exec('BEGIN EXCLUSIVE')
      held.add(db)
      return {
        release: () => {
          held.delete(db)
          db.close()
        },
      }
    } catch (error) {
      db.close()
      if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')) return undefined
      throw error
    }
  } catch (cause) {
    throw new StorageError(
      'home-unusable',
      `The data directory ${home} cannot be used: ${messageOf(cause)}`,
      {
        fix: 'Check that you may write there, or set ADJUTANT_HOME to another folder.',
        cause,
      },
    )
  }
}

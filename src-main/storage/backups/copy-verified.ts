import { chmodSync, closeSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import Sqlite from 'better-sqlite3'

export interface BackupJob {
  readonly from: string
  readonly to: string
  readonly nativeBinding?: string
}

/** Pages that are copied before others may write again. */
const PAGES_AT_ONCE = 200

/**
 * Copies a database that others write to, by SQLite's online backup, and proves that the copy can be read; only then does
 * it get its name. It is one file that its user alone may read. Gives its size in bytes.
 */
export async function copyVerified({ from, to, nativeBinding }: BackupJob): Promise<number> {
  const part = `${to}.part`
  const options = nativeBinding === undefined ? {} : { nativeBinding }
  rmSync(part, { force: true })
  try {
    closeSync(openSync(part, 'wx', 0o600))
    const source = new Sqlite(from, { ...options, readonly: true, fileMustExist: true })
    try {
      await source.backup(part, { progress: () => PAGES_AT_ONCE })
    } finally {
      source.close()
    }
    const copy = new Sqlite(part, options)
    try {
      // a copy has no log beside it that might be left behind
      copy.pragma('journal_mode = DELETE')
      const found = copy.pragma('integrity_check(1)', { simple: true })
      if (found !== 'ok') throw new Error(`the copy is damaged: ${String(found)}`)
    } finally {
      copy.close()
    }
    chmodSync(part, 0o600)
    renameSync(part, to)
    return statSync(to).size
  } finally {
    rmSync(part, { force: true })
  }
}

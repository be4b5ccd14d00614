import Sqlite from 'better-sqlite3'
import type { Database, DatabaseOptions } from '../../storage/database.ts'
import { DEFAULT_SCOPE } from '../../vocabulary/principal.ts'
import { createRowIndex } from './row-index.ts'

interface OlderRow {
  readonly id: string
  readonly key: string | null
  readonly kind: string
  readonly text: string | null
  readonly source: string
  readonly labels: string
  readonly scope: string
  readonly at: string
  readonly created_at: string
  readonly forgotten_at: string | null
}

/**
 * Copies the rows that the journal's database held before memory had its own, tombstones included. Whether there were
 * any. Done twice it is done once.
 */
export function takeOverRows(db: Database, path: string, { nativeBinding }: DatabaseOptions): boolean {
  const older = new Sqlite(path, {
    readonly: true,
    ...(nativeBinding === undefined ? {} : { nativeBinding }),
  })
  const rows = (() => {
    try {
      const there = older
        .prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'memory'")
        .get()
      return there ? older.prepare<unknown[], OlderRow>('SELECT * FROM memory ORDER BY rowid').all() : []
    } finally {
      older.close()
    }
  })()
  if (rows.length === 0) return false
  const index = createRowIndex(db)
  const insert = db.prepare(`
    INSERT OR IGNORE INTO memory (id, key, kind, text, source, source_kind, labels, trusted, scope, at, at_ms,
      created_at, forgetting_at, forgotten_at)
    VALUES (@id, @key, @kind, @text, @source, json_extract(@source, '$.kind'), @labels,
      json_extract(@labels, '$.trust') = 'trusted', @scope, @at, @atMs, @created_at, @forgotten_at, @forgotten_at)`)
  db.transaction(() => {
    for (const row of rows) {
      const scope = row.scope || DEFAULT_SCOPE
      const { changes, lastInsertRowid } = insert.run({ ...row, scope, atMs: Date.parse(row.at) })
      if (changes > 0 && row.text !== null)
        index.add({ rowid: Number(lastInsertRowid), text: row.text, speaker: null })
    }
  }).immediate()
  return true
}

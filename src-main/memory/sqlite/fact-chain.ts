import type { Database } from '../../storage/database.ts'
import { relateFacts } from '../knowledge/relate-facts.ts'
import { COLUMNS, rowOf, type StoredRow } from './stored-row.ts'

/** Facts about the same thing, in the order of the times they hold from. */
export interface FactChain {
  /** Closes what the new row supersedes; a row that tells of an earlier time is closed by the one that came after. */
  place(id: string, changed: boolean): void
}

export function createFactChain(db: Database): FactChain {
  const self = db.prepare<unknown[], StoredRow>(`SELECT ${COLUMNS} FROM memory m WHERE m.id = ?`)
  const SAME = `FROM memory m WHERE m.scope = @scope AND m.subject = @subject AND m.attribute = @attribute
    AND m.kind = 'fact' AND m.forgetting_at IS NULL AND m.id <> @id`
  const before = db.prepare<unknown[], StoredRow>(
    `SELECT ${COLUMNS} ${SAME} AND m.valid_to IS NULL AND m.at_ms <= @atMs ORDER BY m.at_ms DESC, m.rowid DESC`,
  )
  const after = db.prepare<unknown[], StoredRow>(
    `SELECT ${COLUMNS} ${SAME} AND m.at_ms > @atMs ORDER BY m.at_ms, m.rowid LIMIT 1`,
  )
  const close = db.prepare('UPDATE memory SET valid_to = ?, superseded_by = ? WHERE rowid = ?')

  return {
    place: (id, changed) => {
      const stored = self.get(id) as StoredRow
      const { scope, subject, attribute } = stored
      const about = { id, scope, subject, attribute, atMs: Date.parse(stored.at) }
      const row = rowOf(stored)
      for (const older of before.all(about)) {
        if (relateFacts(rowOf(older), { row, changed }) !== 'contradicts') close.run(row.at, id, older.rowid)
      }
      const next = after.get(about)
      if (next && relateFacts(row, { row: rowOf(next), changed: true }) === 'supersedes')
        close.run(next.at, next.id, stored.rowid)
    },
  }
}

import type { Database } from '../../storage/database.ts'
import { entitiesOf } from '../recall/row-entities.ts'

/** What the indexes of a row are made from. */
export interface IndexedText {
  readonly rowid: number
  readonly text: string
  readonly speaker: string | null
}

export interface RowIndex {
  add(row: IndexedText): void
  /** Needs the row as it was indexed: the words index keeps no text of its own. */
  remove(row: IndexedText): void
  /** Makes the words and entities of all rows anew. */
  rebuild(): void
}

/** Words and entities of the rows, in the same transaction as the rows themselves. */
export function createRowIndex(db: Database): RowIndex {
  const addWords = db.prepare('INSERT INTO memory_words (rowid, text) VALUES (?, ?)')
  const removeWords = db.prepare(
    `INSERT INTO memory_words (memory_words, rowid, text) VALUES ('delete', ?, ?)`,
  )
  const addEntity = db.prepare('INSERT OR IGNORE INTO memory_entities VALUES (?, ?, ?, ?)')
  const removeEntities = db.prepare('DELETE FROM memory_entities WHERE row = ?')
  const addEntities = ({ rowid, text, speaker }: IndexedText) => {
    for (const { type, value, text: written } of entitiesOf(text, speaker ?? undefined))
      addEntity.run(rowid, type, value, written)
  }
  return {
    add: (row) => {
      addWords.run(row.rowid, row.text)
      addEntities(row)
    },
    remove: (row) => {
      removeWords.run(row.rowid, row.text)
      removeEntities.run(row.rowid)
    },
    rebuild: () => {
      db.exec(`INSERT INTO memory_words (memory_words) VALUES ('rebuild'); DELETE FROM memory_entities`)
      const rows = db
        .prepare<unknown[], IndexedText>('SELECT rowid, text, speaker FROM memory WHERE forgotten_at IS NULL')
        .all()
      for (const row of rows) addEntities(row)
    },
  }
}

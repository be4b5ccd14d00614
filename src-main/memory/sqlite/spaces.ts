import type { Database } from '../../storage/database.ts'
import type { MemoryRow } from '../memory.ts'
import { textToEmbed } from '../recall/text-to-embed.ts'
import type { VectorEntry, VectorStore } from '../vectors/vector-store.ts'
import { COLUMNS, rowOf, type StoredRow } from './stored-row.ts'

/** A row that waits for its vector. `revision` changes with every change of what the vector is made from. */
export interface PendingRow {
  readonly row: MemoryRow
  readonly revision: string
  /** What its vector is made from. */
  readonly text: string
  readonly entry: Omit<VectorEntry, 'vector'>
}

/** Which rows have their vector in the space in use, and what other spaces still owe. */
export interface Spaces {
  /** Makes the store's space the one in use; rows of another one wait for their vector from then on. */
  use(store: Pick<VectorStore, 'kind' | 'model' | 'dimension'>): void
  /** The id of a space, made where it is not there. */
  make(store: Pick<VectorStore, 'kind' | 'model' | 'dimension'>): number
  /** Ids of rows that have their vector in the space in use, in the order of writing. */
  withVector(atOnce: number): AsyncIterable<string[]>
  /** All that has its vector in the space in use has it in the other one from then on. */
  adopt(id: number): void
  pending(limit: number): PendingRow[]
  /** Marks those that are still as they were. Gives the ids of those that are not there any more. */
  done(rows: readonly Pick<PendingRow, 'row' | 'revision'>[]): string[]
  counts(): { rows: number; embedded: number; pending: number }
  /** Whether more rows than this wait for their vector; in no time, unlike the counts. */
  waitMoreThan(most: number): boolean
  /** All rows wait again. */
  reset(): void
  /** Ids whose vectors are to be deleted from the space in use. */
  toDelete(limit: number): string[]
  deleted(ids: readonly string[]): void
  /** Spaces on this computer that are not in use any more. */
  leftovers(): { readonly id: number; readonly model: string; readonly dimension: number }[]
  drop(id: number): void
}

interface Waiting extends StoredRow {
  readonly at_ms: number
  readonly trusted: number
  readonly before_text: string | null
  readonly before_speaker: string | null
}

export function createSpaces(db: Database): Spaces {
  let current = 0
  const make = db.prepare('INSERT OR IGNORE INTO spaces (store, model, dimension) VALUES (?, ?, ?)')
  const find = db.prepare('SELECT id FROM spaces WHERE store = ? AND model = ? AND dimension = ?').pluck()
  const release = db.prepare('UPDATE memory SET space = NULL WHERE space IS NOT NULL AND space <> ?')
  const releaseAll = db.prepare('UPDATE memory SET space = NULL WHERE space IS NOT NULL')
  const WITH_TURN_BEFORE = `SELECT ${COLUMNS}, m.at_ms, m.trusted, b.text AS before_text, b.speaker AS before_speaker
     FROM memory m LEFT JOIN memory b ON b.rowid = (
       SELECT n.rowid FROM memory n INDEXED BY memory_by_thread
       WHERE n.thread = m.thread AND n.position < m.position AND n.scope = m.scope AND n.forgetting_at IS NULL
       ORDER BY n.position DESC LIMIT 1)`
  const pending = db.prepare<unknown[], Waiting>(
    `${WITH_TURN_BEFORE} WHERE m.space IS NULL AND m.forgetting_at IS NULL ORDER BY m.rowid LIMIT ?`,
  )
  const present = db.prepare<unknown[], Waiting>(
    `${WITH_TURN_BEFORE} WHERE m.id = ? AND m.forgetting_at IS NULL`,
  )
  const place = db.prepare('UPDATE memory SET space = ? WHERE rowid = ?')
  const owed = db.prepare('SELECT id FROM vectors_to_delete WHERE space = ? LIMIT ?').pluck()
  const settle = db.prepare('DELETE FROM vectors_to_delete WHERE space = ? AND id = ?')
  const beyond = db
    .prepare('SELECT 1 FROM memory WHERE space IS NULL AND forgetting_at IS NULL LIMIT 1 OFFSET ?')
    .pluck()
  const count = db.prepare<unknown[], { rows: number; pending: number }>(
    `SELECT (SELECT count(*) FROM memory WHERE forgetting_at IS NULL) AS rows,
      (SELECT count(*) FROM memory WHERE space IS NULL AND forgetting_at IS NULL) AS pending`,
  )
  const others = db.prepare<unknown[], { id: number; model: string; dimension: number }>(
    "SELECT id, model, dimension FROM spaces WHERE store = 'sqlite' AND id <> ?",
  )
  const dropSpace = [
    db.prepare('DELETE FROM vectors_to_delete WHERE space = ?'),
    db.prepare('DELETE FROM spaces WHERE id = ?'),
  ]
  const embedded = db.prepare<unknown[], { rowid: number; id: string }>(
    'SELECT rowid, id FROM memory WHERE space = ? AND forgetting_at IS NULL AND rowid > ? ORDER BY rowid LIMIT ?',
  )
  const adopt = db.prepare('UPDATE memory SET space = ? WHERE space = ?')
  const makeSpace = (store: Pick<VectorStore, 'kind' | 'model' | 'dimension'>): number => {
    make.run(store.kind, store.model, store.dimension)
    return find.get(store.kind, store.model, store.dimension) as number
  }

  return {
    make: makeSpace,
    use: db.transaction((store) => {
      current = makeSpace(store)
      release.run(current)
    }),
    async *withVector(atOnce) {
      for (let after = 0; ; ) {
        const rows = embedded.all(current, after, atOnce)
        if (rows.length === 0) return
        after = (rows.at(-1) as { rowid: number }).rowid
        yield rows.map(({ id }) => id)
      }
    },
    adopt: (id) => {
      adopt.run(id, current)
      current = id
    },
    pending: (limit) => pending.all(limit).map(pendingOf),
    done: db.transaction((rows) => {
      const gone: string[] = []
      for (const { row, revision } of rows) {
        const now = present.get(row.id)
        if (!now) gone.push(row.id)
        else if (pendingOf(now).revision === revision) place.run(current, now.rowid)
      }
      return gone
    }),
    waitMoreThan: (most) => beyond.get(most) !== undefined,
    counts: () => {
      const { rows, pending: waiting } = count.get() ?? { rows: 0, pending: 0 }
      return { rows, pending: waiting, embedded: rows - waiting }
    },
    reset: () => void releaseAll.run(),
    toDelete: (limit) => owed.all(current, limit) as string[],
    deleted: db.transaction((ids) => {
      for (const id of ids) settle.run(current, id)
    }),
    leftovers: () => others.all(current),
    drop: db.transaction((id) => {
      for (const statement of dropSpace) statement.run(id)
    }),
  }
}

function pendingOf(stored: Waiting): PendingRow {
  const { before_text, before_speaker } = stored
  const turn = ({ text, speaker }: { text: string; speaker: string | null }) => ({
    text,
    speaker: speaker ?? undefined,
  })
  const text = textToEmbed(
    turn(stored),
    before_text === null ? {} : { before: turn({ text: before_text, speaker: before_speaker }) },
  )
  const entry = {
    id: stored.id,
    scope: stored.scope,
    kind: stored.kind,
    thread: stored.thread ?? undefined,
    at: stored.at_ms,
    trusted: stored.trusted === 1,
  }
  return { row: rowOf(stored), revision: JSON.stringify([text, entry]), text, entry }
}

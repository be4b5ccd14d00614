import type { Database } from '../../storage/database.ts'
import type { Clock, NewId } from '../../vocabulary/clock.ts'
import { RequestError } from '../../vocabulary/errors.ts'
import type { Labels } from '../../vocabulary/labels.ts'
import { DEFAULT_SCOPE, type Principal } from '../../vocabulary/principal.ts'
import type { MemoryKind, MemoryPort, MemoryRow, MemorySource } from '../memory.ts'
import { rankHits } from './rank-hits.ts'
import { allOf, anyOf, contentWords } from './words-query.ts'

interface StoredRow {
  readonly rowid: number
  readonly id: string
  readonly kind: MemoryKind
  readonly text: string
  readonly source: string
  readonly labels: string
  readonly scope: string
  readonly at: string
  readonly created_at: string
}

/** Candidates that the words index gives for each hit wanted: the blend may reorder them. */
const CANDIDATES = 4

/** The rows a principal sees. The plus keeps the scope's index out of it: a page is read in the order of rows. */
const VISIBLE = `
  SELECT m.rowid, m.id, m.kind, m.text, m.source, m.labels, m.scope, m.at, m.created_at FROM memory m
  WHERE m.forgotten_at IS NULL
    AND +m.scope IN (SELECT scope FROM principal_scopes WHERE principal = @principal)`

/** Memory in the agent's database: rows, and a words index (FTS5) over their text. */
export function createSqliteMemory({
  db,
  clock,
  newId,
}: {
  db: Database
  clock: Clock
  newId: NewId
}): MemoryPort {
  const now = () => new Date(clock.now()).toISOString()
  const select = {
    one: db.prepare<unknown[], StoredRow>(`${VISIBLE} AND m.id = @id`),
    page: db.prepare<unknown[], StoredRow>(
      `${VISIBLE} AND (@kind IS NULL OR m.kind = @kind) ORDER BY m.rowid DESC LIMIT @limit OFFSET @offset`,
    ),
    byKey: db.prepare<unknown[], StoredRow & { forgotten_at: string | null }>(
      'SELECT * FROM memory WHERE key = ?',
    ),
    seenScope: db.prepare('SELECT 1 FROM principal_scopes WHERE principal = ? AND scope = ?'),
    tombstone: db.prepare<unknown[], { forgotten_at: string | null }>(
      `SELECT m.forgotten_at FROM memory m JOIN principal_scopes p ON p.scope = m.scope AND p.principal = @principal
       WHERE m.id = @id`,
    ),
    matches: db.prepare<unknown[], StoredRow & { bm25: number; holds_all: number }>(`
      SELECT m.rowid, m.id, m.kind, m.text, m.source, m.labels, m.scope, m.at, m.created_at, bm25(memory_words) AS bm25,
        m.rowid IN (SELECT rowid FROM memory_words WHERE memory_words MATCH @all) AS holds_all
      FROM memory_words
      JOIN memory m ON m.rowid = memory_words.rowid
      JOIN principal_scopes p ON p.scope = m.scope AND p.principal = @principal
      WHERE memory_words MATCH @any AND m.forgotten_at IS NULL AND (@scope IS NULL OR m.scope = @scope)
      ORDER BY holds_all DESC, bm25 LIMIT @limit`),
  }
  const insert = db.prepare(`
    INSERT INTO memory (id, key, kind, text, source, labels, scope, at, created_at)
    VALUES (@id, @key, @kind, @text, @source, @labels, @scope, @at, @createdAt)`)
  const index = db.prepare('INSERT INTO memory_words (rowid, text) VALUES (?, ?)')
  const unindex = db.prepare(`INSERT INTO memory_words (memory_words, rowid, text) VALUES ('delete', ?, ?)`)
  const empty = db.prepare(
    `UPDATE memory SET text = NULL, source = '{"kind":"api","ref":""}', forgotten_at = ? WHERE rowid = ?`,
  )

  const write = db.transaction(
    (principal: Principal, row: Parameters<MemoryPort['remember']>[1], key?: string) => {
      const scope = row.scope ?? DEFAULT_SCOPE
      assertScope(select.seenScope.get(principal, scope), principal, scope)
      const there = key === undefined ? undefined : select.byKey.get(key)
      // written once, forgotten since: the same effect does not bring it back
      if (there) return rowOf({ ...there, text: there.text ?? '' })
      const { kind = 'fact', text, labels, source } = row
      const createdAt = now()
      const made: MemoryRow = {
        id: newId('mem'),
        kind,
        text,
        source,
        labels,
        scope,
        at: row.at ?? createdAt,
        createdAt,
      }
      const stored = {
        ...made,
        key: key ?? null,
        source: JSON.stringify(source),
        labels: JSON.stringify(labels),
      }
      index.run(insert.run(stored).lastInsertRowid, text)
      return made
    },
  )

  const erase = db.transaction((principal: Principal, id: string): boolean => {
    const row = select.one.get({ principal, id })
    if (!row) return select.tombstone.get({ principal, id }) !== undefined
    unindex.run(row.rowid, row.text)
    empty.run(now(), row.rowid)
    return true
  })

  return {
    remember: async (principal, row, key) => write.immediate(principal, row, key),
    recall: async (principal, query, { k = 8, scope } = {}) => {
      const words = contentWords(query)
      if (words.length === 0) return []
      const limit = Math.max(20, k * CANDIDATES)
      const found = select.matches.all({
        principal,
        any: anyOf(words),
        all: allOf(words),
        scope: scope ?? null,
        limit,
      })
      const rows = found.map((each) => ({
        row: rowOf(each),
        bm25: each.bm25,
        holdsAll: each.holds_all === 1,
      }))
      return rankHits(rows, words, clock.now()).slice(0, k)
    },
    list: async (principal, { limit = 50, offset = 0, kind } = {}) =>
      select.page.all({ principal, limit, offset, kind: kind ?? null }).map(rowOf),
    get: async (principal, id) => {
      const row = select.one.get({ principal, id })
      return row && rowOf(row)
    },
    forget: async (principal, id) => {
      const forgotten = erase.immediate(principal, id)
      // the log still holds the pages as they were
      if (forgotten) db.pragma('wal_checkpoint(TRUNCATE)')
      return forgotten
    },
  }
}

function assertScope(seen: unknown, principal: Principal, scope: string): void {
  if (seen !== undefined) return
  throw new RequestError('unknown-scope', `${principal} has no scope "${scope}"`, {
    fix: `Leave the scope out; the default is "${DEFAULT_SCOPE}".`,
  })
}

function rowOf({ id, kind, text, source, labels, scope, at, created_at }: StoredRow): MemoryRow {
  return {
    id,
    kind,
    text,
    source: JSON.parse(source) as MemorySource,
    labels: JSON.parse(labels) as Labels,
    scope,
    at,
    createdAt: created_at,
  }
}

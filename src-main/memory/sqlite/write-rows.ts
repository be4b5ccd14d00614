import type { Database } from '../../storage/database.ts'
import type { Clock, NewId } from '../../vocabulary/clock.ts'
import { RequestError } from '../../vocabulary/errors.ts'
import { DEFAULT_SCOPE, type Principal } from '../../vocabulary/principal.ts'
import { aboutOf } from '../knowledge/read-fact.ts'
import type { ImportOutcome, KeyedMemory, MemoryRow, NewMemory } from '../memory.ts'
import { createFactChain } from './fact-chain.ts'
import type { RowIndex } from './row-index.ts'
import type { Scopes } from './scopes.ts'
import { COLUMNS, rowOf, type StoredRow } from './stored-row.ts'

export interface RowWriter {
  remember(principal: Principal, row: NewMemory, key?: string): MemoryRow
  rememberAll(principal: Principal, rows: readonly KeyedMemory[]): MemoryRow[]
  importRows(principal: Principal, rows: readonly NewMemory[]): { id: string; outcome: ImportOutcome }[]
  edit(stored: StoredRow, text: string): MemoryRow
  setActive(stored: StoredRow, active: boolean): MemoryRow
}

/** Writes rows with their indexes. Whoever calls makes the transaction. */
export function createRowWriter(deps: {
  db: Database
  clock: Clock
  newId: NewId
  scopes: Scopes
  index: RowIndex
}): RowWriter {
  const { db, scopes, index } = deps
  const now = () => new Date(deps.clock.now()).toISOString()
  const facts = createFactChain(db)
  const byKey = db.prepare<unknown[], StoredRow>(`SELECT ${COLUMNS} FROM memory m WHERE m.key = ?`)
  const byId = db.prepare<unknown[], StoredRow>(`SELECT ${COLUMNS} FROM memory m WHERE m.id = ?`)
  const byName = db.prepare<unknown[], StoredRow & { forgetting_at: string | null }>(
    `SELECT ${COLUMNS}, m.forgetting_at FROM memory m WHERE m.scope = ? AND m.external_id = ?`,
  )
  const insert = db.prepare(`
    INSERT INTO memory (id, key, external_id, kind, text, source, source_kind, labels, trusted, scope, at, at_ms,
      created_at, thread, position, speaker, subject, attribute, status)
    VALUES (@id, @key, @externalId, @kind, @text, @source, @sourceKind, @labels, @trusted, @scope, @at, @atMs,
      @createdAt, @thread, @position, @speaker, @subject, @attribute, @status)`)
  const restOn = db.prepare(
    'INSERT OR IGNORE INTO memory_support SELECT ?, rowid FROM memory WHERE id = ? AND scope = ?',
  )
  const keepVersion = db.prepare('INSERT INTO memory_versions VALUES (?, ?, ?, ?)')
  const replaceText = db.prepare('UPDATE memory SET text = ?, edited_at = ?, space = NULL WHERE rowid = ?')
  const replacePlace = db.prepare(
    `UPDATE memory SET at = @at, at_ms = @atMs, thread = @thread, position = @position, speaker = @speaker, space = NULL
     WHERE rowid = @rowid`,
  )
  const setAbout = db.prepare('UPDATE memory SET subject = ?, attribute = ? WHERE rowid = ?')
  const setStatus = db.prepare('UPDATE memory SET status = ? WHERE rowid = ?')

  const add = (row: NewMemory, scope: string, key: string | undefined): MemoryRow => {
    const createdAt = now()
    const at = row.at ?? createdAt
    const kind = row.kind ?? 'fact'
    const id = deps.newId('mem')
    const { lastInsertRowid } = insert.run({
      id,
      key: key ?? null,
      externalId: row.externalId ?? null,
      kind,
      text: row.text,
      source: JSON.stringify(row.source),
      sourceKind: row.source.kind,
      labels: JSON.stringify(row.labels),
      trusted: row.labels.trust === 'trusted' ? 1 : 0,
      scope,
      at,
      atMs: Date.parse(at),
      createdAt,
      ...placeOf(row),
      subject: row.about?.subject ?? null,
      attribute: row.about?.attribute ?? null,
      status: kind === 'rule' ? 'proposed' : null,
    })
    const rowid = Number(lastInsertRowid)
    index.add({ rowid, text: row.text, speaker: row.speaker ?? null })
    for (const ground of row.restsOn ?? []) restOn.run(rowid, ground, scope)
    if (row.about) facts.place(id, row.changed ?? false)
    return rowOf(byId.get(id) as StoredRow)
  }

  const changeText = (stored: StoredRow, text: string) => {
    const at = now()
    keepVersion.run(stored.rowid, stored.edited_at ?? stored.created_at, at, stored.text)
    index.remove(stored)
    replaceText.run(text, at, stored.rowid)
    if (stored.kind === 'fact') {
      const about = aboutOf(text)?.about
      setAbout.run(about?.subject ?? null, about?.attribute ?? null, stored.rowid)
    }
    index.add({ ...stored, text })
  }

  const importOne = (principal: Principal, row: NewMemory): { id: string; outcome: ImportOutcome } => {
    const scope = row.scope ?? DEFAULT_SCOPE
    scopes.assertWritable(principal, scope)
    const there = row.externalId === undefined ? undefined : byName.get(scope, row.externalId)
    if (!there) return { id: add(row, scope, undefined).id, outcome: 'added' }
    if (there.forgetting_at !== null) return { id: there.id, outcome: 'forgotten' }
    const place = { ...placeOf(row), at: row.at ?? there.at }
    const moved =
      place.thread !== there.thread ||
      place.position !== there.position ||
      place.speaker !== there.speaker ||
      place.at !== there.at
    if (!moved && row.text === there.text) return { id: there.id, outcome: 'unchanged' }
    if (moved) {
      index.remove(there)
      replacePlace.run({ ...place, atMs: Date.parse(place.at), rowid: there.rowid })
      index.add({ ...there, speaker: place.speaker })
    }
    if (row.text !== there.text) changeText({ ...there, speaker: place.speaker }, row.text)
    return { id: there.id, outcome: 'changed' }
  }

  const remember = (principal: Principal, row: NewMemory, key?: string): MemoryRow => {
    const scope = row.scope ?? DEFAULT_SCOPE
    scopes.assertWritable(principal, scope)
    const there = key === undefined ? undefined : byKey.get(key)
    // written once, forgotten since: the same effect does not bring it back
    if (there) return rowOf({ ...there, text: there.text ?? '' })
    return add(row, scope, key)
  }

  return {
    remember,
    rememberAll: (principal, rows) => {
      const ids = new Map<string, string>()
      return rows.map(({ key, row, restsOnKeys = [] }) => {
        const restsOn = [...(row.restsOn ?? []), ...restsOnKeys.flatMap((ground) => ids.get(ground) ?? [])]
        const kept = remember(principal, { ...row, restsOn }, key)
        ids.set(key, kept.id)
        return kept
      })
    },
    importRows: (principal, rows) => rows.map((row) => importOne(principal, row)),
    edit: (stored, text) => {
      if (text !== stored.text) changeText(stored, text)
      return rowOf(byId.get(stored.id) as StoredRow)
    },
    setActive: (stored, active) => {
      const row = rowOf(stored)
      if (row.kind !== 'rule') {
        throw new RequestError('not-a-rule', `Only a rule can be activated; "${row.id}" is a ${row.kind}.`)
      }
      if (active && row.labels.trust === 'untrusted') {
        throw new RequestError(
          'untrusted-rule',
          'This rule comes from content that anyone may have written, so it cannot be activated.',
          { fix: 'If you want it, add it as a rule in your own words.' },
        )
      }
      setStatus.run(active ? 'active' : 'proposed', stored.rowid)
      return rowOf(byId.get(stored.id) as StoredRow)
    },
  }
}

const placeOf = (row: NewMemory) => ({
  thread: row.thread ?? null,
  position: row.position ?? null,
  speaker: row.speaker ?? null,
})

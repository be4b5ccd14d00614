import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { openDatabase } from './database.ts'
import { sql as journal } from './migrations/0001-journal.ts'

const place = () => join(temporaryFolder(), 'adjutant.sqlite')

describe('the database', () => {
  it('is there after the first opening, and keeps what it holds', async () => {
    const path = place()
    const db = openDatabase(path)
    db.prepare(`INSERT INTO conversations VALUES ('c', 'Title', 'now', 'now')`).run()
    db.close()
    const again = openDatabase(path)
    expect(again.prepare('SELECT title FROM conversations').get()).toEqual({ title: 'Title' })
    expect(again.pragma('synchronous', { simple: true })).toBe(2)
    expect(again.pragma('journal_mode', { simple: true })).toBe('wal')
    again.close()
  })

  it('that is no database is refused with its path and what to do, and left as it is', async () => {
    const path = place()
    writeFileSync(path, 'this is not a database, it is a letter to a friend '.repeat(40))
    expect(() => openDatabase(path)).toThrow(
      expect.objectContaining({ code: 'database-unusable', fix: expect.stringContaining('backups') }),
    )
    expect(readFileSync(path, 'utf8')).toContain('a letter to a friend')
  })

  it('that is damaged is refused before anything is written', async () => {
    const path = place()
    const db = openDatabase(path)
    const insert = db.prepare(`INSERT INTO conversations VALUES (?, ?, 'now', 'now')`)
    for (let row = 0; row < 500; row += 1) insert.run(`c${row}`, 'x'.repeat(200))
    db.pragma('wal_checkpoint(TRUNCATE)')
    db.close()
    const bytes = readFileSync(path)
    bytes.fill(0xff, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 8192)
    writeFileSync(path, bytes)
    expect(() => openDatabase(path)).toThrow(expect.objectContaining({ code: 'database-unusable' }))
  })

  it('made by a newer version is left alone', async () => {
    const path = place()
    openDatabase(path).close()
    const db = new Sqlite(path)
    db.pragma('user_version = 999')
    db.close()
    expect(() => openDatabase(path)).toThrow(/newer Adjutant \(schema 999/)
  })

  it('of an older version is copied, and the copy proven, before it is changed', async () => {
    const path = place()
    const old = new Sqlite(path)
    old.exec(journal)
    old.exec('CREATE TABLE letters (text TEXT)')
    old.prepare('INSERT INTO letters VALUES (?)').run('dear friend')
    old.pragma('user_version = 1')
    old.close()
    openDatabase(path).close()
    const folder = join(path, '..', 'backups')
    const [copy] = readdirSync(folder)
    const kept = new Sqlite(join(folder, copy as string))
    expect(kept.prepare('SELECT text FROM letters').get()).toEqual({ text: 'dear friend' })
    kept.close()
  })

  it('of before uses of tools were counted has those that its journal tells of', async () => {
    const path = place()
    const old = new Sqlite(path)
    old.exec(journal)
    const insert = old.prepare(`INSERT INTO facts VALUES ('run_1', ?, ?, ?, ?, '', '')`)
    const facts = [
      { type: 'effect.intended', effectId: 'a', tool: 'files.read' },
      { type: 'effect.dispatched', effectId: 'a' },
      { type: 'effect.settled', effectId: 'a', status: 'failed', resultRef: 'r1' },
      { type: 'effect.refused', effectId: 'b', tool: 'files.gone', resultRef: 'r2' },
    ]
    for (const [index, fact] of facts.entries())
      insert.run(index + 1, fact.type, `t${index + 1}`, JSON.stringify(fact))
    old.pragma('user_version = 1')
    old.close()
    const db = openDatabase(path)
    expect(
      db
        .prepare('SELECT effect_id, tool, dispatched_at, settled_at, status, result_ref FROM tool_calls')
        .raw()
        .all(),
    ).toEqual([
      ['a', 'files.read', 't2', 't3', 'failed', 'r1'],
      ['b', 'files.gone', null, 't4', 'failed', 'r2'],
    ])
    db.close()
  })

  it.skipIf(process.getuid?.() === 0)('in a folder that cannot be written to says so', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'closed'))
    chmodSync(join(folder, 'closed'), 0o500)
    expect(() => openDatabase(join(folder, 'closed', 'a.sqlite'))).toThrow(
      expect.objectContaining({ code: 'database-unusable' }),
    )
  })
})

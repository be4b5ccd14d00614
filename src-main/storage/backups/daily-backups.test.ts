import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createManualClock } from '../../testing/manual-clock.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { openDatabase } from '../database.ts'
import { copyVerified } from './copy-verified.ts'
import { type DailyBackupsOptions, keepDailyBackups } from './daily-backups.ts'

const DAY = 24 * 3_600_000

function under(change: Partial<DailyBackupsOptions> = {}) {
  const home = temporaryFolder()
  const db = openDatabase(join(home, 'adjutant.sqlite'))
  db.prepare(`INSERT INTO conversations VALUES ('c', 'Kept words', 'now', 'now')`).run()
  new Sqlite(join(home, 'memory.sqlite')).exec('CREATE TABLE rows (text TEXT)').close()
  const clock = createManualClock(Date.now())
  const reports: string[] = []
  const made: number[] = []
  let beat = () => {}
  const backups = keepDailyBackups({
    home,
    clock,
    beat: (_ms, callback) => {
      beat = callback
      return () => undefined
    },
    made: (bytes) => made.push(bytes),
    report: (what) => reports.push(what),
    ...change,
  })
  onTestFinished(async () => {
    await backups.close()
    db.close()
  })
  const folder = join(home, 'backups')
  return {
    home,
    db,
    clock,
    backups,
    folder,
    reports,
    made,
    beat: () => beat(),
    files: () => readdirSync(folder).sort(),
  }
}

describe('a daily backup', () => {
  it('is a whole copy of both databases, for their user alone, and can be read', async () => {
    const { backups, folder, files } = under()
    const { days } = await backups.make()
    expect(files()).toEqual([
      expect.stringMatching(/^adjutant-daily-/),
      expect.stringMatching(/^memory-daily-/),
    ])
    expect(days).toMatchObject([{ bytes: expect.any(Number) }])
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    for (const file of files()) expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600)
    const copy = new Sqlite(join(folder, files()[0] as string), { readonly: true })
    expect(copy.prepare('SELECT title FROM conversations').get()).toEqual({ title: 'Kept words' })
    copy.close()
  })

  it('is made while others write, and is one state of what they wrote', async () => {
    const { backups, folder, db, files } = under()
    const insert = db.prepare(`INSERT INTO conversations VALUES (?, ?, 'now', 'now')`)
    const fill = db.transaction(() => {
      for (let row = 0; row < 2_000; row += 1) insert.run(`a${row}`, 'x'.repeat(500))
    })
    fill()
    const done = backups.make()
    insert.run('meanwhile', 'y')
    await done
    const copy = new Sqlite(join(folder, files()[0] as string), { readonly: true })
    expect(copy.prepare('SELECT count(*) FROM conversations').pluck().get()).toBeGreaterThanOrEqual(2_001)
    copy.close()
  })

  it('is made by itself once a day, and seven days are kept', async () => {
    const { clock, backups, beat, made, folder, files } = under()
    for (let day = 0; day < 9; day += 1) {
      beat()
      beat()
      await expect.poll(() => made.length).toBe(day + 1)
      for (const file of files()) utimesSync(join(folder, file), new Date(), new Date(clock.now()))
      await expect.poll(() => backups.state().days.length).toBe(Math.min(day + 1, 7))
      clock.jump(DAY)
    }
    expect(files()).toHaveLength(14)
  })

  it('waits where the disk is short, says so, and is tried again an hour later', async () => {
    let room = 1_000
    const { backups, beat, clock, reports, made } = under({ room: async () => room })
    beat()
    await expect.poll(() => backups.state().problem?.code).toBe('no-room')
    room = 1e12
    beat()
    expect(reports).toHaveLength(1)
    clock.jump(3_600_001)
    beat()
    await expect.poll(() => made.length).toBe(1)
    expect(backups.state()).not.toHaveProperty('problem')
  })

  it('of a damaged database takes the place of no good one', async () => {
    const { backups, home, folder, files } = under()
    await backups.make()
    const before = files().map((file) => readFileSync(join(folder, file)).length)
    writeFileSync(join(home, 'memory.sqlite'), 'no database at all '.repeat(500))
    await expect(backups.make()).rejects.toThrow()
    expect(files().map((file) => readFileSync(join(folder, file)).length)).toHaveLength(before.length)
    expect(backups.state().problem).toMatchObject({ code: 'failed' })
  })
})

describe('what was erased', () => {
  it('is gone from all copies at once, those of before a migration too, and a new one is made', async () => {
    const { backups, db, folder, files, beat, made } = under()
    await backups.make()
    writeFileSync(join(folder, 'adjutant-schema-3-1700000000000.sqlite'), 'Kept words')
    writeFileSync(join(folder, 'notes.txt'), 'somebody else put this here')
    db.exec('DELETE FROM conversations')
    db.pragma('wal_checkpoint(TRUNCATE)')
    backups.erased()
    expect(files()).toEqual(['notes.txt'])
    beat()
    await expect.poll(() => made.length).toBe(2)
    for (const file of files())
      expect(readFileSync(join(folder, file)).toString('latin1')).not.toContain('Kept words')
  })

  it('while a copy is being made does not live on in that copy', async () => {
    let erase = () => {}
    const { backups, db, folder, files } = under({
      copy: async (job) => {
        const bytes = await copyVerified(job)
        erase()
        return bytes
      },
    })
    erase = () => {
      erase = () => {}
      db.exec('DELETE FROM conversations')
      db.pragma('wal_checkpoint(TRUNCATE)')
      backups.erased()
    }
    await backups.make()
    expect(files()).toHaveLength(2)
    for (const file of files())
      expect(readFileSync(join(folder, file)).toString('latin1')).not.toContain('Kept words')
  })
})

import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runAgentProcess } from './testing/agent-process.ts'
import { startTestSite, type TestSite } from './testing/site/site.ts'

let site: TestSite
let base: string
/** What a run leaves behind that nothing disturbed. */
let whole: ReturnType<typeof remains>
beforeAll(async () => {
  site = await startTestSite()
  base = mkdtempSync(join(tmpdir(), 'adjutant-crash-'))
  const place = foldersIn('whole')
  const undisturbed = await runAgentProcess([goal()], place)
  expect(undisturbed, undisturbed.stderr).toMatchObject({ code: 0 })
  whole = remains(place)
})
afterAll(async () => {
  await site.close()
  rmSync(base, { recursive: true })
})

const goal = () =>
  `open ${site.origin}/news, save the headlines to ~/notes/news.md, then remember that I read the news on this site, and remind me tomorrow at 9 to read the first article`

const foldersIn = (name: string) => {
  const home = join(base, name, 'home')
  mkdirSync(home, { recursive: true })
  return { data: join(base, name, 'data'), home }
}

/** What the run left behind, told without ids and times of day. */
function remains({ data, home }: { data: string; home: string }) {
  const db = new Sqlite(join(data, 'adjutant.sqlite'), { readonly: true })
  const memory = new Sqlite(join(data, 'memory.sqlite'), { readonly: true })
  const all = (sql: string) => db.prepare(sql).all()
  const left = {
    file: readFileSync(join(home, 'notes', 'news.md'), 'utf8'),
    memory: memory.prepare("SELECT kind, text FROM memory WHERE kind = 'fact' ORDER BY rowid").all(),
    reminders: all("SELECT kind, text, at FROM schedules WHERE status = 'active'"),
    runs: all('SELECT status FROM runs'),
    succeeded: all(
      `SELECT json_extract(body, '$.tool') AS tool, count(*) AS times FROM facts
       WHERE type = 'effect.intended' GROUP BY tool ORDER BY tool`,
    ),
  }
  db.close()
  memory.close()
  return left
}

/** Commits that the run has at the least; how many more depends on which of its parallel tasks ends first. */
const COMMITS = 16

/** 25 points spread over the run: just before a commit, when its work is done but not yet known, or just after. */
const POINTS = Array.from({ length: 25 }, (_, index) => {
  const commit = 1 + Math.floor((index * COMMITS) / 25)
  return index % 2 === 0 ? `before-commit:${commit}` : `after-commit:${commit}`
})

describe('a run killed with -9 at any instant', () => {
  it.concurrent.each(POINTS)(
    '%s: goes on in the next process and ends the same, nothing twice',
    async (fault) => {
      const place = foldersIn(fault)
      const killed = await runAgentProcess([goal()], { ...place, fault })
      expect(killed.signal, killed.stderr).toBe('SIGKILL')
      if (fault === 'before-commit:1') {
        // nothing was accepted yet, so nothing may have been done; the operator says it again
        expect((await runAgentProcess([goal()], place)).code).toBe(0)
      } else {
        const resumed = await runAgentProcess(['--resume'], place)
        expect(resumed, resumed.stderr).toMatchObject({ code: 0 })
      }
      expect(remains(place)).toEqual(whole)
    },
    60_000,
  )
})

import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../storage/database.ts'
import { answers, asked, created } from '../../testing/journals.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { evolve, foldRun, initialRun } from '../evolve.ts'
import type { FactBody } from '../facts.ts'
import { newContent, numberFacts, SequenceConflict, type Step } from '../journal.ts'
import type { RunState } from '../run-state.ts'
import { createSqliteJournal } from './sqlite-journal.ts'

const open = () => {
  const path = join(temporaryFolder(), 'adjutant.sqlite')
  const db = openDatabase(path)
  return { path, db, journal: createSqliteJournal(db) }
}
const stepFrom = (run: RunState, bodies: readonly FactBody[], contents: Step['contents'] = []): Step => {
  const facts = numberFacts(run.id, run.seq, '2026-01-05T09:00:00.000Z', bodies)
  return { runId: run.id, expectedSeq: run.seq, facts, contents, state: facts.reduce(evolve, run) }
}
const start = stepFrom(initialRun('r'), [created()])

describe('the journal', () => {
  it('gives back what was committed, to any process', async () => {
    const { path, db, journal } = open()
    journal.commit(start)
    db.close()
    const again = createSqliteJournal(openDatabase(path))
    expect(foldRun('r', again.facts('r'))).toEqual(start.state)
    expect(again.unfinished()).toEqual(['r'])
  })

  it('refuses a step decided on what is no longer the last fact, and writes nothing of it', async () => {
    const { journal } = open()
    journal.commit(start)
    const first = stepFrom(start.state, [asked('m1')])
    const second = stepFrom(start.state, [asked('m2')])
    journal.commit(first)
    expect(() => journal.commit(second)).toThrow(SequenceConflict)
    expect(journal.facts('r')).toHaveLength(2)
  })

  it('keeps facts and contents together or not at all', async () => {
    const { db, journal } = open()
    journal.commit(start)
    const content = newContent({ text: 'a long answer' })
    const step = stepFrom(start.state, [asked('m1')], [content])
    const pages = db.pragma('page_count', { simple: true }) as number
    db.pragma(`max_page_count = ${pages}`)
    const large = newContent({ text: 'x'.repeat(1_000_000) })
    expect(() => journal.commit({ ...step, contents: [content, large] })).toThrow(/full/)
    expect(journal.content(content.ref)).toBeUndefined()
    expect(journal.facts('r')).toHaveLength(1)
    db.pragma('max_page_count = 1000000')
    journal.commit(step)
    expect(journal.content(content.ref)).toEqual({ text: 'a long answer' })
  })

  it('refers to the same words by another hash each time, so that no one can guess them', () => {
    expect(newContent({ text: 'yes' }).ref).not.toBe(newContent({ text: 'yes' }).ref)
  })

  it('proves itself, and notices every change', async () => {
    const { db, journal } = open()
    const content = newContent({ text: 'pay 10' })
    journal.commit({ ...start, contents: [content] })
    journal.commit(stepFrom(start.state, [asked('m1')]))
    expect(journal.verify('r')).toEqual([])
    db.prepare(`UPDATE contents SET body = '{"text":"pay 99"}'`).run()
    expect(journal.verify('r')).toEqual([`content ${content.ref} was changed`])
    db.prepare(`UPDATE facts SET body = replace(body, 'm1', 'm9') WHERE seq = 2`).run()
    expect(journal.verify('r')).toContain('fact 2 was changed')
    db.prepare('DELETE FROM facts WHERE seq = 1').run()
    expect(journal.verify('r')).toContain('fact 1 is missing')
  })

  it('says when its last facts, a content or a whole run were taken away, or bytes are no facts any more', () => {
    const { db, journal } = open()
    const content = newContent({ text: 'pay 10' })
    const {
      callId,
      taskId,
      responseRef: _,
      ...rest
    } = answers() as Extract<FactBody, { type: 'model.responded' }>
    journal.commit(stepFrom({ ...initialRun('q') }, [created()]))
    journal.commit(start)
    const answer = { ...rest, callId, taskId, responseRef: content.ref }
    journal.commit(stepFrom(start.state, [asked('m1'), answer], [content]))
    expect(journal.verify('r')).toEqual([])
    const broken = (sql: string): string[] => {
      db.exec(`SAVEPOINT before; ${sql}`)
      const wrong = journal.verify('r')
      db.exec('ROLLBACK TO before; RELEASE before')
      return wrong
    }
    expect(broken('DELETE FROM facts WHERE seq = 3')).toEqual([
      'the journal ends at fact 2, not at 3 as it should',
    ])
    expect(broken('DELETE FROM contents')).toEqual([`content ${content.ref} is missing`])
    expect(broken(`UPDATE facts SET body = '{' WHERE run_id = 'r' AND seq = 2`)).toEqual([
      'fact 2 was changed',
    ])
    expect(broken(`UPDATE facts SET type = 'x' WHERE run_id = 'r' AND seq = 2`)).toEqual([
      'fact 2 was changed',
    ])
    expect(broken(`DELETE FROM anchors WHERE run_id = 'q'`)).toEqual([
      'anchor 2 was changed, or one before it is missing',
    ])
  })

  it('forgets contents without a trace, and its shape stays provable', async () => {
    const { db, path, journal } = open()
    const content = newContent({ text: 'a secret wish' })
    journal.commit({ ...start, contents: [content] })
    journal.forgetContents('r')
    expect(journal.content(content.ref)).toBeUndefined()
    expect(journal.verify('r')).toEqual([])
    db.close()
    const { readFileSync } = await import('node:fs')
    expect(readFileSync(path).includes('a secret wish')).toBe(false)
  })
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../../storage/database.ts'
import { createManualClock } from '../../testing/manual-clock.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { randomId } from '../../vocabulary/clock.ts'
import { OPERATOR_LABELS, WEB_LABELS } from '../../vocabulary/labels.ts'
import { createSqliteMemory } from './sqlite-memory.ts'

function remembering() {
  const path = join(temporaryFolder(), 'adjutant.sqlite')
  const db = openDatabase(path)
  onTestFinished(() => void db.close())
  const clock = createManualClock('2026-05-04T09:00:00Z')
  const memory = createSqliteMemory({ db, clock, newId: randomId })
  const remember = (text: string, options: { at?: string; scope?: string } = {}, key?: string) =>
    memory.remember(
      'operator',
      { text, labels: OPERATOR_LABELS, source: { kind: 'conversation', ref: 'c1' }, ...options },
      key,
    )
  const recalled = async (query: string) => (await memory.recall('operator', query)).map(({ text }) => text)
  return { db, path, clock, memory, remember, recalled }
}

describe('recall', () => {
  it('finds words in any form, case and accent, and puts first what holds all of them', async () => {
    const { remember, recalled } = remembering()
    await remember('The dentist is in Café Street 5')
    await remember('I like running in the morning')
    await remember('Runs begin at the cafe')
    const [first, ...others] = await recalled('where is the CAFE, and who RUNS?')
    expect(first).toBe('Runs begin at the cafe')
    expect(others.sort()).toEqual(['I like running in the morning', 'The dentist is in Café Street 5'])
    expect(await recalled('what do you know about my dentist?')).toEqual(['The dentist is in Café Street 5'])
  })

  it('scores from 0 to 1, best first, and says why', async () => {
    const { remember, memory } = remembering()
    await remember('Rex is our dog')
    await remember('The dog Rex was born in 2019, he is a terrier')
    const hits = await memory.recall('operator', 'how old is the dog Rex, born when')
    expect(hits[0]).toMatchObject({
      text: expect.stringContaining('born'),
      why: expect.stringContaining('"born"'),
    })
    for (const { score } of hits) {
      expect(score).toBeGreaterThan(0)
      expect(score).toBeLessThanOrEqual(1)
    }
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a))
  })

  it('of two that match alike, the later comes first', async () => {
    const { remember, recalled } = remembering()
    await remember('The door code is 1111', { at: '2026-05-01T00:00:00Z' })
    await remember('The door code is 2222', { at: '2026-05-03T00:00:00Z' })
    await remember('The door code is 3333', { at: '2026-04-01T00:00:00Z' })
    expect(await recalled('door code')).toEqual([
      'The door code is 2222',
      'The door code is 1111',
      'The door code is 3333',
    ])
  })

  it('gives nothing for what is not remembered, nor for nothing', async () => {
    const { remember, recalled } = remembering()
    await remember('Rex is our dog')
    expect(await recalled('helicopter')).toEqual([])
    expect(await recalled('')).toEqual([])
    expect(await recalled('!?')).toEqual([])
  })

  it.each([
    '"',
    'dog"',
    'dog AND NOT rex',
    'text:dog',
    'dog*',
    '(dog',
    'NEAR(dog rex)',
    '^dog',
    "'; DROP TABLE memory; --",
  ])('takes %j as words, never as a query language', async (query) => {
    const { remember, recalled } = remembering()
    await remember('Rex is our dog')
    const found = await recalled(query)
    expect(found).toEqual(query.includes('dog') ? ['Rex is our dog'] : [])
  })

  it('keeps k', async () => {
    const { remember, memory } = remembering()
    for (let index = 0; index < 12; index++) await remember(`note ${index}`)
    expect(await memory.recall('operator', 'note', { k: 5 })).toHaveLength(5)
  })

  it('keeps the labels of what came from outside', async () => {
    const { memory } = remembering()
    await memory.remember('operator', {
      text: 'The page says hello',
      labels: WEB_LABELS,
      source: { kind: 'page', ref: 'u' },
    })
    expect(await memory.recall('operator', 'hello')).toMatchObject([
      { labels: WEB_LABELS, source: { kind: 'page', ref: 'u' } },
    ])
  })
})

describe('scopes', () => {
  it('rows outside them do not exist for a principal', async () => {
    const { db, memory, remember } = remembering()
    db.prepare(`INSERT INTO principal_scopes VALUES ('operator', 'work')`).run()
    const row = await remember('The merger is in June', { scope: 'work' })
    expect(await memory.recall('operator', 'merger')).toHaveLength(1)
    expect(await memory.recall('agent', 'merger')).toEqual([])
    expect(await memory.list('agent')).toEqual([])
    expect(await memory.get('agent', row.id)).toBeUndefined()
    expect(await memory.forget('agent', row.id)).toBe(false)
    expect(await memory.recall('operator', 'merger', { scope: 'personal' })).toEqual([])
    expect(await memory.get('operator', row.id)).toMatchObject({ text: 'The merger is in June' })
  })

  it('nobody writes into one that is not theirs', async () => {
    const { remember } = remembering()
    await expect(remember('x', { scope: 'work' })).rejects.toMatchObject({ code: 'unknown-scope' })
  })
})

describe('remembering twice under one key', () => {
  it('is remembering once', async () => {
    const { remember, memory } = remembering()
    const first = await remember('Rex is our dog', {}, 'effect-1')
    expect(await remember('Rex is our dog', {}, 'effect-1')).toEqual(first)
    expect(await memory.list('operator')).toHaveLength(1)
  })
})

describe('forgetting', () => {
  it('leaves no trace of the words in any file of the database', async () => {
    const { remember, memory, path, db } = remembering()
    for (let index = 0; index < 300; index++) await remember(`filler number ${index} about nothing`)
    const { id } = await remember('The vault code is zanzibarian pineapple', {}, 'effect-1')
    db.pragma('wal_checkpoint(TRUNCATE)')
    const bytes = () => Buffer.concat([readFileSync(path), readFileSync(`${path}-wal`)]).toString('latin1')
    expect(bytes()).toContain('zanzibarian')
    expect(await memory.forget('operator', id)).toBe(true)
    expect(bytes()).not.toMatch(/zanzibar|pineappl/)
    expect(await memory.recall('operator', 'zanzibarian')).toEqual([])
    expect(await memory.list('operator', { limit: 500 })).toHaveLength(300)
  })

  it('is the same done twice, and is not undone by repeating the effect that wrote it', async () => {
    const { remember, memory } = remembering()
    const { id } = await remember('Rex is our dog', {}, 'effect-1')
    expect(await memory.forget('operator', id)).toBe(true)
    expect(await memory.forget('operator', id)).toBe(true)
    expect(await memory.forget('operator', 'mem_unknown')).toBe(false)
    await remember('Rex is our dog', {}, 'effect-1')
    expect(await memory.recall('operator', 'Rex')).toEqual([])
  })
})

describe('listing', () => {
  it('gives the latest first, page by page, of one kind', async () => {
    const { remember, memory, clock } = remembering()
    for (const text of ['one', 'two', 'three']) {
      await remember(text)
      clock.advance(1000)
    }
    await memory.remember('operator', {
      text: 'how',
      kind: 'procedure',
      labels: OPERATOR_LABELS,
      source: { kind: 'api', ref: '' },
    })
    const texts = async (options: Parameters<typeof memory.list>[1]) =>
      (await memory.list('operator', options)).map(({ text }) => text)
    expect(await texts({ limit: 2 })).toEqual(['how', 'three'])
    expect(await texts({ limit: 2, offset: 2 })).toEqual(['two', 'one'])
    expect(await texts({ kind: 'procedure' })).toEqual(['how'])
  })
})

import { describe, expect, it } from 'vitest'
import { createRegistry } from '../execution/registry.ts'
import { fileTools } from '../execution/tools/files-tools.ts'
import { memoryTools } from '../execution/tools/memory-tools.ts'
import { webTools } from '../execution/tools/web-tools.ts'
import type { RunState } from '../state/run-state.ts'
import type { RunRow } from '../state/sqlite/conversations.ts'
import { keyedMemory } from '../testing/keyed-memory.ts'
import { createManualClock } from '../testing/manual-clock.ts'
import { type ToldEffect, type ToldRun, toldRun } from '../testing/told-run.ts'
import type { JsonValue } from '../vocabulary/json.ts'
import { joinLabels, OPERATOR_LABELS, WEB_LABELS } from '../vocabulary/labels.ts'
import { createLearner } from './learn.ts'
import type { Extract } from './learn-by-model.ts'

const wrote = (path: string): ToldEffect => ({
  tool: 'files.write',
  arguments: { path, text: 'hello' },
  acts: ['write'],
})
const readPage = (url: string): ToldEffect => ({
  tool: 'web.read',
  arguments: { url },
  acts: ['look'],
  effectClass: 'read',
  labels: WEB_LABELS,
})
const remembered = (text: string): ToldEffect => ({
  tool: 'memory.remember',
  arguments: { text },
  acts: ['remember'],
})
const recalled = (query: string): ToldEffect => ({
  tool: 'memory.recall',
  arguments: { query },
  acts: ['look'],
  effectClass: 'read',
})
const forgot = (id: string): ToldEffect => ({ tool: 'memory.forget', arguments: { id }, acts: ['forget'] })

/** Runs that have ended in a conversation, and a learner that is told of them. */
function school({ extract }: { extract?: Extract } = {}) {
  const contents = new Map<string, JsonValue>()
  const runs = new Map<string, RunState>()
  const deleted = new Set<string>()
  const store = keyedMemory()
  const reports: string[] = []
  const clock = createManualClock('2026-05-04T10:00:00Z')
  const learner = createLearner({
    content: (ref) => contents.get(ref),
    registry: createRegistry([...fileTools, ...webTools, ...memoryTools]),
    conversations: {
      get: (id) =>
        deleted.has(id) ? undefined : { id, title: '', createdAt: '', updatedAt: '', active: false },
      runs: ({ limit = 200 }) =>
        [...runs.values()]
          .filter(({ conversationId }) => !deleted.has(conversationId))
          .reverse()
          .slice(0, limit)
          .map((run) => ({ ...run, status: run.ended?.status ?? 'running' }) as unknown as RunRow),
    },
    state: (id) => runs.get(id) ?? expect.fail(`no run ${id}`),
    memory: store.memory,
    extract: () => extract,
    clock,
    report: (what, error) => reports.push(`${what}: ${error}`),
  })
  const add = (run: Partial<ToldRun> & { goal: string }) => {
    const id = run.id ?? `run_${runs.size + 1}`
    runs.set(id, toldRun(contents, { id, ...run }))
    return id
  }
  return {
    ...store,
    contents,
    learner,
    reports,
    deleted,
    clock,
    add,
    /** A run that ends and is learned from. */
    ended: async (run: Partial<ToldRun> & { goal: string }) => {
      const id = add(run)
      await learner.runEnded(id)
      return id
    },
    row: (key: string) => store.rows.get(key) ?? expect.fail(`no row ${key} in ${[...store.rows.keys()]}`),
    texts: () => [...store.rows.values()].map(({ kind, text }) => `${kind}: ${text}`),
  }
}

describe('a run that has ended', () => {
  it('leaves an episode of what was asked, done and answered', async () => {
    const { ended, row } = school()
    const id = await ended({
      goal: 'save a greeting to ~/notes/a.md',
      effects: [wrote('/home/kim/notes/a.md')],
      answer: 'It is saved.',
    })
    expect(row(`episode:${id}`)).toMatchObject({
      kind: 'episode',
      text: 'Asked: save a greeting to ~/notes/a.md\nDone: Write a file: /home/kim/notes/a.md\nIt succeeded: It is saved.',
      at: '2026-05-04T09:00:00.000Z',
      labels: OPERATOR_LABELS,
      source: { kind: 'run', ref: id },
    })
  })

  it('that read a page leaves an untrusted one', async () => {
    const { ended, row } = school()
    const id = await ended({ goal: 'read https://a.example/', effects: [readPage('https://a.example/')] })
    expect(row(`episode:${id}`).labels).toEqual(joinLabels(OPERATOR_LABELS, WEB_LABELS))
  })

  it('tells what the operator added on the way, and how it failed', async () => {
    const { ended, row } = school()
    const id = await ended({
      goal: 'save a greeting to ~/notes/a.md',
      steering: ['make it a short one'],
      effects: [wrote('/home/kim/notes/a.md')],
      status: 'failed',
      answer: 'The disk is full.',
    })
    expect(row(`episode:${id}`).text).toContain('Then said: make it a short one')
    expect(row(`episode:${id}`).text).toContain('It failed: The disk is full.')
  })

  it('is learned from once, however often it is told', async () => {
    const { ended, learner, rows } = school()
    const id = await ended({ goal: 'my sister lives in Lyon' })
    const before = [...rows]
    await learner.runEnded(id)
    await learner.catchUp()
    expect([...rows]).toEqual(before)
  })
})

describe('nothing is learned from a run', () => {
  it.each<[string, Partial<ToldRun> & { goal: string }]>([
    ['that failed at once', { goal: 'order me a pizza', status: 'failed' }],
    ['that was stopped at once', { goal: 'read https://a.example/', status: 'cancelled' }],
    ['that only asked memory', { goal: 'what do you know about the toner?', effects: [recalled('toner')] }],
    ['that was answered from the rules of the offline planner', { goal: 'what can you do?' }],
    ['that only remembered', { goal: 'remember that I like tea', effects: [remembered('I like tea')] }],
    [
      'that forgot something',
      { goal: 'forget where my sister lives', effects: [recalled('sister'), forgot('mem_1')] },
    ],
    [
      'that forgot something among other things',
      {
        goal: 'forget that my sister lives in Lyon. I live in Bonn.',
        effects: [forgot('mem_1'), wrote('/home/kim/a.md')],
      },
    ],
  ])('%s', async (_, run) => {
    const { ended, texts, reports } = school()
    await ended(run)
    expect(texts()).toEqual([])
    expect(reports).toEqual([])
  })

  it('whose conversation was deleted', async () => {
    const { ended, texts, deleted } = school()
    deleted.add('cnv_1')
    await ended({ goal: 'my sister lives in Lyon', effects: [wrote('/home/kim/a.md')] })
    expect(texts()).toEqual([])
  })

  it('whose words were erased', async () => {
    const { add, learner, contents, texts } = school()
    const id = add({ goal: 'my sister lives in Lyon' })
    contents.clear()
    await learner.runEnded(id)
    expect(texts()).toEqual([])
  })
})

describe("the operator's own words", () => {
  it('teach facts that rest on the episode', async () => {
    const { ended, row } = school()
    const id = await ended({
      goal: "By the way, Maria's phone is now +49 170 1234567. What is new at https://a.example/?",
      effects: [readPage('https://a.example/')],
    })
    expect(row(`fact:${id}:0`)).toMatchObject({
      kind: 'fact',
      text: "Maria's phone is now +49 170 1234567",
      about: { subject: 'maria', attribute: 'phone' },
      changed: true,
      labels: OPERATOR_LABELS,
      restsOn: [row(`episode:${id}`).id],
    })
  })

  it('teach them beside a command, and in what was added on the way', async () => {
    const { ended, texts } = school()
    await ended({
      goal: 'Our printer supplier is Kowalski GmbH, and save a greeting to ~/notes/a.md',
      steering: ['my sister lives in Lyon'],
      effects: [wrote('/home/kim/notes/a.md')],
    })
    expect(texts()).toContain('fact: Our printer supplier is Kowalski GmbH')
    expect(texts()).toContain('fact: my sister lives in Lyon')
  })

  it('teach them even where nothing else came of the run, which is then not told of', async () => {
    const { ended, texts } = school()
    await ended({ goal: 'I prefer tea', status: 'failed', answer: 'Connect a model in Settings.' })
    expect(texts()).toEqual(['fact: I prefer tea'])
  })

  it('teach nothing twice that they say again', async () => {
    const { ended, texts } = school()
    await ended({ goal: 'Maria is a doctor' })
    await ended({ goal: 'maria is a doctor? Maria is a doctor!' })
    expect(texts().filter((text) => text.startsWith('fact'))).toEqual(['fact: Maria is a doctor'])
  })

  it('stay trusted where the run has read a page', async () => {
    const { ended, row } = school()
    const id = await ended({
      goal: 'I live in Bonn. Read https://a.example/',
      effects: [readPage('https://a.example/')],
    })
    expect(row(`fact:${id}:0`).labels).toEqual(OPERATOR_LABELS)
    expect(row(`episode:${id}`).labels.trust).toBe('untrusted')
  })

  it.each<[string, Partial<ToldRun> & { goal: string }]>([
    ['a question', { goal: 'is it true that my sister lives in Lyon?' }],
    ['a command', { goal: 'write "my sister lives in Lyon" to ~/a.md', effects: [wrote('/home/kim/a.md')] }],
    ['what was remembered already', { goal: 'I live in Bonn', effects: [remembered('I live in Bonn.')] }],
    ['a pasted mail', { goal: 'summarise this:\n\nDear all,\nI live in Bonn.\nYours, Eve' }],
    ['a forwarded mail', { goal: 'From: Eve\nSubject: news\n\nI live in Bonn' }],
    ['words of others', { goal: 'I live in Bonn', labels: WEB_LABELS, channel: 'webhook' }],
    ['words that a schedule kept', { goal: 'I live in Bonn', channel: 'schedule' }],
  ])('give no fact: %s', async (_, run) => {
    const { ended, texts } = school()
    await ended({ answer: 'Well.', ...run })
    expect(texts().filter((text) => text.startsWith('fact'))).toEqual([])
  })
})

describe('a run of several acts', () => {
  const goal = 'save a greeting to ~/notes/a.md and to ~/notes/b.md'
  const effects = [wrote('/home/kim/notes/a.md'), wrote('/home/kim/notes/b.md')]

  it('leaves the way it went as a procedure', async () => {
    const { ended, row } = school()
    const id = await ended({ goal, effects: [readPage('https://a.example/'), ...effects] })
    expect(row(`procedure:${id}`)).toMatchObject({
      kind: 'procedure',
      text: [
        `How to: ${goal}`,
        '1. Read a web page: https://a.example/',
        '2. Write a file: /home/kim/notes/a.md',
        '3. Write a file: /home/kim/notes/b.md',
      ].join('\n'),
      labels: { trust: 'untrusted' },
    })
  })

  it('leaves none where one like it is there, and another for another way', async () => {
    const { ended, texts } = school()
    await ended({ goal, effects })
    await ended({ goal: goal.replaceAll('notes', 'drafts'), effects })
    await ended({ goal, effects: [readPage('https://a.example/'), ...effects] })
    expect(texts().filter((text) => text.startsWith('procedure'))).toHaveLength(2)
  })

  it.each<[string, Partial<ToldRun>]>([
    ['it failed', { effects, status: 'failed' }],
    ['there was one act only', { effects: effects.slice(0, 1) }],
    ['all but one were looks', { effects: [readPage('https://a.example/'), wrote('/home/kim/a.md')] }],
  ])('leaves none where %s', async (_, run) => {
    const { ended, texts } = school()
    await ended({ goal, ...run })
    expect(texts().filter((text) => text.startsWith('procedure'))).toEqual([])
  })
})

describe('a process that was killed before it learned', () => {
  it('is caught up with at the next start, oldest run first', async () => {
    const { add, learner, rows } = school()
    add({ goal: 'I live in Lyon. Save a greeting to ~/notes/a.md', effects: [wrote('/home/kim/notes/a.md')] })
    add({ goal: 'I have moved to Bonn' })
    await learner.catchUp()
    expect([...rows.keys()]).toEqual(['episode:run_1', 'fact:run_1:0', 'fact:run_2:0'])
  })

  it('learns nothing again that was forgotten since', async () => {
    const { ended, forget, learner, row } = school()
    const id = await ended({ goal: 'I live in Lyon' })
    forget(`fact:${id}:0`)
    await learner.catchUp()
    expect(row(`fact:${id}:0`).text).toBe('')
  })

  it('leaves old runs alone', async () => {
    const { add, learner, rows } = school()
    add({ goal: 'I live in Lyon', at: '2026-03-01T09:00:00.000Z' })
    await learner.catchUp()
    expect([...rows.keys()]).toEqual([])
  })

  it('is told of what could not be written, and it is caught up', async () => {
    const { ended, failOnce, learner, reports, rows } = school()
    failOnce()
    const id = await ended({ goal: 'I live in Lyon' })
    expect(reports).toEqual([`nothing was learned from ${id}: Error: the disk is full`])
    await learner.catchUp()
    expect([...rows.keys()]).toEqual([`fact:${id}:0`])
  })
})

describe('a connected model', () => {
  const goal = 'I live in Bonn. Plan my trip to Lyon'
  const answer = {
    facts: [
      { text: 'I live in Bonn', subject: 'operator', attribute: 'city' },
      { text: "Anna's phone is +33 1 2345678", changed: true },
      { text: 'The trip to Lyon costs 300 EUR', subject: 'Trip to  Lyon', attribute: 'Costs' },
    ],
    preferences: ['The operator prefers night trains'],
    rules: ['Always ask before booking'],
  }

  it('adds facts, preferences and proposed rules, with the labels of what it was shown', async () => {
    const shown: string[] = []
    const { ended, row, texts } = school({
      extract: async (prompt) => {
        shown.push(prompt)
        return answer
      },
    })
    const id = await ended({
      goal,
      effects: [readPage('https://a.example/')],
      model: 'openai/test',
      answer: 'By train.',
    })
    expect(shown[0]).toContain('By train.')
    expect(texts().slice(1)).toEqual([
      'fact: I live in Bonn',
      "fact: Anna's phone is +33 1 2345678",
      'fact: The trip to Lyon costs 300 EUR',
      'fact: The operator prefers night trains',
      'rule: Always ask before booking',
    ])
    expect(row(`fact:${id}:1`)).toMatchObject({
      about: { subject: 'anna', attribute: 'phone' },
      changed: true,
    })
    expect(row(`rule:${id}:0`).labels).toMatchObject({
      trust: 'untrusted',
      origins: expect.arrayContaining(['operator', 'web', 'model']),
    })
    expect(row(`fact:${id}:0`).labels).toEqual(OPERATOR_LABELS)
  })

  it('may wrap its JSON in words', async () => {
    const extract = async () => `Here it is:\n\`\`\`json\n${JSON.stringify(answer)}\n\`\`\``
    const { ended, texts } = school({ extract })
    await ended({ goal, model: 'openai/test' })
    expect(texts()).toContain('fact: The operator prefers night trains')
  })

  it('proposes no rule twice', async () => {
    const { ended, texts } = school({ extract: async () => ({ rules: ['Always ask before booking'] }) })
    await ended({ goal, model: 'openai/test' })
    await ended({ goal, model: 'openai/test' })
    expect(texts().filter((text) => text.startsWith('rule'))).toHaveLength(1)
  })

  it('is asked about the latest runs only when there is much to catch up with', async () => {
    let shown = 0
    const extract = async () => {
      shown += 1
      return {}
    }
    const { add, learner, rows } = school({ extract })
    for (let index = 0; index < 8; index += 1) add({ goal: `Plan trip ${index}`, model: 'openai/test' })
    await learner.catchUp()
    expect(shown).toBe(5)
    expect(rows.size).toBe(8)
  })

  it.each([
    ['cannot be reached', async () => Promise.reject(new Error('no connection'))],
    ['answers something else', async () => ({ facts: 'none' })],
    ['answers in words', async () => 'There is {nothing} to tell.'],
  ])('that %s leaves what is read without it, and says so', async (_, extract) => {
    const { ended, texts, reports } = school({ extract })
    await ended({ goal, model: 'openai/test', answer: 'By train.' })
    expect(texts()[1]).toBe('fact: I live in Bonn')
    expect(texts()).toHaveLength(2)
    expect(reports).toHaveLength(1)
  })

  it('is not shown what was worked on offline', async () => {
    let shown = 0
    const extract = async () => {
      shown += 1
      return answer
    }
    const { ended, texts } = school({ extract })
    await ended({ goal })
    expect(shown).toBe(0)
    expect(texts()).toHaveLength(1)
  })

  it.each<[string, (text: string) => boolean, number]>([
    ['all of it', () => true, 0],
    ['its answer', (text) => text.includes('By train'), 2],
  ])('brings nothing back that was forgotten while it was at work: %s', async (_, gone, left) => {
    const world = school({
      extract: async () => {
        for (const [ref, content] of world.contents)
          if (gone(JSON.stringify(content))) world.contents.delete(ref)
        return answer
      },
    })
    await world.ended({ goal, model: 'openai/test', answer: 'By train.' })
    expect(world.texts()).toHaveLength(left)
    expect(world.texts().join()).not.toContain('night trains')
    expect(world.texts().join()).not.toContain('By train')
  })
})

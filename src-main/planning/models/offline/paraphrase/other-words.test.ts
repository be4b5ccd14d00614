import { describe, expect, it } from 'vitest'
import { sharedEmbedder } from '../../../../testing/memory-under-test.ts'
import { createWorld, HOME, NOW, pursue, SITE, type World } from '../../../../testing/pretend-world.ts'
import type { JsonObject } from '../../../../vocabulary/json.ts'
import { TOOL_LABELS } from '../../../../vocabulary/labels.ts'
import type { ModelRequest, Turn } from '../../../model.ts'
import { createOfflinePlanner } from '../offline-planner.ts'

const planner = createOfflinePlanner({ embed: async (texts) => (await sharedEmbedder()).embed(texts) })
const byRulesAlone = createOfflinePlanner()

const toolsOf = ({ calls }: { calls: readonly { tool: string }[] }) => calls.map(({ tool }) => tool)

describe('words the grammar does not read', () => {
  const said = 'let the record show that Maria owns the north wing'

  it('are acted upon where their meaning is clear', async () => {
    const { calls } = await pursue(planner, said, createWorld())
    expect(calls).toEqual([{ tool: 'memory.remember', arguments: { text: 'Maria owns the north wing' } }])
  })

  it.each([
    ['there is nothing to tell meanings by', byRulesAlone],
    ['it does not work now', createOfflinePlanner({ embed: () => Promise.reject(new Error('no weights')) })],
  ])('are not understood where %s', async (_, model) => {
    const { ok, answer, calls } = await pursue(model, said, createWorld())
    expect({ ok, calls, said: answer.includes('I do not understand') }).toEqual({
      ok: false,
      calls: [],
      said: true,
    })
  })

  it('leave what a later clause means by "that"', async () => {
    const world = createWorld()
    const { ok } = await pursue(planner, `launch ${SITE}/news; save the headlines to ~/notes/n.md`, world)
    expect({ ok, saved: world.files.has(`${HOME}/notes/n.md`) }).toEqual({ ok: true, saved: true })
  })
})

describe('where several things could be meant', () => {
  const said = 'scribble down that the toner comes from Acme'
  const choice = 'Remember that the toner comes from Acme'

  it('the operator is asked before anything is done', async () => {
    const { calls } = await pursue(planner, said, createWorld({ answers: [choice] }))
    expect(calls).toEqual([
      {
        tool: 'operator.ask',
        arguments: { question: `Did you mean: ${choice}?`, choices: [choice, 'None of these'] },
      },
      { tool: 'memory.remember', arguments: { text: 'The toner comes from Acme' } },
    ])
  })

  it('and with none of them it says what it can do', async () => {
    const ran = await pursue(planner, said, createWorld({ answers: ['None of these'] }))
    expect({ ok: ran.ok, tools: toolsOf(ran), said: /I do not understand/.test(ran.answer) }).toEqual({
      ok: false,
      tools: ['operator.ask'],
      said: true,
    })
  })
})

describe('a page or file that is not named', () => {
  it('is asked for', async () => {
    const ran = await pursue(planner, 'give me the gist of it', createWorld({ answers: [`${SITE}/hours`] }))
    expect({ ok: ran.ok, tools: toolsOf(ran).slice(0, 2) }).toEqual({
      ok: true,
      tools: ['operator.ask', 'web.read'],
    })
  })
})

describe('what was done before', () => {
  const goal = `open ${SITE}/news and save the headlines to ~/notes/news.md`
  const row = {
    id: 'mem_p',
    kind: 'procedure',
    text: `How to: ${goal}\n1. Read a web page: ${SITE}/news\n2. Write a file: ${HOME}/notes/news.md`,
    at: NOW,
    labels: TOOL_LABELS,
  }
  const knowing = (changes: Partial<World> = {}): World =>
    createWorld({ known: [row] as unknown as ModelRequest['memory'], ...changes })

  it.each([
    'do the headlines thing again',
    'the usual with the headlines',
    'same as last time with the headlines',
  ])('%s: is offered, and done in the words of then', async (said) => {
    const world = knowing({ answers: ['yes'] })
    const ran = await pursue(planner, said, world)
    expect(ran.calls[0]).toEqual({
      tool: 'operator.ask',
      arguments: { question: `Did you mean: ${goal}?`, choices: [goal, 'None of these'] },
    })
    expect({ ok: ran.ok, saved: world.files.has(`${HOME}/notes/news.md`) }).toEqual({ ok: true, saved: true })
  })

  it('is not done where the operator says no', async () => {
    const world = knowing({ answers: ['None of these'] })
    const ran = await pursue(planner, 'do the headlines thing again', world)
    expect({ ok: ran.ok, tools: toolsOf(ran) }).toEqual({ ok: false, tools: ['operator.ask'] })
  })

  it('takes the page that is named now', async () => {
    const ran = await pursue(
      planner,
      `the same as last time with ${SITE}/hours`,
      knowing({ answers: ['None of these'] }),
    )
    expect(ran.calls[0]?.arguments.choices).toEqual([
      `open ${SITE}/hours and save the headlines to ~/notes/news.md`,
      'None of these',
    ])
  })

  it('is not offered to who speaks of something else', async () => {
    const ran = await pursue(planner, 'frobnicate the garden fence again', knowing())
    expect(toolsOf(ran)).toEqual([])
  })
})

describe('what is remembered', () => {
  const supplier = {
    id: 'mem_1',
    text: 'Our printer supplier is Kowalski GmbH',
    at: NOW,
    createdAt: NOW,
    source: { kind: 'run', ref: 'run_1' },
    why: 'by meaning',
    trust: 'trusted',
  }
  const recalling = (question: string, recalled: JsonObject) =>
    pursue(planner, question, createWorld({ recalled }))

  it('answers by its meaning, with when it was remembered', async () => {
    const { answer, calls } = await recalling('who sells us toner?', {
      known: true,
      hits: [{ ...supplier, score: 0.46 }],
    })
    expect(calls[0]?.arguments).toMatchObject({ query: 'who sells us toner' })
    expect(answer).toBe('**Our printer supplier is Kowalski GmbH** (remembered 22 November 2026).')
  })

  it('is told with where it comes from, where others said it', async () => {
    const page = {
      ...supplier,
      source: { kind: 'page', ref: 'https://a.example/' },
      trust: 'untrusted',
      score: 0.5,
    }
    const { answer } = await recalling('who sells us toner?', { known: true, hits: [page] })
    expect(answer).toContain('(remembered 22 November 2026 from https://a.example/, not checked)')
  })

  it.each([
    [0.3, true],
    [0.1, false],
  ])('is no answer where memory does not know (nearest %s: shown %s)', async (score, shown) => {
    const { answer } = await recalling('who mows the lawn?', { known: false, hits: [{ ...supplier, score }] })
    expect(answer).toContain('nothing I remember answers that')
    expect(answer.includes('The nearest I have: "Our printer supplier is Kowalski GmbH"')).toBe(shown)
  })
})

describe('what is forgotten', () => {
  it('is not repeated in the answer', async () => {
    const world = createWorld()
    const history: Turn[] = [(await pursue(planner, 'remember that the vault code is 4711', world)).turn]
    const { ok, answer } = await pursue(planner, 'forget the vault code', world, history)
    expect({ ok, answer, left: world.memories.length }).toEqual({ ok: true, answer: 'Forgotten.', left: 0 })
  })
})

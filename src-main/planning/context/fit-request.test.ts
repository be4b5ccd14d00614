import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { modelRequest, resultForModel } from '../../testing/model-request.ts'
import {
  joinLabels,
  type Labels,
  NO_LABELS,
  OPERATOR_LABELS,
  TOOL_LABELS,
  WEB_LABELS,
} from '../../vocabulary/labels.ts'
import type { MemoryForModel, ModelRequest, RuleForModel, ThreadItem, Turn } from '../model.ts'
import { fitForOpenAi } from '../models/openai/render-fitted.ts'
import { renderFunctions } from '../models/openai/render-functions.ts'
import { renderMessages } from '../models/openai/render-messages.ts'
import { mapToolNames } from '../models/openai/tool-names.ts'
import { estimateTokens } from './estimate-tokens.ts'
import { findParticulars } from './find-particulars.ts'
import { fitRequest } from './fit-request.ts'

const rule = (text: string, id = 'mem_r1'): RuleForModel => ({ id, text, labels: OPERATOR_LABELS })
const row = (given: Partial<MemoryForModel> = {}): MemoryForModel => ({
  id: 'mem_1',
  text: 'the toner comes from Acme',
  at: '2026-02-01T10:00:00Z',
  labels: OPERATOR_LABELS,
  kind: 'fact',
  source: { kind: 'run', ref: 'run_0' },
  why: 'by its words',
  ...given,
})
const turn = (given: Partial<Turn> = {}): Turn => ({
  at: '2026-03-01T10:00:00Z',
  goal: 'write a list',
  intent: { clauses: [] },
  answer: 'It is in /home/op/list.md.',
  status: 'succeeded',
  results: [],
  ...given,
})
const called = (id: string, tool = 'web.fetch'): ThreadItem => ({
  type: 'response',
  text: '',
  calls: [{ id, tool, arguments: { url: `http://127.0.0.1/${id}` } }],
})
const gave = (callId: string, text: string): ThreadItem => ({
  type: 'result',
  ...resultForModel({ callId, text, effectId: `run_1:e${callId}.0`, contentRef: `content ${callId}` }),
})

/** All that an endpoint is sent of a request, as text. */
function sent(request: ModelRequest, budgetTokens: number) {
  const names = mapToolNames(request.tools.map(({ name }) => name).sort())
  const fitted = fitForOpenAi(request, budgetTokens)
  const messages = renderMessages(fitted.request, names)
  const functions = JSON.stringify(renderFunctions(fitted.request, names))
  const text = messages
    .map((message) => {
      const calls = 'tool_calls' in message ? (message.tool_calls ?? []) : []
      const spelled = calls.map((each) =>
        each.type === 'function' ? `${each.function.name}${each.function.arguments}` : '',
      )
      return [message.content ?? '', ...spelled].join('')
    })
    .join('\n')
  return { fitted, messages, text, tokens: estimateTokens(text) + estimateTokens(functions) }
}

describe('what a model is shown within its budget', () => {
  it('is everything where there is no budget', () => {
    const request = modelRequest({
      rules: [rule('never write to /etc')],
      history: [turn(), turn()],
      memory: [row()],
      thread: [called('a'), gave('a', 'x'.repeat(200_000))],
    })
    const { request: shown, parts } = fitRequest(request)
    expect(shown).toEqual(request)
    expect(parts.every(({ included }) => included)).toBe(true)
  })

  it('gives a long result by its beginning and the handle under which the rest can be read', () => {
    const { text, fitted } = sent(
      modelRequest({ thread: [called('a'), gave('a', `START ${'word '.repeat(50_000)}`)] }),
      24_000,
    )
    const part = fitted.parts.find(({ title }) => title === 'Result of web.fetch')
    expect(text).toContain('START word')
    expect(text).toContain(
      `[${250_006 - (part?.shown ?? 0)} more characters: results.read {"handle":"run_1:ea.0","from":${part?.shown}}]`,
    )
    expect(part).toMatchObject({ included: true, at: { content: 'content a' }, ref: 'run_1:ea.0' })
  })

  it('tells the model of the rest that a tool itself has left out of a result', () => {
    const data = { markdown: 'all of the page '.repeat(100) }
    const result = resultForModel({ callId: 'a', text: 'the page [cut]', data, effectId: 'run_1:e3.0' })
    const { text } = sent(modelRequest({ thread: [called('a'), { type: 'result', ...result }] }), 24_000)
    expect(text).toContain(
      'the page [cut]\n[1602 more characters: results.read {"handle":"run_1:e3.0","from":14}]',
    )
  })

  it('holds the latest goals as they were and the older ones in short', () => {
    const history = Array.from({ length: 50 }, (_, index) =>
      turn({
        at: `2026-02-01T10:${String(index).padStart(2, '0')}:00Z`,
        goal: `please pay invoice INV-${1000 + index} of Acme Corp. ${'It was a long day and nothing came of it. '.repeat(20)}`,
        answer: `I paid EUR ${index}.50 to kim${index}@example.org.${' Nothing else is to be said here.'.repeat(20)}`,
      }),
    )
    const { request, parts } = fitRequest(modelRequest({ history }), { budgetTokens: 24_000 })
    expect(request.history.at(-1)).toEqual(history.at(-1))
    expect(request.history.length).toBeLessThan(50)
    expect(request.summary?.turns?.said).toContain('INV-1000')
    expect(request.summary?.turns?.came).toContain('EUR 0.50')
    expect(request.summary?.turns?.came).toContain('kim0@example.org')
    expect(parts.filter(({ kind }) => kind === 'summary')).toHaveLength(1)
  })

  it('keeps what the operator said to the running goal, however long ago', () => {
    const thread = [
      called('0'),
      gave('0', 'x '.repeat(5_000)),
      { type: 'steering' as const, text: 'only in blue, please', intent: { clauses: [] } },
      ...Array.from({ length: 30 }, (_, index) => [
        called(`${index}b`),
        gave(`${index}b`, 'y '.repeat(5_000)),
      ]).flat(),
    ]
    const { messages, fitted } = sent(modelRequest({ thread }), 24_000)
    expect(messages).toContainEqual({ role: 'user', content: 'only in blue, please' })
    expect(fitted.request.summary?.steps?.came).toContain('run_1:e0.0')
  })

  it('says why memory gave nothing', () => {
    const { parts } = fitRequest(modelRequest({ problems: { memory: 'It did not answer within 1 s' } }))
    expect(parts).toContainEqual(
      expect.objectContaining({ kind: 'memory', included: false, why: 'It did not answer within 1 s' }),
    )
  })

  it('leaves room beside the longest result', () => {
    const { parts } = fitRequest(modelRequest({ thread: [called('a'), gave('a', 'x '.repeat(50_000))] }), {
      budgetTokens: 24_000,
    })
    const part = parts.find(({ title }) => title === 'Result of web.fetch')
    expect(part?.tokens).toBeGreaterThan(3_000)
    expect(part?.tokens).toBeLessThan(24_000 / 5)
  })

  it('carries the labels of goals that only the summary stands for', () => {
    const old = turn({ labels: WEB_LABELS, goal: 'about Acme '.repeat(400) })
    const history = [old, ...Array.from({ length: 20 }, () => turn({ goal: 'about it '.repeat(400) }))]
    const { request, labels } = fitRequest(modelRequest({ history }), { budgetTokens: 6_000 })
    expect(request.history).not.toContainEqual(expect.objectContaining({ labels: WEB_LABELS }))
    expect(labels).toMatchObject({ trust: 'untrusted' })
  })

  it('carries the labels of what it holds, not of what had no room', () => {
    const secret: Labels = { origins: ['file'], trust: 'untrusted', sensitivity: 'secret' }
    const big = Array.from({ length: 40 }, (_, index) =>
      row({ id: `mem_${index}`, text: `number ${index} `.repeat(100) }),
    )
    const { labels } = fitRequest(
      modelRequest({ memory: [...big, row({ id: 'mem_last', labels: secret })] }),
      {
        budgetTokens: 3_000,
      },
    )
    expect(labels).toEqual(OPERATOR_LABELS)
  })
})

const LABELS = fc.constantFrom(NO_LABELS, OPERATOR_LABELS, TOOL_LABELS, WEB_LABELS)
const PARTICULAR = fc.oneof(
  fc.nat(99_999).map((n) => `EUR ${n}.50`),
  fc.nat(99_999).map((n) => `kim${n}@example.org`),
  fc.nat(99_999).map((n) => `http://site-${n}.test/a?b=${n}`),
  fc.nat(99_999).map((n) => `~/notes/file-${n}.md`),
  fc.nat(8).map((n) => `+49 30 1234 567${n}`),
  fc.nat(27).map((n) => `2026-05-${String(n + 1).padStart(2, '0')}`),
  fc.nat(99_999).map((n) => `Anna Q${n}`),
)
const FILLER = fc.constantFrom(
  'and so it went on for a while, as these things do',
  'nothing of note',
  'that was all for today',
)
const WORDS = fc
  .array(fc.tuple(FILLER, fc.option(PARTICULAR, { nil: '' }), fc.nat(8)), { maxLength: 8 })
  .map((sentences) =>
    sentences
      .map(([filler, each, times]) => `${`${filler}. `.repeat(times)}about ${each || 'it'} then.`)
      .join(' '),
  )
const BLOB = fc
  .tuple(fc.constantFrom('word ', '漢字', '0123456789', '{"a":1},', 'line\n'), fc.nat(6_000))
  .map(([unit, n]) => unit.repeat(n))
const RESULT = fc
  .record({ text: BLOB, labels: LABELS, n: fc.nat(999) })
  .map(({ text, labels, n }) =>
    resultForModel({ text, labels, effectId: `run_1:e${n}.0`, contentRef: `c${n}` }),
  )
const TURN = fc
  .record({
    goal: WORDS,
    answer: WORDS,
    status: fc.constantFrom('succeeded', 'failed'),
    results: fc.array(RESULT, { maxLength: 2 }),
    labels: LABELS,
  })
  .map((given) => turn(given))
const STEP = fc.array(RESULT, { minLength: 1, maxLength: 4 }).chain((results) =>
  fc.record({ text: WORDS, argument: BLOB }).map(({ text, argument }): ThreadItem[] => [
    {
      type: 'response',
      text,
      calls: results.map((_, index) => ({
        id: `c${index}`,
        tool: 'files.write',
        arguments: { path: '~/a', text: argument },
      })),
    },
    ...results.map((result, index): ThreadItem => ({ type: 'result', ...result, callId: `c${index}` })),
  ]),
)
const REQUEST = fc
  .record({
    goal: WORDS.map((words) => `do it. ${words}`),
    rules: fc
      .array(fc.tuple(WORDS, LABELS), { maxLength: 6 })
      .map((all) =>
        all.map(([text, labels], n) => ({ id: `mem_r${n}`, text: `rule ${n}: ${text}`, labels })),
      ),
    history: fc.array(TURN, { maxLength: 12 }),
    memory: fc
      .array(fc.tuple(WORDS, LABELS), { maxLength: 8 })
      .map((all) => all.map(([text, labels], n) => row({ id: `mem_${n}`, text, labels }))),
    inputs: fc
      .array(fc.record({ title: WORDS, answer: WORDS, results: fc.array(RESULT, { maxLength: 3 }) }), {
        maxLength: 5,
      })
      .map((all) => all.map((each, n) => ({ ...each, taskId: `t${n}` }))),
    plan: fc.array(WORDS, { maxLength: 6 }).map((all) =>
      all.map((outcome, n) => ({
        id: `t${n}`,
        title: `step ${n}`,
        instruction: '',
        dependsOn: [],
        status: 'succeeded',
        outcome,
      })),
    ),
    thread: fc.array(STEP, { maxLength: 6 }).map((steps) => steps.flat()),
  })
  .map((given) => modelRequest(given))

describe('whatever the sizes', () => {
  it('rules and goal are there, the budget is kept, and the labels of all that is shown are joined', () => {
    fc.assert(
      fc.property(REQUEST, fc.integer({ min: 1_000, max: 30_000 }), (request, budget) => {
        const { fitted, text, tokens } = sent(request, budget)
        expect(text).toContain(request.goal)
        for (const { text: words } of request.rules ?? []) expect(text).toContain(words)
        const bare = sent(modelRequest({ goal: request.goal, rules: request.rules ?? [] }), budget)
        expect(tokens).toBeLessThanOrEqual(Math.max(budget, bare.tokens))
        expect(fitted.usedTokens).toBeGreaterThanOrEqual(tokens)
        const shown = fitted.parts.filter(({ included, kind }) => included && kind !== 'thread')
        const labels = joinLabels(...shown.map((part) => part.labels ?? NO_LABELS))
        expect(joinLabels(fitted.labels, labels)).toEqual(fitted.labels)
      }),
      { numRuns: 150 },
    )
  })

  it('numbers, addresses and names of the turns left out stand in the summary as they were written, or are counted', () => {
    fc.assert(
      fc.property(REQUEST, fc.integer({ min: 1_500, max: 20_000 }), (request, budget) => {
        const { request: shown, parts } = fitForOpenAi(request, budget)
        const { said = '', came = '' } = shown.summary?.turns ?? {}
        const out = parts.filter(
          ({ kind, included, title }) => kind === 'turn' && !included && title.startsWith('Goal'),
        )
        const told = out.filter(({ why }) => why.includes('stands for it')).length
        if (shown.summary?.turns && told < out.length)
          expect(said).toContain(`(${out.length - told} more, left out here.)`)
        const older = request.history.slice(0, out.length)
        for (const [index, { goal, answer }] of older.entries()) {
          if (!out[index]?.why.includes('stands for it')) continue
          const counted = /\d+ more numbers, names and addresses/.test(`${said}${came}`)
          for (const { text } of findParticulars(goal)) expect(said.includes(text) || counted).toBe(true)
          for (const { text } of findParticulars(answer)) expect(came.includes(text) || counted).toBe(true)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('the same request is always shown the same way', () => {
    fc.assert(
      fc.property(REQUEST, fc.integer({ min: 1_000, max: 30_000 }), (request, budget) => {
        expect(sent(request, budget).text).toBe(sent(structuredClone(request), budget).text)
      }),
      { numRuns: 30 },
    )
  })
})

describe('the requests of a run of ten steps', () => {
  /** Everything but the last message, which is the tail that changes. */
  const head = (request: ModelRequest, budget: number) => {
    const { messages } = sent(request, budget)
    return messages
      .slice(0, -1)
      .map((message) => JSON.stringify(message))
      .join('\n')
  }
  const steps = Array.from({ length: 10 }, (_, n) => [called(`${n}`), gave(`${n}`, `page ${n} `.repeat(150))])
  const at = (count: number): ModelRequest =>
    modelRequest({
      rules: [rule('never write to /etc')],
      history: [turn(), turn()],
      now: `2026-03-02T08:${String(count).padStart(2, '0')}:00.000Z`,
      memory: [row({ text: `row ${count}` })],
      plan: [
        { id: 'a', title: 'a', instruction: 'a', dependsOn: [], status: count > 5 ? 'succeeded' : 'running' },
      ],
      thread: steps.slice(0, count).flat(),
    })

  it('each begin with the one before, byte by byte, up to the tail', () => {
    for (let count = 1; count <= 10; count += 1) {
      const [before, now] = [head(at(count - 1), 24_000), head(at(count), 24_000)]
      expect(now.startsWith(before)).toBe(true)
    }
  })

  it('share nearly all of their beginning even where steps have to be left out', () => {
    const long = Array.from({ length: 40 }, (_, n) => [
      called(`${n}`),
      gave(`${n}`, `page ${n} `.repeat(400)),
    ])
    const heads = long.map((_, count) =>
      head(modelRequest({ thread: long.slice(0, count + 1).flat() }), 12_000),
    )
    const breaks = heads.filter((now, index) => index > 0 && !now.startsWith(heads[index - 1] as string))
    expect(breaks.length).toBeGreaterThan(0)
    expect(breaks.length).toBeLessThan(heads.length / 3)
  })
})

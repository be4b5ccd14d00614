import { describe, expect, it } from 'vitest'
import { fitRequest } from '../planning/context/fit-request.ts'
import { createContextKeeper } from '../planning/context/keep-context.ts'
import type { ModelRequest } from '../planning/model.ts'
import { fitForOpenAi } from '../planning/models/openai/render-fitted.ts'
import { initialRun } from '../state/evolve.ts'
import type { Fact } from '../state/facts.ts'
import { modelRequest, resultForModel } from '../testing/model-request.ts'
import { toldRun } from '../testing/told-run.ts'
import type { JsonValue } from '../vocabulary/json.ts'
import { OPERATOR_LABELS, WEB_LABELS } from '../vocabulary/labels.ts'
import { viewContexts } from './view-context.ts'

/** The facts and contents of a run whose only call was shown this; `again` is the same call once more. */
function shown(request: ModelRequest, { budget, again = false }: { budget?: number; again?: boolean } = {}) {
  const contents = new Map<string, JsonValue>()
  const earlier = toldRun(contents, { id: 'run_0', goal: 'write a list', answer: 'It is in ~/list.md.' })
  contents.set('page', { text: 'a page about rain '.repeat(5_000) })
  const keeper = createContextKeeper()
  const fitted = budget === undefined ? fitRequest(request) : fitForOpenAi(request, budget)
  const keep = () => {
    const kept = keeper.keep('run_1', 'openai/m', fitted)
    for (const { ref, body } of kept) contents.set(ref, JSON.parse(body) as JsonValue)
    return kept[0].ref
  }
  const refs = [keep(), ...(again ? [keep()] : [])]
  const facts = refs.map(
    (contextRef, index): Fact => ({
      runId: 'run_1',
      seq: index + 3,
      at: '2026-05-04T09:00:00.000Z',
      type: 'model.responded',
      callId: `m${index}`,
      taskId: 'root',
      responseRef: 'r',
      hasText: true,
      calls: [],
      usage: { inputTokens: 0, outputTokens: 0 },
      contextRef,
    }),
  )
  const view = () =>
    viewContexts(initialRun('run_1'), facts, { content: (ref) => contents.get(ref), state: () => earlier })
  return { contents, refs, view, fitted }
}

const row = {
  id: 'mem_1',
  text: 'I like tea',
  at: '2026-05-01T00:00:00Z',
  labels: WEB_LABELS,
  kind: 'fact',
  source: { kind: 'page', ref: 'http://x.test' },
  why: 'by its meaning',
}
const rule = { id: 'mem_2', text: 'never write to /etc', labels: OPERATOR_LABELS }
const turn = {
  at: '2026-05-04T08:00:00Z',
  goal: 'write a list',
  intent: { clauses: [] },
  answer: 'It is in ~/list.md.',
  status: 'succeeded',
  results: [],
  runId: 'run_0',
}

describe('what a call was shown', () => {
  it('is told in order, with the reason of each part', () => {
    const { view } = shown(modelRequest({ rules: [rule], memory: [row], history: [turn], goal: 'add milk' }))
    const [call] = view()
    expect(call).toMatchObject({ callId: 'm0', taskId: 'root', model: 'openai/m' })
    expect(call?.parts.map(({ kind, text }) => [kind, text])).toEqual([
      ['rule', 'never write to /etc'],
      ['turn', 'Operator: write a list\n\nAdjutant: It is in ~/list.md.'],
      ['goal', 'add milk'],
      ['memory', 'I like tea'],
    ])
    expect(call?.parts.at(-1)).toMatchObject({
      why: 'Recalled: by its meaning',
      ref: 'mem_1',
      trust: 'untrusted',
      included: true,
    })
  })

  it('shows as much of a long result as the model saw, and the handle of the rest', () => {
    const text = 'a page about rain '.repeat(5_000)
    const result = resultForModel({ text, effectId: 'run_1:e3.0', contentRef: 'page', labels: WEB_LABELS })
    const { view } = shown(modelRequest({ thread: [{ type: 'result', ...result }] }), { budget: 24_000 })
    const part = view()[0]?.parts.find(({ ref }) => ref === 'run_1:e3.0')
    expect(part?.text.endsWith(' …')).toBe(true)
    expect(text.startsWith(part?.text.slice(0, -2) ?? '-')).toBe(true)
    expect(part?.text.length).toBeLessThan(20_000)
  })

  it('keeps within its budget, and says which', () => {
    const { view } = shown(modelRequest({ memory: [row] }), { budget: 24_000 })
    expect(view()[0]).toMatchObject({ budgetTokens: 24_000 })
    expect(view()[0]?.parts[0]).toMatchObject({ kind: 'instructions' })
    expect(view()[0]?.parts[0]?.text).toContain('You are Adjutant')
  })

  it('stores a text once, however many calls were shown it', () => {
    const once = shown(modelRequest({ memory: [row], rules: [rule] }))
    const twice = shown(modelRequest({ memory: [row], rules: [rule] }), { again: true })
    expect(twice.contents.size).toBe(once.contents.size + 1)
    expect(twice.view()).toHaveLength(2)
  })

  it('shows a forgotten row as forgotten, and all else as it was', () => {
    const { contents, view } = shown(modelRequest({ memory: [row], rules: [rule] }))
    for (const [ref, body] of contents) if (JSON.stringify(body).includes('I like tea')) contents.delete(ref)
    const parts = view()[0]?.parts ?? []
    expect(parts.find(({ ref }) => ref === 'mem_1')).toMatchObject({ text: '(forgotten)' })
    expect(parts.find(({ ref }) => ref === 'mem_2')).toMatchObject({ text: 'never write to /etc' })
  })

  it('is forgotten as a whole where its manifest is', () => {
    const { contents, refs, view } = shown(modelRequest())
    contents.delete(refs[0] ?? '')
    expect(view()[0]?.parts).toMatchObject([{ text: '(forgotten)', included: false }])
  })
})

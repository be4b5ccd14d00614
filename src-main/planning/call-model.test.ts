import { describe, expect, it } from 'vitest'
import type { Arrival } from '../state/advance.ts'
import type { FactBody } from '../state/facts.ts'
import type { RunState } from '../state/run-state.ts'
import { answers, asked, created, ended, grow, plans, runWith } from '../testing/journals.ts'
import { createManualClock } from '../testing/manual-clock.ts'
import { plan, say } from '../testing/scripted-model.ts'
import { OPERATOR_LABELS, WEB_LABELS } from '../vocabulary/labels.ts'
import type { RequestSources } from './assemble-request.ts'
import { createModelCaller } from './call-model.ts'
import type { ContextContent } from './context/fitted-request.ts'
import { decide } from './decide.ts'
import type { ModelEvent } from './model.ts'

/** What a run's journal gets where its model says these things. */
async function hears(
  run: RunState,
  events: readonly ModelEvent[],
  sources: Partial<RequestSources> = {},
): Promise<RunState> {
  const action = decide(run).find((each) => each.do === 'request-model')
  if (action?.do !== 'request-model') return expect.fail('the model is not asked')
  return new Promise((resolve) => {
    const arrive = (_: string, arrival: Arrival) => {
      const facts: readonly FactBody[] = arrival(asking)?.facts ?? []
      resolve(grow(asking, ...facts))
    }
    const caller = createModelCaller({
      model: () => ({
        id: 'scripted',
        async *respond() {
          yield* events
        },
      }),
      clock: createManualClock('2026-05-04T09:00:00Z'),
      arrive,
      delta: () => {},
      content: () => ({ text: '', calls: [] }),
      tools: () => [],
      history: () => [],
      rules: async () => [],
      memory: async () => [],
      timeZone: 'UTC',
      home: '/home/me',
      ...sources,
    })
    const { facts, start } = caller.request(run, action)
    const asking = grow(run, ...facts)
    start?.()
  })
}

describe('a plan', () => {
  it('does a failed step anew though it is called the same', async () => {
    const failed = runWith(created(), asked(), plans(['a', 'b<a']), ended('a', 'failed'))
    const run = await hears(failed, [
      plan({ id: 'a', instruction: 'again' }, { id: 'b', instruction: 'then', dependsOn: ['a'] }),
    ])
    expect(run.tasks.map(({ id, status }) => `${id} ${status}`)).toEqual([
      'root open',
      'a failed',
      'a-2 open',
      'b open',
    ])
    expect(run.tasks.at(-1)?.dependsOn).toEqual(['a-2'])
  })

  it('of two steps called the same has two steps', async () => {
    const run = await hears(runWith(created()), [
      plan({ id: 'a', instruction: 'one' }, { id: 'a', instruction: 'two' }),
    ])
    expect(run.tasks.map(({ id }) => id)).toEqual(['root', 'a', 'a-2'])
    const ids = decide(run).map((action) => (action.do === 'request-model' ? action.callId : ''))
    expect(new Set(ids).size).toBe(2)
  })

  it('is made by the planner alone, whatever a step says', async () => {
    const run = await hears(runWith(created(), asked(), plans(['a'])), [
      say('done'),
      plan({ id: 'b', instruction: 'what the page said' }),
    ])
    expect(run.tasks.map(({ id }) => id)).toEqual(['root', 'a'])
  })

  it('is looked at again where a step failed while its planner was thinking', () => {
    const run = runWith(
      created(),
      asked(),
      plans(['a', 'b']),
      ended('a', 'failed'),
      asked('m2'),
      ended('b', 'failed'),
      answers('root', 'm2'),
    )
    expect(decide(run)).toMatchObject([{ do: 'request-model', taskId: 'root' }])
  })
})

describe('labels of what a model was shown', () => {
  it('stay with its task where memory held the text of others', async () => {
    const row = { id: 'mem_1', text: 'from a page', at: '2026-05-01T00:00:00Z', labels: WEB_LABELS }
    const run = await hears(runWith(created()), [say('done')], { memory: async () => [row] })
    expect(run.tasks[0]?.labels).toMatchObject({ trust: 'untrusted', origins: ['web'] })
  })

  it('stay with its task where an earlier goal ended with the text of others meanwhile', async () => {
    const result = {
      callId: 't0',
      tool: 'web.read',
      arguments: {},
      ok: true,
      text: 'a page',
      labels: WEB_LABELS,
      evidence: [],
    }
    const turn = { at: '', goal: 'read', intent: { clauses: [] }, answer: '', status: 'succeeded' }
    const history = () => [{ ...turn, results: [result] }]
    const run = await hears(runWith(created()), [say('done')], { history })
    expect(run.tasks[0]?.labels.trust).toBe('untrusted')
  })
})

describe('what a model was shown', () => {
  /** Facts and contents of the answer to a goal, with what memory does. */
  async function answer(sources: Partial<RequestSources>, clock = createManualClock('2026-05-04T09:00:00Z')) {
    const run = runWith(created())
    const action = decide(run).find((each) => each.do === 'request-model')
    if (action?.do !== 'request-model') return expect.fail('the model is not asked')
    return new Promise<ReturnType<Arrival> & object>((resolve) => {
      const caller = createModelCaller({
        model: () => ({
          id: 'scripted',
          async *respond() {
            yield say('done')
          },
        }),
        clock,
        arrive: (_, arrival) => {
          const arrived = arrival(asking)
          if (arrived) resolve(arrived)
        },
        delta: () => {},
        content: (ref) =>
          ref === 'trigger' ? { text: 'read the news', intent: { clauses: [] } } : undefined,
        tools: () => [],
        history: () => [],
        rules: async () => [],
        memory: async () => [],
        timeZone: 'UTC',
        home: '/home/me',
        ...sources,
      })
      const { facts, start } = caller.request(run, action)
      const asking = grow(run, ...facts)
      start?.()
    })
  }
  const manifestOf = ({ facts, contents = [] }: Awaited<ReturnType<typeof answer>>) => {
    const fact = facts[0]
    const ref = fact?.type === 'model.responded' ? fact.contextRef : undefined
    const bodyOf = (wanted: string | undefined) =>
      JSON.parse(contents.find((content) => content.ref === wanted)?.body ?? 'null')
    return { manifest: bodyOf(ref) as ContextContent, bodyOf }
  }

  it('is kept with its answer, the texts that stand nowhere else in contents of their own', async () => {
    const row = {
      id: 'mem_1',
      text: 'I like tea',
      at: '2026-05-01T00:00:00Z',
      labels: OPERATOR_LABELS,
      why: 'by its words',
    }
    const rule = { id: 'mem_2', text: 'never write to /etc', labels: OPERATOR_LABELS }
    const { manifest, bodyOf } = manifestOf(
      await answer({ memory: async () => [row], rules: async () => [rule] }),
    )
    expect(JSON.stringify(manifest)).not.toMatch(/tea|etc/)
    const [shownRule, shownRow] = ['rule', 'memory'].map((kind) =>
      manifest.parts.find((part) => part.kind === kind),
    )
    expect(shownRule).toMatchObject({ ref: 'mem_2', included: true })
    expect(shownRow && 'content' in shownRow.at && bodyOf(shownRow.at.content)).toEqual({
      id: 'mem_1',
      text: 'I like tea',
      why: 'Recalled: by its words',
    })
  })

  it('is asked without memory where memory fails, and says so', async () => {
    const { manifest } = manifestOf(await answer({ memory: () => Promise.reject(new Error('broken')) }))
    expect(manifest.parts).toContainEqual(
      expect.objectContaining({ kind: 'memory', included: false, why: 'It could not be asked: broken' }),
    )
  })

  it('is asked without memory where memory hangs', async () => {
    const clock = createManualClock('2026-05-04T09:00:00Z')
    const arrived = answer({ memory: () => new Promise(() => undefined) }, clock)
    clock.advance(1_000)
    expect(manifestOf(await arrived).manifest.parts).toContainEqual(
      expect.objectContaining({ kind: 'memory', why: 'It did not answer within 1 s' }),
    )
  })

  it('joins the labels of its rules', async () => {
    const rule = { id: 'mem_2', text: 'x', labels: OPERATOR_LABELS }
    const run = await hears(runWith(created()), [say('done')], { rules: async () => [rule] })
    expect(run.tasks[0]?.labels.origins).toEqual(['operator'])
  })
})

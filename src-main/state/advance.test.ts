import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide } from '../planning/decide.ts'
import { asked, created } from '../testing/journals.ts'
import { createManualClock } from '../testing/manual-clock.ts'
import { memoryJournal } from '../testing/memory-journal.ts'
import type { InDoubtKind } from '../vocabulary/effect.ts'
import { NO_LABELS } from '../vocabulary/labels.ts'
import type { Action } from './actions.ts'
import { createAdvancer, type Performed } from './advance.ts'
import { evolve, foldRun, initialRun } from './evolve.ts'
import type { Fact, FactBody } from './facts.ts'
import { effectOf, type RunState, taskOf } from './run-state.ts'
import { statusOf } from './status.ts'

const KINDS: readonly InDoubtKind[] = ['pure', 'keyed', 'reconcilable', 'unsafe']

/** What a plan's tasks do: each a list of effects, by kind of doubt, some of which ask the operator first. */
interface Work {
  readonly tasks: readonly {
    readonly effects: readonly { kind: InDoubtKind; asks: boolean }[]
    readonly dependsOnFirst: boolean
  }[]
}

/** The outside world: what really happened there, by effect. It outlives the process. */
class World {
  readonly happened = new Map<string, number>()
  do(effectId: string, kind: InDoubtKind): void {
    // a keyed service ignores a repetition under the same key
    if (kind === 'keyed' && this.happened.has(effectId)) return
    this.happened.set(effectId, (this.happened.get(effectId) ?? 0) + 1)
  }
}

/** Lets one process pursue the run until nothing moves any more, or its disk takes no further commit. */
async function pursue(
  work: Work,
  world: World,
  journal: ReturnType<typeof memoryJournal>,
  commitsMost: number,
) {
  let arrivals: (() => Promise<unknown>)[] = []
  const arrive = (body: (run: RunState) => FactBody[] | undefined) =>
    arrivals.push(() =>
      advancer.advance('r', (run) => {
        const facts = body(run)
        return facts ? { facts } : undefined
      }),
    )
  const died = new Error('killed')
  const dying = {
    ...journal.journal,
    commit: (step: Parameters<typeof journal.journal.commit>[0]) => {
      if (journal.commits.length >= commitsMost) throw died
      journal.journal.commit(step)
    },
  }
  const perform = async (run: RunState, action: Action): Promise<Performed> =>
    outside(run, action, work, world, arrive)
  const advancer = createAdvancer({
    journal: dying,
    clock: { now: () => Date.UTC(2026, 0, 5), after: () => () => {} },
    decide,
    perform,
    committed: () => {},
  })
  try {
    if (journal.commits.length === 0) await advancer.advance('r', () => ({ facts: [created()] }))
    else await advancer.advance('r', () => ({ facts: [{ type: 'run.recovered' }] }))
    for (let round = 0; round < 500; round += 1) {
      const now = arrivals
      arrivals = []
      for (const arrival of now) await arrival()
      if (arrivals.length > 0) continue
      const open = advancer.state('r').inquiries.find(({ status }) => status === 'pending')
      if (!open) break
      const effect = effectOf(advancer.state('r'), open.effectId)
      const answer =
        open.kind === 'approval' ? 'once' : world.happened.has(effect?.id ?? '') ? 'happened' : 'again'
      await advancer.advance('r', () => ({
        facts: [{ type: 'inquiry.answered', inquiryId: open.id, answer }],
      }))
    }
  } catch (error) {
    if (error !== died) throw error
  }
  return foldRun('r', journal.journal.facts('r'), initialRun('r'))
}

/** The model and the tools, as the work says. Their work is done when it starts, and known when it arrives. */
function outside(
  run: RunState,
  action: Action,
  work: Work,
  world: World,
  arrive: (body: (run: RunState) => FactBody[] | undefined) => void,
): Performed {
  switch (action.do) {
    case 'request-model': {
      const { callId, taskId, attempt } = action
      const respond = (now: RunState): FactBody[] | undefined =>
        taskOf(now, taskId)?.modelCall?.callId === callId
          ? [responseFor(work, now, callId, taskId)]
          : undefined
      return {
        facts: [{ type: 'model.requested', callId, taskId, attempt, model: 'm' }],
        start: () => arrive(respond),
      }
    }
    case 'prepare-call': {
      const [kind, asks] = action.tool.split(':') as [InDoubtKind, string]
      const { effectId, taskId, toolCallId, tool } = action
      const ask = asks === 'asks'
      return {
        facts: [
          {
            type: 'effect.intended',
            effectId,
            taskId,
            toolCallId,
            tool,
            argumentsRef: 'a',
            labels: NO_LABELS,
            effectClass: 'write',
            inDoubt: kind,
            acts: [],
          },
          { type: 'effect.decided', effectId, decision: ask ? 'ask' : 'allow', rule: 'as-instructed' },
          ...(ask
            ? [
                {
                  type: 'inquiry.opened',
                  inquiryId: `${effectId}:ask`,
                  kind: 'approval',
                  effectId,
                  detailRef: 'd',
                } as const,
              ]
            : []),
        ],
      }
    }
    case 'dispatch': {
      const { effectId, attempt } = action
      const kind = effectOf(run, effectId)?.inDoubt ?? 'unsafe'
      const start = () => {
        world.do(effectId, kind)
        arrive((now) => (effectOf(now, effectId)?.status === 'running' ? [outcome(effectId)] : undefined))
      }
      return { facts: [{ type: 'effect.dispatched', effectId, attempt }], start }
    }
    case 'probe': {
      const { effectId } = action
      const found = world.happened.has(effectId)
      const fact: FactBody = found
        ? outcome(effectId)
        : { type: 'effect.probed', effectId, verdict: 'did-not-happen' }
      return {
        facts: [],
        start: () => arrive((now) => (effectOf(now, effectId)?.status === 'in-doubt' ? [fact] : undefined)),
      }
    }
    case 'ask-in-doubt':
      return {
        facts: [
          {
            type: 'inquiry.opened',
            inquiryId: action.inquiryId,
            kind: 'in-doubt',
            effectId: action.effectId,
            detailRef: 'd',
          },
        ],
      }
    case 'settle':
      return { facts: [outcome(action.effectId)] }
    case 'end-task':
      return { facts: [{ type: 'task.ended', taskId: action.taskId, status: action.status }] }
    case 'end-run':
      return { facts: [{ type: 'run.ended', status: action.status }] }
    default:
      return { facts: [] }
  }
}

const outcome = (effectId: string): FactBody => ({
  type: 'effect.settled',
  effectId,
  status: 'succeeded',
  resultRef: 'r',
  labels: NO_LABELS,
  evidence: ['file'],
})

/** The root plans first and answers last; a task wants its next effect until it has had them all. */
function responseFor(work: Work, run: RunState, callId: string, taskId: string): FactBody {
  const base = {
    type: 'model.responded',
    callId,
    taskId,
    responseRef: callId,
    usage: { inputTokens: 0, outputTokens: 0 },
  } as const
  if (taskId === 'root') {
    if (run.tasks.length > 1) return { ...base, hasText: true, calls: [] }
    const plan = work.tasks.map(({ dependsOnFirst }, index) => ({
      id: `t${index}`,
      dependsOn: dependsOnFirst && index > 0 ? ['t0'] : [],
      tools: [],
    }))
    return { ...base, hasText: false, calls: [], plan }
  }
  const effects = work.tasks[Number(taskId.slice(1))]?.effects ?? []
  const next = effects[run.effects.filter((effect) => effect.taskId === taskId).length]
  return next
    ? {
        ...base,
        hasText: false,
        calls: [{ id: 'c', tool: `${next.kind}:${next.asks ? 'asks' : 'allowed'}` }],
      }
    : { ...base, hasText: true, calls: [] }
}

const work: fc.Arbitrary<Work> = fc.record({
  tasks: fc.array(
    fc.record({
      effects: fc.array(fc.record({ kind: fc.constantFrom(...KINDS), asks: fc.boolean() }), { maxLength: 3 }),
      dependsOnFirst: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  ),
})

const endOf = (run: RunState) => ({
  status: statusOf(run),
  tasks: run.tasks.map(({ id, status }) => `${id} ${status}`),
  effects: run.effects.map(({ taskId, tool, status }) => `${taskId} ${tool} ${status}`).sort(),
})

describe('any prefix of a journal, folded and continued', () => {
  it('reaches the same end, with nothing that matters done twice', async () => {
    await fc.assert(
      fc.asyncProperty(work, fc.nat(), async (todo, cut) => {
        const whole = memoryJournal()
        const end = await pursue(todo, new World(), whole, Number.POSITIVE_INFINITY)
        expect(statusOf(end)).toBe('succeeded')

        const world = new World()
        const survived = memoryJournal()
        await pursue(todo, world, survived, 1 + (cut % whole.commits.length))
        const again = await pursue(todo, world, survived, Number.POSITIVE_INFINITY)

        expect(endOf(again)).toEqual(endOf(end))
        for (const { id, inDoubt } of again.effects) {
          if (inDoubt !== 'pure') expect(world.happened.get(id), `${inDoubt} effect ${id}`).toBe(1)
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('a step', () => {
  it('is decided again where another came first', async () => {
    const shared = memoryJournal()
    const world = new World()
    const one: Work = { tasks: [{ effects: [{ kind: 'pure', asks: false }], dependsOnFirst: false }] }
    await pursue(one, world, shared, 2)
    const before = shared.journal.facts('r').length
    // another owner wrote in the meantime; this one folds on from what is really there
    const fact: Fact = { type: 'run.recovered', runId: 'r', seq: before + 1, at: '2026-01-05T00:00:00.000Z' }
    shared.commits.push({ facts: [fact] })
    expect(statusOf(await pursue(one, world, shared, Number.POSITIVE_INFINITY))).toBe('succeeded')
  })

  it('whose commit fails starts nothing', async () => {
    const world = new World()
    const one: Work = { tasks: [{ effects: [{ kind: 'unsafe', asks: false }], dependsOnFirst: false }] }
    const full = memoryJournal()
    const complete = memoryJournal()
    await pursue(one, new World(), complete, Number.POSITIVE_INFINITY)
    const dispatch = complete.commits.findIndex(({ facts }) =>
      facts.some(({ type }) => type === 'effect.dispatched'),
    )
    await pursue(one, world, full, dispatch)
    expect(world.happened.size).toBe(0)
  })
})

describe('evolve', () => {
  it('folded step by step or at once gives the same state', async () => {
    const journal = memoryJournal()
    const todo: Work = { tasks: [{ effects: [{ kind: 'keyed', asks: true }], dependsOnFirst: false }] }
    await pursue(todo, new World(), journal, Number.POSITIVE_INFINITY)
    const facts = journal.journal.facts('r')
    const atOnce = foldRun('r', facts)
    const byStep = facts.reduce(evolve, initialRun('r'))
    expect(byStep).toEqual(atOnce)
    expect(JSON.parse(JSON.stringify(byStep))).toEqual(byStep)
  })
})

describe('work that the journal says is under way', () => {
  it('is started whatever a listener does, and told to whoever waits', async () => {
    const started: string[] = []
    const advancer = createAdvancer({
      journal: memoryJournal().journal,
      clock: createManualClock('2026-05-04T09:00:00Z'),
      decide,
      perform: async (_, action) =>
        action.do === 'request-model'
          ? { facts: [asked(action.callId)], start: () => void started.push(action.callId) }
          : { facts: [] },
      committed: () => {
        throw new Error('a listener failed')
      },
    })
    await expect(advancer.advance('r', () => ({ facts: [created()] }))).rejects.toThrow('a listener failed')
    expect(started).toHaveLength(1)
    expect(advancer.state('r').tasks[0]?.modelCall?.status).toBe('requested')
  })
})

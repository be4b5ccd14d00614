import { describe, expect, it } from 'vitest'
import type { Action } from '../state/actions.ts'
import type { FactBody } from '../state/facts.ts'
import {
  answers,
  asked,
  created,
  dispatched,
  ended,
  grow,
  intends,
  opened,
  plans,
  runWith,
  settled,
  wants,
} from '../testing/journals.ts'
import { decide } from './decide.ts'

const words = (action: Action): string => {
  switch (action.do) {
    case 'request-model':
      return `ask the model about ${action.taskId}${action.attempt > 1 ? ` (attempt ${action.attempt})` : ''}`
    case 'prepare-call':
      return `prepare ${action.tool}`
    case 'end-task':
      return `end ${action.taskId}: ${action.code ?? action.status}`
    case 'end-run':
      return `end the run: ${action.code ?? action.status}`
    case 'settle':
      return `settle as ${action.as}`
    case 'notify':
      return `tell ${action.taskId} about ${action.about.join(', ')}`
    case 'wait-until':
      return `wait until ${action.at}`
    default:
      return action.do
  }
}
const next = (...facts: readonly FactBody[]): string[] => decide(runWith(...facts)).map(words)

const E = 'r:e3.0'
const write = [created(), asked(), wants(['files.write'])]
const running = [...write, ...intends(3, 'allow'), dispatched(E)]

describe('what is done next in a run without a plan', () => {
  it.each<[string, FactBody[], string[]]>([
    ['a new run asks the model', [created()], ['ask the model about root']],
    ['while the model thinks, nothing is started twice', [created(), asked()], []],
    ['a tool that is wanted is prepared', write, ['prepare files.write']],
    [
      'calls of one response are prepared together',
      [created(), asked(), wants(['files.read', 'files.list'])],
      ['prepare files.read', 'prepare files.list'],
    ],
    ['an allowed effect is dispatched', [...write, ...intends(3, 'allow')], ['dispatch']],
    [
      'a denied effect is settled without a call',
      [...write, ...intends(3, 'deny')],
      ['settle as denied-by-policy'],
    ],
    ['an effect that asks waits for the answer', [...write, ...intends(3, 'ask'), opened(E)], []],
    ['a running effect is waited for', running, []],
    ['a result goes back to the model', [...running, settled(E)], ['ask the model about root']],
    ['an answer ends the task', [created(), asked(), answers()], ['end root: succeeded']],
    [
      'the end of the task ends the run',
      [created(), asked(), answers(), ended('root')],
      ['end the run: succeeded'],
    ],
    ['a run that has ended does nothing', [created(), { type: 'run.ended', status: 'succeeded' }], []],
  ])('%s', (_, facts, expected) => {
    expect(next(...facts)).toEqual(expected)
  })
})

describe('the operator answers', () => {
  const asking = [...write, ...intends(3, 'ask'), opened(E)]
  it.each([
    ['once', 'dispatch'],
    ['run', 'dispatch'],
    ['reject', 'settle as rejected'],
  ] as const)('%s: %s', (answer, expected) => {
    expect(next(...asking, { type: 'inquiry.answered', inquiryId: `${E}:ask`, answer })).toEqual([expected])
  })

  it('a question: the effect is settled with the answer', () => {
    const question = [...write, ...intends(3, 'ask'), opened(E, 'question')]
    const answer: FactBody = {
      type: 'inquiry.answered',
      inquiryId: `${E}:ask`,
      answer: 'text',
      textRef: 'words',
    }
    expect(next(...question, answer)).toEqual(['settle as answered'])
  })
})

describe('an effect whose process died before the answer', () => {
  const after = (inDoubt: 'pure' | 'keyed' | 'reconcilable' | 'unsafe', ...more: FactBody[]) =>
    next(...write, ...intends(3, 'allow', { inDoubt }), dispatched(E), { type: 'run.recovered' }, ...more)

  it.each([
    ['pure', 'is run again', 'dispatch'],
    ['keyed', 'is run again with the same key', 'dispatch'],
    ['reconcilable', 'is looked up first', 'probe'],
    ['unsafe', 'is put before the operator', 'ask-in-doubt'],
  ] as const)('%s: %s', (kind, _, expected) => {
    expect(after(kind)).toEqual([expected])
  })

  it('that surely did not happen is run again', () => {
    expect(after('reconcilable', { type: 'effect.probed', effectId: E, verdict: 'did-not-happen' })).toEqual([
      'dispatch',
    ])
  })

  it('that nobody can look up is put before the operator', () => {
    expect(after('reconcilable', { type: 'effect.probed', effectId: E, verdict: 'unknown' })).toEqual([
      'ask-in-doubt',
    ])
  })

  it.each([
    ['happened', 'settle as happened'],
    ['again', 'dispatch'],
    ['skip', 'settle as skipped'],
  ] as const)('the operator says "%s": %s', (answer, expected) => {
    const card = opened(E, 'in-doubt')
    expect(after('unsafe', card, { type: 'inquiry.answered', inquiryId: `${E}:doubt1`, answer })).toEqual([
      expected,
    ])
  })

  it('is asked about only once while the card is open', () => {
    expect(after('unsafe', opened(E, 'in-doubt'))).toEqual([])
  })
})

describe('a call that got no answer in time', () => {
  const timedOut = (inDoubt: 'pure' | 'keyed', attempts: number): FactBody[] => [
    ...write,
    ...intends(3, 'allow', { inDoubt }),
    ...Array.from({ length: attempts }, (_, index): FactBody[] => [
      dispatched(E, index + 1),
      { type: 'effect.doubted', effectId: E, cause: 'timeout' },
    ]).flat(),
  ]
  it('is repeated by itself at most three times', () => {
    expect(next(...timedOut('pure', 2))).toEqual(['dispatch'])
    expect(next(...timedOut('pure', 3))).toEqual(['settle as given-up'])
  })
  it('with a key is put before the operator after that', () => {
    expect(next(...timedOut('keyed', 3))).toEqual(['ask-in-doubt'])
  })
})

describe('a plan', () => {
  const planned = [created(), asked(), plans(['a', 'b', 'c<a+b'])]
  const started = [...planned, asked('ma', 'a'), asked('mb', 'b')]
  it('starts what depends on nothing, side by side', () => {
    expect(next(...planned)).toEqual(['ask the model about a', 'ask the model about b'])
  })
  it('starts a task when all it depends on have succeeded', () => {
    expect(next(...started, answers('a', 'ma'), ended('a'))).toEqual([])
    expect(next(...started, answers('a', 'ma'), ended('a'), answers('b', 'mb'), ended('b'))).toEqual([
      'ask the model about c',
    ])
  })
  it('goes back to the root when a task has failed, while others go on', () => {
    expect(next(...started, ended('a', 'failed'))).toEqual(['ask the model about root'])
  })
  it('gives up what depends on a failure when the root has no better plan', () => {
    const told = [...started, ended('a', 'failed'), asked('m2'), answers('root', 'm2')]
    expect(next(...told)).toEqual(['end c: dependency-failed'])
  })
  it('takes the root’s better plan instead, and the failure no longer counts', () => {
    const replanned = [...started, ended('a', 'failed'), asked('m2'), plans(['d', 'e<d'], 'm2')]
    expect(next(...replanned)).toEqual(['ask the model about d'])
  })
  it('asks the root for the answer when all have ended', () => {
    const done = runWith(created(), asked(), plans(['a']), asked('ma', 'a'), answers('a', 'ma'), ended('a'))
    expect(decide(done).map(words)).toEqual(['ask the model about root'])
    const reviewed = grow(done, asked('m2'), answers('root', 'm2'))
    expect(decide(reviewed).map(words)).toEqual(['end root: succeeded'])
    expect(decide(grow(reviewed, ended('root'))).map(words)).toEqual(['end the run: succeeded'])
  })
  it('with a task left failed has not succeeded', () => {
    const failed = [
      created(),
      asked(),
      plans(['a']),
      asked('ma', 'a'),
      ended('a', 'failed'),
      asked('m2'),
      answers('root', 'm2'),
    ]
    expect(next(...failed, ended('root'))).toEqual(['end the run: task-failed'])
  })
})

describe('a branch that waits for the operator', () => {
  it('does not stop the others', () => {
    const facts = [
      created(),
      asked(),
      plans(['a', 'b']),
      asked('ma', 'a'),
      wants(['files.write'], 'a', 'ma'),
      ...intends(5, 'ask', { taskId: 'a' }),
      opened('r:e5.0'),
    ]
    expect(next(...facts)).toEqual(['ask the model about b'])
  })
})

describe('a claim without evidence', () => {
  const claims = [created(['write']), asked(), answers()]
  it('goes back to the model once', () => {
    expect(next(...claims)).toEqual(['tell root about write'])
  })
  const told: FactBody[] = [
    ...claims,
    { type: 'notice.given', taskId: 'root', notice: 'missing-evidence', textRef: 'text' },
    asked('m2'),
    answers('root', 'm2'),
  ]
  it('made again fails the run', () => {
    expect(next(...told)).toEqual(['end root: succeeded'])
    expect(next(...told, ended('root'))).toEqual(['end the run: no-evidence'])
  })
  it('of an act the operator rejected is not argued about', () => {
    const rejected = [
      created(['write']),
      asked(),
      wants(['files.write']),
      ...intends(3, 'ask'),
      opened(E),
      settled(E, 'denied'),
      asked('m2'),
      answers('root', 'm2'),
    ]
    expect(next(...rejected)).toEqual(['end root: succeeded'])
    expect(next(...rejected, ended('root'))).toEqual(['end the run: no-evidence'])
  })
  it('is none where the effect is recorded', () => {
    const done = [
      created(['write']),
      asked(),
      wants(['files.write']),
      ...intends(3, 'allow'),
      dispatched(E),
      settled(E),
      asked('m2'),
      answers('root', 'm2'),
      ended('root'),
    ]
    expect(next(...done)).toEqual(['end the run: succeeded'])
  })
})

describe('a model that fails', () => {
  const failure = (retryAt?: string): FactBody => ({
    type: 'model.failed',
    callId: 'm1',
    taskId: 'root',
    code: 'rate-limited',
    errorRef: 'error',
    ...(retryAt ? { retryAt } : {}),
  })
  it('is asked again at the time it named', () => {
    const waiting = [created(), asked(), failure('2026-01-05T09:01:00.000Z')]
    expect(next(...waiting)).toEqual(['wait until 2026-01-05T09:01:00.000Z'])
    expect(next(...waiting, { type: 'timer.fired', taskId: 'root' })).toEqual([
      'ask the model about root (attempt 2)',
    ])
  })
  it('for good fails its task', () => {
    expect(next(created(), asked(), failure())).toEqual(['end root: rate-limited'])
  })
  it('because its process died is asked again', () => {
    expect(next(created(), asked(), { type: 'run.recovered' })).toEqual([
      'ask the model about root (attempt 2)',
    ])
  })
})

describe('steering', () => {
  const steer = (interrupt: boolean): FactBody => ({
    type: 'steering.received',
    triggerRef: 's',
    interrupt,
    demands: [],
  })
  it('is heard at the next step', () => {
    expect(next(created(), asked(), steer(false))).toEqual([])
    expect(next(created(), asked(), steer(false), wants(['files.read']))).toEqual(['prepare files.read'])
  })
  it('that came while the model was answering is answered too', () => {
    expect(next(created(), asked(), steer(false), answers())).toEqual(['ask the model about root'])
  })
  it('that interrupts asks the model anew at once', () => {
    expect(next(created(), asked(), steer(true))).toEqual(['ask the model about root'])
  })
  it('never answers an approval', () => {
    expect(next(...write, ...intends(3, 'ask'), opened(E), steer(false))).toEqual([])
  })
})

describe('a run that is stopped', () => {
  it('withdraws questions and dispatches nothing more', () => {
    expect(next(...write, ...intends(3, 'ask'), opened(E), { type: 'cancel.requested' })).toEqual([
      'withdraw',
      'settle as cancelled',
    ])
  })
  it('ends when every dispatched effect has an outcome or is in doubt', () => {
    expect(next(...running, { type: 'cancel.requested' })).toEqual([])
    expect(
      next(...running, { type: 'cancel.requested' }, { type: 'effect.doubted', effectId: E, cause: 'abort' }),
    ).toEqual(['end the run: cancelled'])
  })
})

describe('a journal of another time', () => {
  it('with a fact this version does not know parks the run', () => {
    const run = runWith(created(), { type: 'run.teleported' } as unknown as FactBody)
    expect(decide(run)).toEqual([])
    expect(run.parked).toContain('run.teleported')
  })
})

import { describe, expect, it } from 'vitest'
import type { FactBody } from '../state/facts.ts'
import {
  answers,
  asked,
  created,
  dispatched,
  ended,
  intends,
  plans,
  runWith,
  settled,
  wants,
} from '../testing/journals.ts'
import type { Act } from '../vocabulary/effect.ts'
import { decide } from './decide.ts'
import { missingActs } from './finish.ts'

const effect = (id: string, acts: readonly Act[], did?: readonly Act[]): FactBody[] => [
  ...intends(3, 'allow', { id, acts }),
  dispatched(id),
  { ...settled(id), ...(did ? { acts: did } : {}) } as FactBody,
]

describe('what was asked for and has no effect yet', () => {
  it('a call that did less than it might have done counts for what it did', () => {
    const form = effect('e1', ['fill', 'submit'], ['fill'])
    expect(missingActs(runWith(created(['submit']), asked(), wants(['browser.fill']), ...form))).toEqual([
      'submit',
    ])
    expect(missingActs(runWith(created(['fill']), asked(), wants(['browser.fill']), ...form))).toEqual([])
  })

  it('a call never counts for more than its tool declares', () => {
    const form = effect('e1', ['fill'], ['fill', 'submit'])
    expect(missingActs(runWith(created(['submit']), asked(), wants(['browser.fill']), ...form))).toEqual([
      'submit',
    ])
  })

  it('each act is shown by an effect of its own, in whichever order they came', () => {
    const effects = [...effect('e1', ['screenshot', 'write']), ...effect('e2', ['write'])]
    const asks = (...acts: Act[]) =>
      missingActs(runWith(created(acts), asked(), wants(['a', 'b']), ...effects))
    expect(asks('write', 'screenshot')).toEqual([])
    expect(asks('screenshot', 'write')).toEqual([])
    expect(asks('write', 'write', 'write')).toEqual(['write'])
  })
})

describe('a run always comes to an end', () => {
  it('when its planner fails, what waits for a failed step fails too', () => {
    const failed = runWith(
      created(),
      asked(),
      plans(['a', 'b<a']),
      ended('a', 'failed'),
      asked('m2'),
      ended('root', 'failed'),
    )
    expect(decide(failed)).toMatchObject([{ do: 'end-task', taskId: 'b', code: 'dependency-failed' }])
  })

  it('when a new plan holds nothing that is still to do, its planner is asked again', () => {
    const run = runWith(created(), asked(), plans(['a']), ended('a'), asked('m2'), plans(['a'], 'm2'))
    expect(decide(run)).toMatchObject([{ do: 'request-model', taskId: 'root' }])
    expect(decide(runWith(created(), asked(), answers(), ended('root')))).toMatchObject([{ do: 'end-run' }])
  })
})

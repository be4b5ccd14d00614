import { expect, it } from 'vitest'
import type { FactBody } from '../state/facts.ts'
import { asked, created, dispatched, ended, intends, plans, runWith, settled } from '../testing/journals.ts'
import { FILE_LABELS, WEB_LABELS } from '../vocabulary/labels.ts'
import { type GateSituation, judgeCall } from './gate.ts'

const reading = (taskId: string): FactBody[] => [
  ...intends(3, 'allow', { id: `e-${taskId}`, taskId, acts: ['look'] }),
  dispatched(`e-${taskId}`),
  { ...settled(`e-${taskId}`), labels: WEB_LABELS } as FactBody,
]
const nothingSaid: GateSituation = {
  intents: [],
  words: [],
  named: [],
  allowedHosts: [],
  ownAddresses: [],
  pages: [],
  runGrants: [],
}
const tool = { name: 'memory.list', effect: 'read', acts: ['look'], placeless: true } as const
const trust = (taskId: string, ...facts: readonly FactBody[]) => {
  const run = runWith(created(), asked(), plans(['a', 'b', 'c<a']), ...facts)
  return judgeCall(run, { taskId, tool, arguments: {}, sinks: [], paths: [] }, nothingSaid).context.trust
}

it('who is shown what a step came to has read what that step read', () => {
  expect(trust('root', ...reading('a'), ended('a'))).toBe('untrusted')
  expect(trust('c', ...reading('a'), ended('a'))).toBe('untrusted')
  expect(trust('b', ...reading('a'), ended('a'))).toBe('untrusted')
})

it('a step that is still at work taints no other', () => {
  expect(trust('b', ...reading('a'))).toBe('trusted')
  expect(trust('a', ...reading('a'))).toBe('untrusted')
})

it('steps worded by a planner that had read the text of others carry its labels', () => {
  expect(trust('b', ...reading('root'))).toBe('untrusted')
})

it('a file that came with words to the running goal is read by all of its steps, before any model is asked again', () => {
  const words = { type: 'steering.received', triggerRef: 'w', interrupt: false, demands: [] } as const
  expect(trust('root', words)).toBe('trusted')
  expect(trust('root', { ...words, labels: FILE_LABELS })).toBe('untrusted')
  expect(trust('b', { ...words, labels: FILE_LABELS })).toBe('untrusted')
})

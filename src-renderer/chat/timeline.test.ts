import { describe, expect, it } from 'vitest'
import type { EffectView, MessageView, RunView } from '../../src-preload/contract.ts'
import { groupConversations } from './conversation-groups.ts'
import { timelineOf } from './timeline.ts'

const minute = (n: number) => `2026-03-18T09:${String(n).padStart(2, '0')}:00Z`

const effect = (id: string, at: number, taskId = 'root'): EffectView => ({
  id,
  taskId,
  tool: 'files.read',
  title: 'Read a file',
  effectClass: 'read',
  arguments: {},
  status: 'succeeded',
  trust: 'trusted',
  origins: [],
  evidence: [],
  requestedAt: minute(at),
})

const run = (change: Partial<RunView>): RunView => ({
  id: 'r1',
  conversationId: 'talk',
  goal: 'first goal',
  channel: 'chat',
  principal: 'operator',
  status: 'succeeded',
  waiting: [],
  plan: [],
  effects: [],
  evidence: [],
  answer: 'done',
  model: 'offline',
  usage: { inputTokens: 0, outputTokens: 0 },
  createdAt: minute(0),
  updatedAt: minute(5),
  ...change,
})

const said = (id: string, at: number, change: Partial<MessageView> = {}): MessageView => ({
  id,
  role: 'operator',
  text: id,
  at: minute(at),
  runId: 'r1',
  ...change,
})

const spelled = (messages: MessageView[], runs: RunView[]) =>
  timelineOf(messages, runs).map((item) => {
    if (item.kind === 'message') return item.message.id
    if (item.kind === 'outcome') return `${item.run.id} ended`
    return `${item.run.id} did ${item.effects.map(({ id }) => id).join(' ') || 'nothing yet'}`
  })

describe('a conversation as one column', () => {
  it('goal, what was done, outcome; the answer is not said twice', () => {
    const messages = [said('goal', 0), said('answer', 5, { role: 'agent' })]
    expect(spelled(messages, [run({ effects: [effect('e', 1)] })])).toEqual(['goal', 'r1 did e', 'r1 ended'])
  })

  it('what steered stands between what was done before and after it', () => {
    const messages = [said('goal', 0), said('no, the other', 2)]
    const steered = run({ status: 'running', effects: [effect('a', 1), effect('b', 3)] })
    expect(spelled(messages, [steered])).toEqual(['goal', 'r1 did a', 'no, the other', 'r1 did b'])
  })

  it('calls of planned tasks belong to the plan', () => {
    const plan = [{ id: 't1', title: 'Read', dependsOn: [], tools: [], status: 'running' as const }]
    const planned = run({ status: 'running', plan, effects: [effect('a', 1, 't1'), effect('b', 2)] })
    expect(spelled([said('goal', 0)], [planned])).toEqual(['goal', 'r1 did b'])
  })

  it('a run that is known before its message shows its goal', () => {
    expect(spelled([], [run({ status: 'queued' })])).toEqual(['r1:goal', 'r1 did nothing yet'])
  })

  it('a notice stands where it came', () => {
    const notice = said('due', 7, { role: 'notice' })
    const later = run({ id: 'r2', createdAt: minute(9), updatedAt: minute(10) })
    expect(spelled([said('goal', 0), notice, said('next', 9, { runId: 'r2' })], [run({}), later])).toEqual([
      'goal',
      'r1 did nothing yet',
      'r1 ended',
      'due',
      'next',
      'r2 did nothing yet',
      'r2 ended',
    ])
  })
})

describe('conversations by day', () => {
  const now = new Date('2026-03-18T22:30:00Z')
  const at = (updatedAt: string) => ({
    id: updatedAt,
    title: '',
    createdAt: updatedAt,
    updatedAt,
    active: false,
  })
  const grouped = (timeZone: string, ...times: string[]) =>
    groupConversations(times.map(at), now, timeZone).map(({ title }) => title)

  it.each([
    ['2026-03-18T00:10:00Z', 'Today'],
    ['2026-03-17T23:50:00Z', 'Yesterday'],
    ['2026-03-12T08:00:00Z', 'Last seven days'],
    ['2026-03-11T23:00:00Z', 'Earlier'],
    ['2026-03-18T23:30:00Z', 'Today'],
  ])('%s stands under %s', (time, title) => {
    expect(grouped('UTC', time)).toEqual([title])
  })

  it('days are those of the operator: where it is past midnight, this morning was yesterday', () => {
    expect(grouped('Asia/Tokyo', '2026-03-18T08:00:00Z')).toEqual(['Yesterday'])
  })
})

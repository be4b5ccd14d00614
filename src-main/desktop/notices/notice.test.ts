import { describe, expect, it } from 'vitest'
import type { AgentEvent, ApprovalView, RunView } from '../../../src-preload/contract.ts'
import { wordsOf } from '../../../src-words/spoken-here.ts'
import { noticeOf } from './notice.ts'

const reminder = (missed: boolean) =>
  ({
    type: 'reminder.due',
    schedule: { id: 'rem_1', text: 'call Ann', conversationId: 'cnv_1' },
    dueAt: '2026-03-01T09:00:00+01:00',
    missed,
  }) as AgentEvent
const approval = {
  id: 'inq_1',
  kind: 'approval',
  title: 'Send mail',
  reason: 'It sends to someone you did not name.',
  conversationId: 'cnv_1',
  highImpact: false,
  preview: { kind: 'fields', title: 'Mail', fields: [{ name: 'to', value: 'maria@example.com' }] },
} as unknown as ApprovalView
const question = { type: 'approval.opened', approval } as AgentEvent
const run = (change: Partial<RunView>) =>
  ({
    type: 'run.changed',
    run: {
      id: 'run_1',
      conversationId: 'cnv_1',
      goal: 'summarise the news',
      channel: 'chat',
      status: 'succeeded',
      answer: 'All quiet.',
      createdAt: '2026-03-01T09:00:00Z',
      updatedAt: '2026-03-01T09:01:00Z',
      ...change,
    },
  }) as AgentEvent

const english = wordsOf('en')

describe('the desktop is told', () => {
  it.each([
    ['of a reminder', reminder(false), false, { title: 'Reminder', body: 'call Ann' }],
    ['of a reminder even while the window is looked at', reminder(false), true, { title: 'Reminder' }],
    ['that a reminder was missed, and when it was due', reminder(true), false, { title: 'Missed reminder' }],
    [
      'what the agent asks, by the act and what it is done to',
      question,
      false,
      { title: 'Adjutant asks', body: expect.stringMatching(/^Send mail: maria@example.com\nIt sends/) },
    ],
    ['that a long run is done', run({}), false, { title: 'Done: summarise the news', body: 'All quiet.' }],
    [
      'that a run failed, however soon',
      run({ status: 'failed', reason: 'No network.', updatedAt: '2026-03-01T09:00:01Z' }),
      false,
      { title: 'Not done: summarise the news', body: 'No network.' },
    ],
    [
      'that a scheduled run is done, however soon',
      run({ channel: 'schedule', updatedAt: '2026-03-01T09:00:01Z' }),
      false,
      { kind: 'finished' },
    ],
  ])('%s', (_what, event, looking, notice) => {
    expect(noticeOf(event, looking, english)).toMatchObject(notice)
  })

  it.each([
    ['what the agent asks while the window is looked at', question, true],
    ['that a run is done which was over at once', run({ updatedAt: '2026-03-01T09:00:01Z' }), false],
    ['of a run that goes on', run({ status: 'running' }), false],
    ['of a run that the operator stopped', run({ status: 'cancelled' }), false],
    ['of anything else', { type: 'memory.changed', id: '1' } as AgentEvent, false],
  ])('nothing %s', (_what, event, looking) => {
    expect(noticeOf(event, looking, english)).toBeUndefined()
  })

  it('in such a way that a click leads to the very card', () => {
    expect(noticeOf(question, false, english)?.place).toEqual({
      pane: 'chat',
      id: 'cnv_1',
      approvalId: 'inq_1',
    })
  })

  it('in German where that is spoken', () => {
    expect(noticeOf(reminder(true), false, wordsOf('de'))).toMatchObject({
      title: 'Verpasste Erinnerung',
      body: expect.stringContaining('fällig war'),
    })
  })
})

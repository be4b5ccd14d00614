import { describe, expect, it } from 'vitest'
import type { AgentEvent } from '../../src-preload/contract.ts'
import { noticeOf } from './notice.ts'

const reminder = (missed: boolean) =>
  ({
    type: 'reminder.due',
    schedule: { text: 'call Ann' },
    dueAt: '2026-03-01T09:00:00+01:00',
    missed,
  }) as AgentEvent
const question = {
  type: 'approval.opened',
  approval: { title: 'Send mail', reason: 'It sends to someone you did not name.' },
} as AgentEvent

describe('the desktop is told', () => {
  it.each([
    ['of a reminder', reminder(false), false, { title: 'Reminder', body: 'call Ann' }],
    ['of a reminder even while the window is looked at', reminder(false), true, { title: 'Reminder' }],
    ['that a reminder was missed, and when it was due', reminder(true), false, { title: 'Missed reminder' }],
    [
      'what the agent asks',
      question,
      false,
      { title: 'Adjutant asks', body: expect.stringMatching(/^Send mail: It sends/) },
    ],
  ])('%s', (_what, event, looking, notice) => {
    expect(noticeOf(event, looking)).toMatchObject(notice)
  })

  it.each([
    ['what the agent asks while the window is looked at', question, true],
    ['of anything else', { type: 'memory.changed', id: '1' } as AgentEvent, false],
  ])('nothing %s', (_what, event, looking) => {
    expect(noticeOf(event, looking)).toBeUndefined()
  })
})

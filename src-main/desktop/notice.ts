import type { AgentEvent } from '../../src-preload/contract.ts'

export interface Notice {
  readonly title: string
  readonly body: string
}

/** What the desktop is told of an event, if anything: a reminder always, a question where nobody looks at the window. */
export function noticeOf(event: AgentEvent, looking: boolean): Notice | undefined {
  if (event.type === 'reminder.due')
    return {
      title: event.missed ? 'Missed reminder' : 'Reminder',
      body: event.missed ? `${event.schedule.text} (it was due ${event.dueAt})` : event.schedule.text,
    }
  if (looking) return undefined
  if (event.type === 'approval.opened')
    return { title: 'Adjutant asks', body: `${event.approval.title}: ${event.approval.reason}` }
  return undefined
}

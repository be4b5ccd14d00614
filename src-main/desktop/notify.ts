import { Notification } from 'electron'
import type { AgentEvent } from '../../src-preload/contract.ts'

/** A notification for what should not wait until someone looks: reminders that are due, and questions. */
export function notify(event: AgentEvent, open: () => void): void {
  const [title, body] = wordsFor(event)
  if (title === undefined || !Notification.isSupported()) return
  const notification = new Notification({ title, body: body ?? '' })
  notification.on('click', open)
  notification.show()
}

/** Title and text of an event's notification; empty where it needs none. */
export function wordsFor(event: AgentEvent): [string?, string?] {
  switch (event.type) {
    case 'reminder.due':
      return [event.missed ? 'Reminder, while Adjutant was away' : 'Reminder', event.schedule.text]
    case 'approval.opened':
      return [
        event.approval.kind === 'question' ? 'Adjutant asks' : 'Adjutant waits for you',
        event.approval.title,
      ]
    default:
      return []
  }
}

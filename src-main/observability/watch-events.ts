import type { AgentEvent } from '../../src-preload/contract.ts'
import type { Happenings } from './activity/happenings.ts'
import type { LoggedFields } from './log/allowed-fields.ts'
import type { Log, LogLevel, LogPart } from './log/log.ts'

/** Tells the log of what the faces hear beside the runs. */
export const watchEvents =
  (log: Log, happenings: Happenings) =>
  (event: AgentEvent): void => {
    const line = lineOf(event)
    if (line) log.write(...line)
    if (event.type === 'pause.changed') happenings.add(event.pause.since === undefined ? 'resumed' : 'paused')
  }

function lineOf(event: AgentEvent): [LogLevel, LogPart, string, LoggedFields?] | undefined {
  switch (event.type) {
    case 'pause.changed':
      return ['info', 'agent', event.pause.since ? 'everything is paused' : 'everything goes on']
    case 'reminder.due':
      return ['info', 'schedules', 'a reminder is due', { scheduleId: event.schedule.id }]
    case 'schedule.deleted':
      return ['info', 'schedules', 'a schedule was deleted', { scheduleId: event.id }]
    case 'memory.import': {
      const { status, received } = event.import
      return status === 'running'
        ? undefined
        : ['info', 'memory', 'an import has ended', { status, count: received }]
    }
    case 'voice.model':
      return event.model.state === 'failed'
        ? ['warn', 'voice', 'a speech model could not be downloaded']
        : undefined
    default:
      return undefined
  }
}

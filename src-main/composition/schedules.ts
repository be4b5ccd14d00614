import type { MessageView } from '../../src-preload/contract.ts'
import type { Schedule } from '../ingestion/reminders.ts'
import { createScheduler } from '../ingestion/scheduler.ts'
import { createAutomations } from '../ingestion/sqlite/automations.ts'
import { createScheduleMethods, viewSchedule } from '../operator/schedule-methods.ts'
import type { Base } from './base.ts'
import type { JournalParts } from './journal.ts'
import type { RunParts } from './runs.ts'
import type { ToolParts } from './tools.ts'

export interface ScheduleNeeds extends JournalParts, Pick<ToolParts, 'reminders'>, Pick<RunParts, 'runs'> {
  readonly changed: (schedule: Schedule) => void
}

export type ScheduleParts = ReturnType<typeof openSchedules>

/** What comes by itself at its time: a reminder as a notice, a schedule as a run. */
export function openSchedules({ clock, newId, place }: Base, needs: ScheduleNeeds) {
  const { db, observability, hub, conversations, reminders, runs, changed } = needs
  const scheduler = createScheduler({
    db,
    clock,
    fire: async (schedule, firing) => {
      observability.happened('schedule-fired', { scheduleId: schedule.id, kind: schedule.kind })
      const missed = firing.missed > 0
      if (schedule.kind === 'reminder') {
        hub.emit({ type: 'reminder.due', schedule: viewSchedule(schedule), dueAt: firing.dueAt, missed })
        hub.emit({
          type: 'message.added',
          conversationId: schedule.conversationId,
          message: {
            id: firing.key,
            role: 'notice',
            text: noticeText(schedule.text, firing.missed, firing.dueAt),
            at: new Date(clock.now()).toISOString(),
          },
        })
        if (hub.heard()) scheduler.seen(firing.key)
        return undefined
      }
      const started = await runs.start({
        goal: schedule.text,
        channel: 'schedule',
        principal: `schedule:${schedule.id}`,
        labels: schedule.labels,
        conversationId: schedule.conversationId,
        runId: `run_${schedule.id}_${Date.parse(firing.dueAt)}`,
      })
      hub.emit({ type: 'schedule.changed', schedule: viewSchedule(schedule) })
      return { runId: started.id }
    },
    onError: (error, schedule) =>
      observability.reporter('schedules')(`a ${schedule?.kind ?? 'schedule'} could not be fired`, error),
  })
  /** Notices that reminders left in a conversation. */
  const notices = (conversationId: string): MessageView[] =>
    (
      db
        .prepare(
          `SELECT f.schedule_id || '@' || f.due_at AS id, f.text, f.missed, f.fired_at AS at, f.due_at AS dueAt
           FROM firings f JOIN schedules s ON s.id = f.schedule_id
           WHERE s.conversation_id = ? AND s.kind = 'reminder' ORDER BY f.fired_at`,
        )
        .all(conversationId) as { id: string; text: string; missed: number; at: string; dueAt: string }[]
    ).map(({ id, text, missed, at, dueAt }) => ({
      id,
      role: 'notice',
      text: noticeText(text, missed, dueAt),
      at,
    }))
  const methods = createScheduleMethods({
    reminders,
    automations: createAutomations({ db, clock, changed }),
    scheduler,
    conversations,
    place,
    clock,
    newId,
    emit: hub.emit,
  })
  return { scheduler, notices, methods }
}

function noticeText(text: string, missed: number, dueAt: string): string {
  return missed > 0
    ? `Reminder: ${text} (it was due ${dueAt}, while Adjutant was not running)`
    : `Reminder: ${text}`
}

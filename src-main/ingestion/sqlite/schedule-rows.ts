import type { Database } from '../../storage/database.ts'
import type { Labels } from '../../vocabulary/labels.ts'
import type { Schedule } from '../reminders.ts'

/** A row of `schedules`. `next_at` is in UTC, so that text compares as time does. */
export interface ScheduleRow {
  readonly id: string
  readonly kind: Schedule['kind']
  readonly text: string
  readonly labels: string
  readonly at: string | null
  readonly cron: string | null
  readonly words: string
  readonly time_zone: string
  readonly next_at: string | null
  readonly paused_at: string | null
  readonly conversation_id: string
  readonly created_at: string
  readonly status: Schedule['status']
}

export function scheduleOf(row: ScheduleRow): Schedule {
  return {
    id: row.id,
    kind: row.kind,
    text: row.text,
    labels: JSON.parse(row.labels) as Labels,
    ...(row.at === null ? {} : { at: row.at }),
    ...(row.cron === null ? {} : { cron: row.cron }),
    words: row.words,
    timeZone: row.time_zone,
    ...(row.next_at === null ? {} : { nextAt: row.next_at }),
    ...(row.paused_at === null ? {} : { pausedAt: row.paused_at }),
    conversationId: row.conversation_id,
    createdAt: row.created_at,
    status: row.status,
  }
}

export const findSchedule = (db: Database, id: string): Schedule | undefined => {
  const row = db.prepare<unknown[], ScheduleRow>('SELECT * FROM schedules WHERE id = ?').get(id)
  return row && scheduleOf(row)
}

import type { Labels } from '../vocabulary/labels.ts'

/** A reminder (fires once) or a schedule (fires again and again). */
export interface Schedule {
  readonly id: string
  readonly kind: 'reminder' | 'schedule'
  /** What to remind of, or the goal to pursue. */
  readonly text: string
  /** Where `text` comes from. Only the operator's own words may instruct a run when it fires. */
  readonly labels: Labels
  /** For a reminder: the one time, ISO 8601 with offset. */
  readonly at?: string
  /** For a schedule: a croner pattern, and the same in words. */
  readonly cron?: string
  readonly words: string
  readonly timeZone: string
  /** Next firing, ISO 8601; undefined when it is over or paused. */
  readonly nextAt?: string
  /** Since when it fires nothing until it is resumed; it is still 'active'. */
  readonly pausedAt?: string
  readonly conversationId: string
  readonly createdAt: string
  readonly status: 'active' | 'done' | 'cancelled'
}

/** Throws ToolError: 'bad-time', 'past', 'bad-pattern', 'not-found'. */
export interface RemindersPort {
  /** Writing the same `key` again gives the one that is there. Refuses a time in the past or that does not exist. */
  remind(reminder: {
    text: string
    at: string
    conversationId: string
    labels: Labels
    key: string
  }): Promise<Schedule>
  /** `cron` has five fields: minute, hour, day of the month, month, day of the week. */
  schedule(schedule: {
    text: string
    cron: string
    words: string
    conversationId: string
    labels: Labels
    key: string
  }): Promise<Schedule>
  /** Active ones first, by their next time; then the latest of the others. */
  list(): Promise<Schedule[]>
  /** Cancelling again changes nothing. */
  cancel(id: string): Promise<Schedule>
}

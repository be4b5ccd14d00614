import type { Schedule } from './reminders.ts'

/** One time at which it fired, or was run by hand. */
export interface PastFiring {
  /** When it should have been, ISO 8601; of several missed times the latest. */
  readonly dueAt: string
  readonly firedAt: string
  /** Times that passed with nobody there to fire them; this one firing stands for all. */
  readonly missed: number
  readonly byHand: boolean
  /** The run it started. */
  readonly runId?: string
  /** When the notice of a reminder was seen. */
  readonly seenAt?: string
  /** When it was let go before it had started anything: the schedule was paused. */
  readonly skippedAt?: string
}

/**
 * What the operator does with schedules and reminders that are there.
 * Throws RequestError: 'no-schedule', 'not-a-schedule', 'over'.
 */
export interface Automations {
  get(id: string): Schedule
  /** The times at which it will fire next, ISO 8601, soonest first; none while it is paused. */
  nextTimes(schedule: Schedule, count: number): string[]
  /** The latest firings first. */
  history(id: string): PastFiring[]
  /** It fires nothing until it is resumed; what was due and had not started yet is let go. */
  pause(id: string): Schedule
  /** It goes on with its next time from now: what was missed while it was paused is not caught up. */
  resume(id: string): Schedule
  /** Writes down that it is due now, paused or not, beside its times. The key of that firing. */
  runNow(id: string): string
  /** The run that a firing has started. */
  runOf(key: string): string | undefined
  /** A reminder rings (again) so many minutes from now, whether it has rung already or not. */
  snooze(id: string, minutes: number): Schedule
  /** It is gone for good, with its history. Its runs stay. */
  delete(id: string): void
}

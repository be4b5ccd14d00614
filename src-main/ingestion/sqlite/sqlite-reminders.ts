import type { Database } from '../../storage/database.ts'
import type { Clock, NewId } from '../../vocabulary/clock.ts'
import { ToolError } from '../../vocabulary/errors.ts'
import type { Labels } from '../../vocabulary/labels.ts'
import { DEFAULT_SCOPE } from '../../vocabulary/principal.ts'
import type { RemindersPort, Schedule } from '../reminders.ts'
import { nextTime } from './next-time.ts'
import { inWords, parseInstant } from './reminder-time.ts'
import { findSchedule, type ScheduleRow, scheduleOf } from './schedule-rows.ts'

/** Schedules that are over and still listed. */
const MOST_PAST = 200

export interface RemindersOptions {
  readonly db: Database
  readonly clock: Clock
  readonly newId: NewId
  /** IANA name of the operator's zone, as the settings have it now. */
  readonly timeZone: () => string
  /** Told of each schedule that was made or cancelled, after it is in the database. */
  readonly emit?: (schedule: Schedule) => void
}

/** Reminders and schedules in the agent's database. The scheduler fires them. */
export function createReminders({ db, clock, newId, timeZone, emit }: RemindersOptions): RemindersPort {
  const byKey = db.prepare<unknown[], ScheduleRow>('SELECT * FROM schedules WHERE key = ?')
  const active = db.prepare<unknown[], ScheduleRow>(
    `SELECT * FROM schedules WHERE status = 'active' ORDER BY next_at IS NULL, next_at, created_at`,
  )
  const past = db.prepare<unknown[], ScheduleRow>(
    `SELECT * FROM schedules WHERE status <> 'active' ORDER BY created_at DESC LIMIT ${MOST_PAST}`,
  )
  const insert = db.prepare(`
    INSERT INTO schedules (id, key, kind, text, labels, at, cron, words, time_zone, next_at, conversation_id, created_at, status)
    VALUES (@id, @key, @kind, @text, @labels, @at, @cron, @words, @timeZone, @nextAt, @conversationId, @createdAt, 'active')`)
  const letSee = db.prepare('INSERT OR IGNORE INTO principal_scopes (principal, scope) VALUES (?, ?)')
  const cancelled = db.prepare(
    `UPDATE schedules SET status = 'cancelled', next_at = NULL, paused_at = NULL WHERE id = ? AND status = 'active'`,
  )
  const hide = db.prepare('DELETE FROM principal_scopes WHERE principal = ?')

  const make = db.transaction((schedule: Schedule, labels: Labels, key: string) => {
    const { at = null, cron = null } = schedule
    insert.run({ ...schedule, at, cron, labels: JSON.stringify(labels), key })
    // its runs act for the operator, with what the operator keeps where nothing else was said
    if (schedule.kind === 'schedule') letSee.run(`schedule:${schedule.id}`, DEFAULT_SCOPE)
  })

  function add(schedule: Omit<Schedule, 'id' | 'createdAt' | 'status'>, key: string): Schedule {
    const createdAt = new Date(clock.now()).toISOString()
    const made: Schedule = { ...schedule, id: newId(schedule.kind), createdAt, status: 'active' }
    make.immediate(made, schedule.labels, key)
    emit?.(made)
    return made
  }

  const end = db.transaction((id: string): boolean => {
    if (cancelled.run(id).changes === 0) return false
    hide.run(`schedule:${id}`)
    return true
  })

  return {
    async remind({ text, at, conversationId, labels, key }) {
      const there = byKey.get(key)
      if (there) return scheduleOf(there)
      const zone = timeZone()
      const instant = parseInstant(at, zone)
      if (instant <= clock.now()) throw isPast(instant, clock.now(), zone)
      const words = inWords(instant, zone)
      const nextAt = new Date(instant).toISOString()
      return add({ kind: 'reminder', text, labels, at, words, timeZone: zone, nextAt, conversationId }, key)
    },
    async schedule({ text, cron, words, conversationId, labels, key }) {
      const there = byKey.get(key)
      if (there) return scheduleOf(there)
      const zone = timeZone()
      const next = nextTime(cron, zone, clock.now())
      if (next === undefined) {
        throw new ToolError('bad-pattern', `"${cron}" names no time that will ever come`, {
          fix: 'Check the day of the month against the month.',
        })
      }
      const nextAt = new Date(next).toISOString()
      return add({ kind: 'schedule', text, labels, cron, words, timeZone: zone, nextAt, conversationId }, key)
    },
    list: async () => [...active.all(), ...past.all()].map(scheduleOf),
    async cancel(id) {
      const changed = end.immediate(id)
      const schedule = findSchedule(db, id)
      if (!schedule) {
        throw new ToolError('not-found', `There is no reminder or schedule ${id}`, {
          fix: 'List them to learn their ids.',
        })
      }
      if (changed) emit?.(schedule)
      return schedule
    },
  }
}

const isPast = (instant: number, now: number, zone: string): ToolError =>
  new ToolError(
    'past',
    `${inWords(instant, zone)} is in the past: it is ${inWords(now, zone)} now (${zone})`,
    {
      fix: 'Give a time that is still to come.',
    },
  )

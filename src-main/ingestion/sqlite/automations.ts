import type { Database } from '../../storage/database.ts'
import type { Clock } from '../../vocabulary/clock.ts'
import { RequestError } from '../../vocabulary/errors.ts'
import type { Automations, PastFiring } from '../automations.ts'
import { isoInZone } from '../language/zoned-time.ts'
import type { Schedule } from '../reminders.ts'
import { nextTime, nextTimes } from './next-time.ts'
import { inWords } from './reminder-time.ts'
import { findSchedule } from './schedule-rows.ts'

/** Firings that are listed of one schedule. */
const MOST_FIRINGS = 100

interface FiringRow {
  readonly due_at: string
  readonly fired_at: string
  readonly missed: number
  readonly by_hand: number
  readonly run_id: string | null
  readonly seen_at: string | null
  readonly skipped_at: string | null
}

export interface AutomationsOptions {
  readonly db: Database
  readonly clock: Clock
  /** Told of each schedule that was changed, after it is in the database. */
  readonly changed: (schedule: Schedule) => void
}

/** Schedules and reminders in the agent's database, as the operator changes them. */
export function createAutomations({ db, clock, changed }: AutomationsOptions): Automations {
  const past = db.prepare<unknown[], FiringRow>(
    `SELECT * FROM firings WHERE schedule_id = ? ORDER BY due_at DESC LIMIT ${MOST_FIRINGS}`,
  )
  const hold = db.prepare('UPDATE schedules SET paused_at = ?, next_at = NULL WHERE id = ?')
  const letGo = db.prepare(
    'UPDATE firings SET skipped_at = ? WHERE schedule_id = ? AND run_id IS NULL AND skipped_at IS NULL',
  )
  const goOn = db.prepare('UPDATE schedules SET paused_at = NULL, next_at = ?, status = ? WHERE id = ?')
  const due = db.prepare(
    'INSERT OR IGNORE INTO firings (schedule_id, due_at, fired_at, text, by_hand) VALUES (?, ?, ?, ?, 1)',
  )
  const runOf = db.prepare<unknown[], { run_id: string | null }>(
    `SELECT run_id FROM firings WHERE schedule_id || '@' || due_at = ?`,
  )
  const ring = db.prepare(
    `UPDATE schedules SET at = ?, next_at = ?, words = ?, time_zone = ?, status = 'active' WHERE id = ?`,
  )
  const seen = db.prepare('UPDATE firings SET seen_at = ? WHERE schedule_id = ? AND seen_at IS NULL')
  const removals = [
    db.prepare('DELETE FROM firings WHERE schedule_id = ?'),
    db.prepare(`DELETE FROM principal_scopes WHERE principal = 'schedule:' || ?`),
    db.prepare('DELETE FROM schedules WHERE id = ?'),
  ]

  const now = () => new Date(clock.now()).toISOString()

  const existing = (id: string): Schedule => {
    const found = findSchedule(db, id)
    if (!found) throw new RequestError('no-schedule', `There is no reminder or schedule ${id}.`)
    return found
  }
  /** Only what comes again can be paused and run by hand. */
  const recurring = (id: string): Schedule & { cron: string } => {
    const schedule = existing(id)
    const { cron } = schedule
    if (cron === undefined)
      throw new RequestError('not-a-schedule', `"${schedule.text}" is a reminder: it comes once.`, {
        fix: 'Put it off to a later time, or delete it.',
      })
    if (schedule.status !== 'active')
      throw new RequestError('over', `The schedule "${schedule.text}" is over.`, {
        fix: 'Make a new schedule with the same words.',
      })
    return { ...schedule, cron }
  }
  const told = (id: string): Schedule => {
    const schedule = existing(id)
    changed(schedule)
    return schedule
  }

  const pause = db.transaction((id: string) => {
    hold.run(now(), id)
    letGo.run(now(), id)
  })
  const putOff = db.transaction((schedule: Schedule, at: number) => {
    seen.run(now(), schedule.id)
    const { timeZone } = schedule
    const local = isoInZone(new Date(at), timeZone)
    ring.run(local, new Date(at).toISOString(), inWords(at, timeZone), timeZone, schedule.id)
  })
  const remove = db.transaction((id: string) => {
    for (const removal of removals) removal.run(id)
  })

  return {
    get: existing,
    nextTimes: ({ cron, timeZone, nextAt }, count) => {
      if (nextAt === undefined) return []
      const later = cron === undefined ? [] : nextTimes(cron, timeZone, Date.parse(nextAt), count - 1)
      return [nextAt, ...later.map((time) => new Date(time).toISOString())]
    },
    history: (id) => past.all(existing(id).id).map(firingOf),
    pause: (id) => {
      const { pausedAt } = recurring(id)
      if (pausedAt === undefined) pause.immediate(id)
      return told(id)
    },
    resume: (id) => {
      const { pausedAt, cron, timeZone } = recurring(id)
      if (pausedAt !== undefined) {
        const next = nextTime(cron, timeZone, clock.now())
        goOn.run(
          next === undefined ? null : new Date(next).toISOString(),
          next === undefined ? 'done' : 'active',
          id,
        )
      }
      return told(id)
    },
    runNow: (id) => {
      const { text } = recurring(id)
      const at = now()
      due.run(id, at, at, text)
      return `${id}@${at}`
    },
    runOf: (key) => runOf.get(key)?.run_id ?? undefined,
    snooze: (id, minutes) => {
      const schedule = existing(id)
      if (schedule.kind !== 'reminder')
        throw new RequestError('not-a-reminder', `"${schedule.text}" is a schedule: it comes again anyway.`, {
          fix: 'Pause it instead.',
        })
      putOff.immediate(schedule, clock.now() + minutes * 60_000)
      return told(id)
    },
    delete: (id) => void remove.immediate(existing(id).id),
  }
}

const firingOf = (row: FiringRow): PastFiring => ({
  dueAt: row.due_at,
  firedAt: row.fired_at,
  missed: row.missed,
  byHand: row.by_hand === 1,
  ...(row.run_id === null ? {} : { runId: row.run_id }),
  ...(row.seen_at === null ? {} : { seenAt: row.seen_at }),
  ...(row.skipped_at === null ? {} : { skippedAt: row.skipped_at }),
})

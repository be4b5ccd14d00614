import type { Database } from '../../storage/database.ts'
import type { Schedule } from '../reminders.ts'
import { nextTime, timesUntil } from './next-time.ts'
import { type ScheduleRow, scheduleOf } from './schedule-rows.ts'

/** A time that came later than this is a missed one: the machine slept, or the agent was not running. */
const MISSED_AFTER_MS = 120_000

/** One time at which a reminder or schedule fired. */
export interface Firing {
  /** The same for each delivery of this firing. */
  readonly key: string
  /** When it should have been, ISO 8601; of several missed times the latest. */
  readonly dueAt: string
  /** Times that passed without anyone there to fire them; this one firing stands for all. */
  readonly missed: number
}

interface FiringRow {
  readonly schedule_id: string
  readonly due_at: string
  readonly missed: number
  readonly fired_text: string
}

export interface Firings {
  /** Writes down all that is due: the firing and the next time are one commit, so that neither is without the other. */
  record(nowMs: number): void
  /** Runs not yet started, notices not yet seen. Oldest first. */
  undelivered(): { schedule: Schedule; firing: Firing }[]
  /** Whether it is still to be delivered: it may have been paused, cancelled or deleted since it was listed. */
  isOpen(key: string): boolean
  started(key: string, runId: string): void
  seen(key: string, nowMs: number): void
  /** When the next one is due, in ms. */
  nextAt(): number | undefined
}

export function createFirings(db: Database): Firings {
  const due = db.prepare<unknown[], ScheduleRow>(
    `SELECT * FROM schedules WHERE status = 'active' AND next_at <= ? ORDER BY next_at`,
  )
  const insert = db.prepare(
    'INSERT OR IGNORE INTO firings (schedule_id, due_at, fired_at, missed, text) VALUES (?, ?, ?, ?, ?)',
  )
  const advance = db.prepare('UPDATE schedules SET next_at = ?, status = ? WHERE id = ?')
  const open = db.prepare<unknown[], ScheduleRow & FiringRow>(`
    SELECT s.*, f.schedule_id, f.due_at, f.missed, f.text AS fired_text FROM firings f JOIN schedules s ON s.id = f.schedule_id
    WHERE f.run_id IS NULL AND f.seen_at IS NULL AND f.skipped_at IS NULL AND s.status <> 'cancelled'
    ORDER BY f.due_at`)
  const next = db.prepare<unknown[], { next_at: string }>(
    `SELECT next_at FROM schedules WHERE status = 'active' AND next_at IS NOT NULL ORDER BY next_at LIMIT 1`,
  )
  const stillOpen = db.prepare(
    `SELECT 1 FROM firings f JOIN schedules s ON s.id = f.schedule_id WHERE f.schedule_id = ? AND f.due_at = ?
     AND f.run_id IS NULL AND f.seen_at IS NULL AND f.skipped_at IS NULL AND s.status <> 'cancelled'`,
  )
  const started = db.prepare('UPDATE firings SET run_id = ? WHERE schedule_id = ? AND due_at = ?')
  const seen = db.prepare('UPDATE firings SET seen_at = ? WHERE schedule_id = ? AND due_at = ?')

  const record = db.transaction((nowMs: number) => {
    const now = new Date(nowMs).toISOString()
    for (const row of due.all(now)) {
      const first = Date.parse(row.next_at ?? now)
      const times = row.cron === null ? [first] : timesUntil(row.cron, row.time_zone, first, nowMs)
      const last = times.at(-1) ?? first
      const missed = times.filter((time) => nowMs - time > MISSED_AFTER_MS).length
      insert.run(row.id, new Date(last).toISOString(), now, missed, row.text)
      const then = row.cron === null ? undefined : nextTime(row.cron, row.time_zone, nowMs)
      advance.run(
        then === undefined ? null : new Date(then).toISOString(),
        then === undefined ? 'done' : 'active',
        row.id,
      )
    }
  })

  return {
    record: (nowMs) => record.immediate(nowMs),
    undelivered: () =>
      open.all().map((row) => ({
        schedule: { ...scheduleOf(row), text: row.fired_text },
        firing: { key: `${row.schedule_id}@${row.due_at}`, dueAt: row.due_at, missed: row.missed },
      })),
    isOpen: (key) => stillOpen.get(...partsOf(key)) !== undefined,
    started: (key, runId) => void started.run(runId, ...partsOf(key)),
    seen: (key, nowMs) => void seen.run(new Date(nowMs).toISOString(), ...partsOf(key)),
    nextAt: () => {
      const row = next.get()
      return row && Date.parse(row.next_at)
    },
  }
}

function partsOf(key: string): [string, string] {
  const at = key.lastIndexOf('@')
  return [key.slice(0, at), key.slice(at + 1)]
}

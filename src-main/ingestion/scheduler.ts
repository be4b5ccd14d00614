import type { Database } from '../storage/database.ts'
import type { Clock } from '../vocabulary/clock.ts'
import type { Schedule } from './reminders.ts'
import { createFirings, type Firing } from './sqlite/firings.ts'

/** The clock may jump (sleep, a wrong time set right): the table is looked at again at least this often. */
const LONGEST_SLEEP_MS = 60_000
/** Node's timers may end a millisecond early. */
const SHORTEST_SLEEP_MS = 5

export interface SchedulerOptions {
  readonly db: Database
  readonly clock: Clock
  /**
   * Delivers one firing: for a reminder a notice, for a schedule a run with the kept words (then it gives the run's
   * id). May be called again with the same `key` after a crash or an error, so it must do the same thing only once.
   */
  readonly fire: (schedule: Schedule, firing: Firing) => Promise<{ runId: string } | undefined>
  /** Told why a delivery, or with no schedule the reading of the table, failed; it is tried again. */
  readonly onError: (error: unknown, schedule?: Schedule) => void
}

export interface Scheduler {
  /** Delivers what is due or was left undelivered, then waits for the next time. */
  start(): Promise<void>
  /** Delivers what was written down as due just now; resolves when that was tried. */
  look(): Promise<void>
  /** To be told when a schedule was made or cancelled. */
  wake(): void
  /** The operator has seen the notice of this firing: it is not given again at the next start. */
  seen(key: string): void
  /** Ends the waiting; resolves when no delivery is under way. */
  stop(): Promise<void>
}

/** Fires reminders and schedules at their times, each time once. */
export function createScheduler({ db, clock, fire, onError }: SchedulerOptions): Scheduler {
  const firings = createFirings(db)
  const delivered = new Set<string>()
  let withdraw = () => {}
  let running = false
  let work = Promise.resolve()

  async function deliver(): Promise<void> {
    firings.record(clock.now())
    for (const { schedule, firing } of firings.undelivered()) {
      if (delivered.has(firing.key) || !firings.isOpen(firing.key)) continue
      try {
        const started = await fire(schedule, firing)
        delivered.add(firing.key)
        if (started) firings.started(firing.key, started.runId)
      } catch (error) {
        onError(error, schedule)
      }
    }
  }

  function arm(): void {
    withdraw()
    if (!running) return
    const next = firings.nextAt()
    const wait = next === undefined ? LONGEST_SLEEP_MS : Math.min(next - clock.now(), LONGEST_SLEEP_MS)
    withdraw = clock.after(Math.max(wait, SHORTEST_SLEEP_MS), look)
  }

  /** One look at a time: a look asked for during another comes after it. */
  function look(): Promise<void> {
    work = work
      .then(() => (running ? deliver() : undefined))
      .catch((error: unknown) => onError(error))
      .then(arm)
    return work
  }

  return {
    start() {
      running = true
      return look()
    },
    look: () => (running ? look() : Promise.resolve()),
    wake() {
      if (running) void look()
    },
    seen(key) {
      firings.seen(key, clock.now())
    },
    async stop() {
      running = false
      withdraw()
      await work
    },
  }
}

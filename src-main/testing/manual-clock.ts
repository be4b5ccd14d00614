import type { Clock } from '../vocabulary/clock.ts'

/** Time that stands still until a test moves it. */
export interface ManualClock extends Clock {
  /** Lets time pass: what was due on the way is called back, in order, each at its time. */
  advance(ms: number): void
  /** The machine slept or its clock was set: the time is another one and no timer has noticed yet. */
  jump(ms: number): void
}

export function createManualClock(start: string | number): ManualClock {
  let now = typeof start === 'number' ? start : Date.parse(start)
  const timers = new Set<{ at: number; callback: () => void }>()
  const nextDue = (until: number) =>
    [...timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0]
  return {
    now: () => now,
    after(delayMs, callback) {
      const timer = { at: now + delayMs, callback }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    advance(ms) {
      const until = now + ms
      for (let timer = nextDue(until); timer; timer = nextDue(until)) {
        timers.delete(timer)
        now = Math.max(now, timer.at)
        timer.callback()
      }
      now = until
    },
    jump(ms) {
      now += ms
      // timers count elapsed time, not the time of day
      for (const timer of timers) timer.at += ms
    },
  }
}

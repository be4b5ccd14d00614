import { Cron } from 'croner'
import { messageOf, ToolError } from '../../vocabulary/errors.ts'

/** More missed times than this are not counted one by one. */
const MOST_COUNTED = 10_000

/** The next time after `afterMs` that a five-field pattern names in a time zone, in ms; undefined if there is none. */
export function nextTime(cron: string, timeZone: string, afterMs: number): number | undefined {
  return patternOf(cron, timeZone).nextRun(new Date(afterMs))?.getTime()
}

/** The next `count` times after `afterMs`, as far as there are so many. */
export function nextTimes(cron: string, timeZone: string, afterMs: number, count: number): number[] {
  return patternOf(cron, timeZone)
    .nextRuns(count, new Date(afterMs))
    .map((time) => time.getTime())
}

/** All times of a pattern from `firstMs`, which is one of them, up to and including `untilMs`. */
export function timesUntil(cron: string, timeZone: string, firstMs: number, untilMs: number): number[] {
  const pattern = patternOf(cron, timeZone)
  const times: number[] = []
  let next: number | undefined = firstMs
  while (next !== undefined && next <= untilMs && times.length < MOST_COUNTED) {
    times.push(next)
    next = pattern.nextRun(new Date(next))?.getTime()
  }
  return times
}

function patternOf(cron: string, timezone: string): Cron {
  try {
    return new Cron(cron, { timezone, mode: '5-part', paused: true })
  } catch (error) {
    throw new ToolError('bad-pattern', `"${cron}" is no cron pattern: ${messageOf(error)}`, {
      fix: 'Use five fields: minute, hour, day of the month, month, day of the week, such as "0 9 * * 1-5".',
      cause: error,
    })
  }
}

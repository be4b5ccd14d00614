const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * How far a time is from now, in words: 'just now', '5 min ago', 'in 2 h', 'yesterday 18:30', 'tomorrow 09:00',
 * then the date. Days are days of the calendar of the operator's machine.
 */
export function timeWords(at: Date, now: Date): string {
  const distance = at.getTime() - now.getTime()
  const far = Math.abs(distance)
  if (far < MINUTE) return distance > 0 && far > 10_000 ? 'in a minute' : 'just now'
  const days = calendarDays(now, at)
  if (far < HOUR) return said(distance, `${Math.floor(far / MINUTE)} min`)
  if (days === 0 && far < 12 * HOUR) return said(distance, `${Math.floor(far / HOUR)} h`)
  if (days === 0) return `today ${clock(at)}`
  if (days === -1) return `yesterday ${clock(at)}`
  if (days === 1) return `tomorrow ${clock(at)}`
  if (Math.abs(days) < 7) return `${at.toLocaleDateString('en-GB', { weekday: 'long' })} ${clock(at)}`
  const year = at.getFullYear() === now.getFullYear() ? {} : ({ year: 'numeric' } as const)
  return `${at.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', ...year })} ${clock(at)}`
}

/** A date and time in full, for where words are not enough. */
export const fullTime = (at: Date): string =>
  at.toLocaleString('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  })

/** A duration: '840 ms', '3.2 s', '2 min 5 s', '1 h 4 min'. */
export function durationWords(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`
  if (ms < 10_000) return `${(ms / 1000).toFixed(1)} s`
  const seconds = Math.round(ms / 1000)
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return joined(`${minutes} min`, seconds % 60, 's')
  return joined(`${Math.floor(minutes / 60)} h`, minutes % 60, 'min')
}

const joined = (whole: string, rest: number, unit: string) =>
  rest === 0 ? whole : `${whole} ${rest} ${unit}`

const said = (distance: number, words: string) => (distance > 0 ? `in ${words}` : `${words} ago`)

const clock = (at: Date) =>
  at.toLocaleTimeString('en', { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' })

const calendarDays = (from: Date, to: Date) =>
  Math.round((startOfDay(to).getTime() - startOfDay(from).getTime()) / DAY)

const startOfDay = (at: Date) => new Date(at.getFullYear(), at.getMonth(), at.getDate())

import { language, t } from '../words.ts'
import { dayOf } from './time-zone-days.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * How far a time is from now, in words: 'just now', '5 min ago', 'in 2 h', 'yesterday 18:30', 'tomorrow 09:00',
 * then the date. Days and hours are those of the calendar in `timeZone` (IANA; the machine's where it is left out).
 */
export function timeWords(at: Date, now: Date, timeZone?: string): string {
  const distance = at.getTime() - now.getTime()
  const far = Math.abs(distance)
  if (far < MINUTE) return distance > 0 && far > 10_000 ? t('in a minute') : t('just now')
  const days = calendarDays(now, at, timeZone)
  if (far < HOUR) return said(distance, `${Math.floor(far / MINUTE)} min`)
  if (days === 0 && far < 12 * HOUR) return said(distance, `${Math.floor(far / HOUR)} h`)
  const time = inWords(at, { hour: '2-digit', minute: '2-digit' }, timeZone)
  if (days === 0) return t('today {time}', { time })
  if (days === -1) return t('yesterday {time}', { time })
  if (days === 1) return t('tomorrow {time}', { time })
  if (Math.abs(days) < 7) return `${inWords(at, { weekday: 'long' }, timeZone)} ${time}`
  const thisYear = calendarDay(at, timeZone).year === calendarDay(now, timeZone).year
  const date: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' }
  const day = inWords(at, thisYear ? date : { ...date, year: 'numeric' }, timeZone)
  return `${day} ${time}`
}

/** A date and time in full, for where words are not enough. */
export const fullTime = (at: Date, timeZone?: string): string =>
  inWords(
    at,
    {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      timeZoneName: 'short',
    },
    timeZone,
  )

/** The time of day to the millisecond: '09:00:00.042'. */
export const clockTime = (at: Date, timeZone?: string): string =>
  inWords(at, { hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3 }, timeZone)

/** Days from one time to another by the calendar: 0 is the same day, 1 the next. */
export const calendarDays = (from: Date, to: Date, timeZone?: string): number =>
  Math.round((calendarDay(to, timeZone).start - calendarDay(from, timeZone).start) / DAY)

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

const said = (distance: number, words: string) =>
  distance > 0 ? t('in {time}', { time: words }) : t('{time} ago', { time: words })

const formats = new Map<string, Intl.DateTimeFormat>()

/** With a format that is made once: each takes time and memory that no collection of the page sees. */
function inWords(at: Date, options: Intl.DateTimeFormatOptions, timeZone: string | undefined): string {
  const wanted = { ...options, hourCycle: 'h23' as const, ...(timeZone ? { timeZone } : {}) }
  const key = `${language()} ${JSON.stringify(wanted)}`
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat(language() === 'en' ? 'en-GB' : language(), wanted)
  formats.set(key, format)
  return format.format(at)
}

/** `start` counts days since 1970 in ms, as if the calendar's days were UTC's: for differences only. */
function calendarDay(at: Date, timeZone: string | undefined): { year: number; start: number } {
  const { year, month, day } = dayOf(at, timeZone)
  return { year, start: Date.UTC(year, month - 1, day) }
}

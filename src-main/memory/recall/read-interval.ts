import type { ParsedComponents } from 'chrono-node'
import * as chrono from 'chrono-node/en'

/** A stretch of time that a question names: ms since the epoch, from inclusive, to exclusive. */
export interface Interval {
  readonly from: number
  readonly to: number
  /** The words that name it. */
  readonly text: string
  /** No year was named: the same days of any year are meant as well. */
  readonly anyYear: boolean
}

const DAY_MS = 86_400_000
const HINT =
  /\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tues?|wednes|thurs?|fri|satur|sun)\w*\b|\b(?:yesterday|today|tonight|last|past|ago|this|week|month|year|spring|summer|autumn|fall|winter|recently|lately|earlier)\b/i
const SEASONS: Readonly<Record<string, readonly [month: number, months: number]>> = {
  spring: [3, 3],
  summer: [6, 3],
  autumn: [9, 3],
  fall: [9, 3],
  winter: [12, 3],
}
const SEASON =
  /\b(?:in|during|over|of|this|last)\s+(?:the\s+)?(?:(spring|summer|autumn|fall|winter))(?:\s+(?:of\s+)?(\d{4}))?\b/i
const YEAR = /\b(?:in|during|of|since)\s+((?:19|20)\d{2})\b/i
/** "May" and "March" are words as well, so they need a preposition or a day beside them. */
const DOUBTFUL = /^(?:may|march|sun|mon|sat|second|now|the|a)$/i
const LEADS_TO_TIME = /\b(?:in|of|since|during|last|this|early|late|until|till|before|after|by|from|to) $/i

/** Reads the stretch of time that a question names, seen from `now`. Undefined: it names none. */
export function readInterval(question: string, now: number, timeZone: string): Interval | undefined {
  if (!HINT.test(question)) return undefined
  const dayAt = (year: number, month: number, day = 1) => startOfDay(Date.UTC(year, month, day), timeZone)
  const season = SEASON.exec(question)
  if (season) return seasonOf(season, now, dayAt)
  const recent = /\b(?:recently|lately)\b/i.exec(question)
  if (recent) return { from: now - 30 * DAY_MS, to: now + DAY_MS, text: recent[0], anyYear: false }
  const span = /\b(?:last|past)\s+(few\s+|couple\s+(?:of\s+)?)?(\d+\s+)?(days|weeks|months)\b/i.exec(question)
  if (span) {
    const count = Number(span[2] ?? 3)
    const days = { days: 1, weeks: 7, months: 31 }[span[3]?.toLowerCase() as 'days']
    return { from: now - count * days * DAY_MS, to: now + DAY_MS, text: span[0], anyYear: false }
  }
  const offset = offsetMinutes(now, timeZone)
  const reference = { instant: new Date(now), timezone: offset }
  const found = chrono
    .parse(question, reference, { forwardDate: false })
    .find(({ text, index }) => !DOUBTFUL.test(text) || LEADS_TO_TIME.test(question.slice(0, index)))
  if (!found) return yearOf(question, dayAt)
  const { start, end, text } = found
  const [named, month, day] = partsOf(start)
  const anyYear = start.isCertain('month') && !start.isCertain('year') && !/last|this|ago/i.test(text)
  // memory is mostly of what was
  const back = anyYear && dayAt(named, month, day) > now ? 1 : 0
  const year = named - back
  if (end) {
    const [lastNamed, lastMonth, lastDay] = partsOf(end)
    const lastYear = lastNamed - back
    return { from: dayAt(year, month, day), to: dayAt(lastYear, lastMonth, lastDay + 1), text, anyYear }
  }
  if (/week\b/i.test(text) && !start.isCertain('weekday')) {
    // chrono's "this week" is the Sunday before
    const within = /this week/i.test(text)
      ? new Date(now + offset * 60_000)
      : new Date(Date.UTC(year, month, day))
    const of = [within.getUTCFullYear(), within.getUTCMonth()] as const
    const monday = within.getUTCDate() - ((within.getUTCDay() + 6) % 7)
    return { from: dayAt(...of, monday), to: dayAt(...of, monday + 7), text, anyYear: false }
  }
  if (!start.isCertain('day') && !start.isCertain('weekday')) {
    if (start.isCertain('month') || /month/i.test(text))
      return { from: dayAt(year, month), to: dayAt(year, month + 1), text, anyYear }
    if (start.isCertain('year') || /year/i.test(text))
      return { from: dayAt(year, 0), to: dayAt(year + 1, 0), text, anyYear: false }
  }
  return { from: dayAt(year, month, day), to: dayAt(year, month, day + 1), text, anyYear }
}

/** Year, month from 0, and day. */
const partsOf = (part: ParsedComponents): [year: number, month: number, day: number] => [
  part.get('year') ?? 1970,
  (part.get('month') ?? 1) - 1,
  part.get('day') ?? 1,
]

/** How well a time fits: 1 inside, less in the days right after (what happened is told then), 0 elsewhere. */
export function fitsInterval(at: number, { from, to, anyYear }: Interval): number {
  const fit = (shift: number): number => {
    const time = at - shift
    if (time >= from && time < to) return 1
    if (time >= to && time < to + 14 * DAY_MS) return 0.7 - (0.5 * (time - to)) / (14 * DAY_MS)
    if (time < from && time >= from - 2 * DAY_MS) return 0.3
    return 0
  }
  if (!anyYear) return fit(0)
  const years = new Date(at).getUTCFullYear() - new Date(from).getUTCFullYear()
  return fit(years * 365.2425 * DAY_MS)
}

/** When a day begins there; months and days may run over. */
type DayAt = (year: number, month: number, day?: number) => number

function seasonOf([text, name = '', year]: RegExpExecArray, now: number, dayAt: DayAt): Interval {
  const [month, months] = SEASONS[name.toLowerCase()] ?? [1, 12]
  const present = new Date(now).getUTCFullYear()
  const of = year ? Number(year) : dayAt(present, month - 1) <= now ? present : present - 1
  const anyYear = !year && !/this|last/i.test(text)
  return { from: dayAt(of, month - 1), to: dayAt(of, month - 1 + months), text, anyYear }
}

function yearOf(question: string, dayAt: DayAt): Interval | undefined {
  const found = YEAR.exec(question)
  if (!found) return undefined
  const year = Number(found[1])
  return { from: dayAt(year, 0), to: dayAt(year + 1, 0), text: found[0], anyYear: false }
}

/** When the day begins in the zone whose date is that of `midnightUtc` in UTC. */
function startOfDay(midnightUtc: number, timeZone: string): number {
  const near = midnightUtc - offsetMinutes(midnightUtc, timeZone) * 60_000
  return midnightUtc - offsetMinutes(near, timeZone) * 60_000
}

/** How far the zone's clocks are ahead of UTC at that time, in minutes. */
function offsetMinutes(time: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(time)
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value)
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'))
  return Math.round((local - time) / 60_000)
}

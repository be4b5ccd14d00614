import { type ParsedResult, parse } from 'chrono-node/en'
import { momentOf, type Place } from './place.ts'
import type { FindRegions, Region } from './regions.ts'
import { instantOf, isoInZone, wallFromMs, wallMs, wallTimeAt } from './zoned-time.ts'

/** Hour at which a day that was named without a time is meant. */
const MORNING = 9
const HOUR_WORDS = [
  'twelve',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
]
const CLOCK_WORDS = new RegExp(
  `\\b(?:at )?(?:(half past|quarter past|quarter to) )?(${HOUR_WORDS.join('|')}|\\d{1,2})(?: o['’]clock)?(?: ?(in the morning|in the afternoon|in the evening|at night|am|pm))?(?![\\w:.]|\\s*%)`,
  'i',
)
const DAY_MS = 86_400_000

interface Reading {
  readonly start: number
  readonly end: number
  /** Wall time in ms as if UTC. */
  readonly wall: number
  /** Set where the words count from now: the exact instant, whatever the wall clock does meanwhile. */
  readonly instant?: number
  readonly day: boolean
  readonly time: boolean
  readonly meridiem: boolean
}

/** Words that chrono takes for dates and people mostly do not mean so. */
const notADate = (text: string, before: string) =>
  /^(?:now|sun|sat|mon|wed|may|mar|march|dec|jan|sec|second|the)$/.test(text) ||
  /^\d+\s*(?:m|s|d|y|w|h)$/i.test(text) ||
  /^(?:a|an|one|each|per|\d+) (?:second|minute|hour|day|week|month|year)s?$/i.test(text) ||
  (/^\d+ ?[a-z]+$/i.test(text) && /\b(?:first|last|top|every|of|for|than)\s*$/i.test(before)) ||
  /^\d{1,2}\.\d{1,2}$/.test(text)

/** "half past nine", "at nine", "9 pm" after a day that chrono found alone. */
function clockAfter(
  rest: string,
): { length: number; hour: number; minute: number; meridiem: boolean } | undefined {
  const match = /^[\s,]+/.exec(rest) && CLOCK_WORDS.exec(rest)
  if (!match || rest.slice(0, match.index).trim().replace(/^,/, '') !== '') return undefined
  const word = (match[2] ?? '').toLowerCase()
  const named = HOUR_WORDS.indexOf(word)
  const base = named >= 0 ? named || 12 : Number(word)
  // A bare small number after a day is an hour only where nothing countable follows ("tomorrow 3 articles")
  const next = rest.slice(match.index + match[0].length)
  if (
    !/^at /i.test(match[0]) &&
    !match[1] &&
    /^\s+[a-z]+/i.test(next) &&
    !/^\s+(?:to|and|then)\b/i.test(next)
  )
    return undefined
  if (base > 23) return undefined
  const part = match[3]?.toLowerCase() ?? ''
  const late = /afternoon|evening|pm/.test(part) || (part === 'at night' && base >= 6)
  const hour =
    (late && base < 12 ? base + 12 : /morning|am/.test(part) && base === 12 ? 0 : base) +
    (match[1]?.toLowerCase() === 'quarter to' ? -1 : 0)
  const minute = match[1]
    ? ({ 'half past': 30, 'quarter past': 15, 'quarter to': 45 }[match[1].toLowerCase()] ?? 0)
    : 0
  return { length: match.index + match[0].length, hour, minute, meridiem: part !== '' || hour > 12 }
}

function readResult(text: string, result: ParsedResult, nowWall: number, now: number): Reading | undefined {
  let { index: start, text: words } = result
  const before = text.slice(0, start)
  if (notADate(words, before)) return undefined
  const { start: components } = result
  const certain = (part: Parameters<typeof components.isCertain>[0]) => components.isCertain(part)
  const day = certain('day') || certain('weekday')
  let time = certain('hour')
  if (!day && !time && !result.tags().has('result/relativeDate') && !certain('month')) return undefined
  let end = start + words.length
  let wall = Date.UTC(
    components.get('year') ?? 1970,
    (components.get('month') ?? 1) - 1,
    components.get('day') ?? 1,
    components.get('hour') ?? MORNING,
    components.get('minute') ?? 0,
    components.get('second') ?? 0,
  )
  let instant: number | undefined
  let meridiem = certain('meridiem') || /noon|midnight|morning|evening|night|afternoon/i.test(words)
  const relative = result.tags().has('result/relativeDate') || result.tags().has('casualReference/now')
  if (certain('timezoneOffset') && !relative) {
    const at = components.date().getTime()
    return { start, end, wall: at, instant: at, day: true, time: true, meridiem: true }
  }
  if (certain('timezoneOffset')) {
    const half = /^ and a half\b/i.exec(text.slice(end))
    if (half) {
      end += half[0].length
      if (components.date().getTime() - nowWall === 3_600_000) wall = nowWall + 5_400_000
    } else wall = components.date().getTime()
    instant = now + (wall - nowWall)
    return { start, end, wall, instant, day: true, time: true, meridiem: true }
  }
  const early = /\b(?:the )?day after $/i.exec(before)
  if (early && /^tomorrow/i.test(words)) {
    start = early.index
    words = text.slice(start, end)
    wall += DAY_MS
  }
  if (!time) {
    const clock = clockAfter(text.slice(end))
    const implied = /morning|evening|night|afternoon|noon/i.exec(words)?.[0]?.toLowerCase()
    const hours: Record<string, number> = { morning: 9, noon: 12, afternoon: 15, evening: 19, night: 21 }
    const at = clock ?? {
      length: 0,
      hour: hours[implied ?? 'morning'] ?? MORNING,
      minute: 0,
      meridiem: implied !== undefined,
    }
    const late =
      implied !== undefined && /evening|night|afternoon/.test(implied) && at.hour < 12 && clock ? 12 : 0
    wall = Math.floor(wall / DAY_MS) * DAY_MS + (at.hour + late) * 3_600_000 + at.minute * 60_000
    end += at.length
    time = clock !== undefined || implied !== undefined
    meridiem ||= at.meridiem
  }
  return {
    start,
    end,
    wall,
    day: day || certain('month') || result.tags().has('result/relativeDate'),
    time,
    meridiem,
  }
}

/** Times without a day, in words that chrono does not know ("at nine", "at half past nine"). */
function clockWords(text: string, today: number): Reading[] {
  const readings: Reading[] = []
  for (const lead of text.matchAll(
    /\bat (?=half|quarter|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|eleven\b|twelve\b)/gi,
  )) {
    const clock = clockAfter(` ${text.slice(lead.index)}`)
    if (!clock) continue
    const wall = today + clock.hour * 3_600_000 + clock.minute * 60_000
    readings.push({
      start: lead.index,
      end: lead.index + clock.length - 1,
      wall,
      day: false,
      time: true,
      meridiem: clock.meridiem,
    })
  }
  return readings
}

/** "on the 15th at 9": the next such day of a month. */
function monthDays(text: string, nowWall: number): Reading[] {
  const days =
    /\b(?:on|by|until|from) the (\d{1,2})(?:st|nd|rd|th)\b(?: of (this|next) month)?(?! (?:of|article|link|one|story|item|result|headline|page|file|day))/gi
  return [...text.matchAll(days)].flatMap((match): Reading[] => {
    const end = match.index + match[0].length
    const clock = clockAfter(text.slice(end))
    const { year, month } = wallFromMs(nowWall)
    const day = Number(match[1])
    const time = clock ? clock.hour * 3_600_000 + clock.minute * 60_000 : MORNING * 3_600_000
    const first = match[2]?.toLowerCase() === 'next' ? 1 : 0
    const wall = [0, 1, 2, 3]
      .map((ahead) => Date.UTC(year, month - 1 + first + ahead, day) + time)
      .find((ms) => new Date(ms).getUTCDate() === day && ms > nowWall)
    if (wall === undefined) return []
    return [
      {
        start: match.index,
        end: end + (clock?.length ?? 0),
        wall,
        day: true,
        time: clock !== undefined,
        meridiem: clock?.meridiem ?? false,
      },
    ]
  })
}

/** A time without a day is the next one: later today (in the afternoon, where that was left open), else tomorrow. */
function nextSuch(reading: Reading, nowWall: number): number {
  const today = Math.floor(nowWall / DAY_MS) * DAY_MS
  const hour = Math.floor((reading.wall % DAY_MS) / 3_600_000)
  const sameDay = today + (reading.wall % DAY_MS)
  if (sameDay > nowWall) return sameDay
  const afternoon = sameDay + DAY_MS / 2
  if (!reading.meridiem && hour >= 1 && hour < 12 && afternoon > nowWall) return afternoon
  return sameDay + DAY_MS
}

const NUMBER_WORDS: Record<string, number> = {
  thirteen: 13,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  ninety: 90,
}

/** "in twenty minutes" in digits, every other word where it was. */
const withDigits = (text: string): string =>
  text.replace(/\b([a-z]+)(?= (?:minutes?|hours?|days?|weeks?|seconds?)\b)/gi, (word) => {
    const number = NUMBER_WORDS[word.toLowerCase()]
    return number === undefined ? word : String(number).padStart(word.length)
  })

/**
 * Dates and times in the operator's zone, as ISO 8601 with offset. A day without a time means 9 in the morning; a time
 * without a day its next occurrence; a time that the clocks skip moves forward.
 */
export const findDates =
  ({ now, timeZone }: Place): FindRegions =>
  (blanked) => {
    const moment = momentOf(now)
    const nowWall = wallMs(wallTimeAt(moment, timeZone))
    // chrono reckons in UTC on the wall clock's own numbers; the zone comes in only when an instant is made of them
    const results = parse(
      withDigits(blanked),
      { instant: new Date(nowWall), timezone: 0 },
      { forwardDate: true },
    )
    const readings = results.flatMap((result) => readResult(blanked, result, nowWall, moment.getTime()) ?? [])
    const today = Math.floor(nowWall / DAY_MS) * DAY_MS
    for (const reading of monthDays(blanked, nowWall)) {
      const apart = readings.filter((other) => reading.start >= other.end || reading.end <= other.start)
      readings.splice(0, readings.length, ...apart, reading)
    }
    for (const reading of clockWords(blanked, today))
      if (!readings.some((other) => reading.start < other.end && reading.end > other.start))
        readings.push(reading)
    return readings.map((reading): Region => {
      const wall = reading.day ? reading.wall : nextSuch(reading, nowWall)
      const instant =
        reading.instant === undefined ? instantOf(wallFromMs(wall), timeZone) : new Date(reading.instant)
      const text = blanked.slice(reading.start, reading.end)
      return {
        kind: 'date',
        start: reading.start,
        end: reading.end,
        text,
        value: isoInZone(instant, timeZone),
      }
    })
  }

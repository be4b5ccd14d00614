import type { FindRegions, Region } from './regions.ts'

/** A recurring time as a croner pattern and in words, or why no pattern can say it. */
export type Recurrence =
  | { readonly kind: 'cron'; readonly cron: string; readonly words: string }
  | { readonly kind: 'impossible'; readonly reason: string }

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'.split(
  '|',
)
const DAY = '(?:sun|mon|tues?|wednes|wed|thurs?|thu|fri|satur|sat)(?:day)?s?'
const DAY_LIST = `${DAY}(?:(?:,? and |, ?| & | or )${DAY})*`
const NTH_WORDS = ['first', 'second', 'third', 'fourth', 'fifth']
const NTH = '(?:first|second|third|fourth|fifth|last|\\d{1,2}(?:st|nd|rd|th)?)'
const CLOCK =
  "(?:noon|midday|midnight|\\d{1,2}(?:[:.]\\d{2})?(?: ?(?:am|pm|a\\.m\\.|p\\.m\\.))?(?: o['’]clock)?(?: (?:in the (?:morning|afternoon|evening)|at night))?)"
const CLOCKS = `${CLOCK}(?:(?:,? and |, ?)${CLOCK})*`
const AT = `(?:,? (?:at|@) ?(${CLOCKS}))`
const PERIOD = '(?:mornings?|afternoons?|evenings?|nights?|noon|midnight)'

const PATTERNS = [
  `(?:every|each) (?:year|january|february|march|april|may|june|july|august|september|october|november|december)(?: on (?:the )?(?:\\d{1,2}(?:st|nd|rd|th)?(?: (?:of )?(?:${MONTHS.join('|')}))?|(?:${MONTHS.join('|')}) \\d{1,2}(?:st|nd|rd|th)?))?${AT}?`,
  `(?:every|each)(?: other| second)? (?:weekday|workday|working day|weekend|weekend day)s?${AT}?`,
  `(?:on )?(?:weekdays|workdays|weekends)${AT}?`,
  `(?:(?:every|each)|on)(?: other| second)? ${DAY_LIST}(?: (${PERIOD}))?${AT}?`,
  `(?:every|each) ${PERIOD}${AT}?`,
  `(?:on )?(?:every|each|the) (?:${NTH})(?: ${DAY})?(?: day)? (?:of|in) (?:each|every|the) month${AT}?`,
  `(?:every|each) (?:${NTH})(?: ${DAY})?(?: of the month)${AT}?`,
  `(?:once a day|once an hour|once a week|once a month|twice a day|(?:daily|hourly|weekly|monthly|yearly)(?=\\s*[,.;\\n]|\\s*$|\\s+(?:at|on)\\b))(?: on (?:the )?(?:${NTH}|${DAY_LIST}))?${AT}?`,
  `(?:every|each)(?: single)? (?:(?:other|second|third|\\d+|two|three|four|five|six|ten|fifteen|twenty|thirty|few) )?(?:seconds?|minutes?|mins?|hours?|days?|weeks?|months?|years?)(?: on (?:the )?(?:${NTH}|${DAY_LIST}))?${AT}?`,
]
const ANY = new RegExp(`\\b(?:at (${CLOCKS}),? )?(?:${PATTERNS.join('|')})(?![\\w-])`, 'gi')
const ONE = new RegExp(ANY.source, 'i')

interface Clock {
  readonly hour: number
  readonly minute: number
}

function readClock(text: string): Clock | undefined {
  if (/noon|midday/i.test(text)) return { hour: 12, minute: 0 }
  if (/midnight/i.test(text)) return { hour: 0, minute: 0 }
  const match = /^(\d{1,2})(?:[:.](\d{2}))?/.exec(text.trim())
  if (!match) return undefined
  const base = Number(match[1])
  const late = /pm|p\.m\.|afternoon|evening|night/i.test(text)
  const early = /am|a\.m\.|morning/i.test(text)
  const hour = late && base < 12 ? base + 12 : early && base === 12 ? 0 : base
  const minute = Number(match[2] ?? 0)
  return hour > 23 || minute > 59 ? undefined : { hour, minute }
}

const two = (value: number) => String(value).padStart(2, '0')
const clockWords = (clocks: readonly Clock[]) =>
  listWords(clocks.map(({ hour, minute }) => `${two(hour)}:${two(minute)}`))
const listWords = (items: readonly string[]) =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`

function readDays(text: string): number[] {
  const found = [...text.matchAll(new RegExp(`\\b${DAY}\\b`, 'gi'))].map((match) =>
    DAYS.findIndex((day) => day.slice(0, 3).toLowerCase() === match[0].slice(0, 3).toLowerCase()),
  )
  return [...new Set(found)].sort((a, b) => ((a + 6) % 7) - ((b + 6) % 7))
}

const impossible = (reason: string): Recurrence => ({ kind: 'impossible', reason })
const ordinal = (day: number) =>
  `${day}${day % 10 === 1 && day !== 11 ? 'st' : day % 10 === 2 && day !== 12 ? 'nd' : day % 10 === 3 && day !== 13 ? 'rd' : 'th'}`
const COUNTS: Record<string, number> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  ten: 10,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  other: 2,
  second: 2,
  third: 3,
}

/** "every 15 minutes", "every 2 hours"; only spans that divide the hour or the day evenly have a pattern. */
function readInterval(count: number, unit: string): Recurrence | undefined {
  if (unit === 'second') return impossible('Adjutant does not repeat more often than once a minute.')
  if (unit === 'minute') {
    if (count === 60) return { kind: 'cron', cron: '0 * * * *', words: 'every hour' }
    if (count > 60 || 60 % count !== 0)
      return impossible(
        `A span of ${count} minutes does not divide an hour evenly; 15, 20 or 30 minutes would do.`,
      )
    return {
      kind: 'cron',
      cron: count === 1 ? '* * * * *' : `*/${count} * * * *`,
      words: count === 1 ? 'every minute' : `every ${count} minutes`,
    }
  }
  if (unit === 'hour') {
    if (count === 24) return undefined
    if (count > 24 || 24 % count !== 0)
      return impossible(
        `A span of ${count} hours does not divide a day evenly; 2, 3, 4, 6, 8 or 12 hours would do.`,
      )
    return {
      kind: 'cron',
      cron: count === 1 ? '0 * * * *' : `0 */${count} * * *`,
      words: count === 1 ? 'every hour' : `every ${count} hours`,
    }
  }
  if (count > 1) {
    const instead =
      unit === 'day'
        ? 'named days of the week, such as "every Monday, Wednesday and Friday"'
        : unit === 'week'
          ? 'once a week, such as "every Monday"'
          : `every ${unit}`
    return impossible(
      `"Every ${count === 2 ? 'other' : `${count}`} ${unit}${count === 2 ? '' : 's'}" cannot be said as a fixed pattern; ${instead} can.`,
    )
  }
  return undefined
}

function timed(clocks: readonly Clock[], days: string, words: string): Recurrence {
  const minute = clocks[0]?.minute ?? 0
  if (clocks.some((clock) => clock.minute !== minute))
    return impossible('Times of day with different minutes need a schedule each.')
  const hours = clocks.map((clock) => clock.hour).sort((a, b) => a - b)
  return {
    kind: 'cron',
    cron: `${minute} ${hours.join(',')} ${days}`,
    words: `${words} at ${clockWords(clocks)}`,
  }
}

/** Reads the words of one recurrence, e.g. "every Monday and Thursday at 7pm". Without a time of day it is 09:00. */
export function readRecurrence(text: string): Recurrence | undefined {
  const words = text.trim().toLowerCase()
  const whole = ONE.exec(words)
  if (!whole) return undefined
  const span = whole[0]
  const at = new RegExp(`(?:^|\\b|\\s)(?:at|@) ?(${CLOCKS})`, 'i').exec(span)
  const named = at
    ? [...(at[1] ?? '').matchAll(new RegExp(CLOCK, 'gi'))].map((match) => readClock(match[0]))
    : []
  if (named.includes(undefined)) return impossible('That is no time of day.')
  const given = named as Clock[]
  const body = at ? span.replace(at[0], ' ').trim() : span
  const period = /\b(morning|afternoon|evening|night|noon|midnight)/.exec(body)?.[1]
  const usual =
    { morning: 8, afternoon: 14, evening: 18, night: 22, noon: 12, midnight: 0 }[period ?? ''] ?? 9
  const late = period === 'evening' || period === 'night' || period === 'afternoon'
  const clocks =
    given.length > 0
      ? given.map((clock) =>
          late && clock.hour < 12 && clock.hour > 0 ? { ...clock, hour: clock.hour + 12 } : clock,
        )
      : [{ hour: usual, minute: 0 }]

  if (/twice a day/.test(body))
    return timed(
      given.length > 0
        ? given
        : [
            { hour: 9, minute: 0 },
            { hour: 18, minute: 0 },
          ],
      '* * *',
      'every day',
    )
  const interval =
    /(?:every|each)(?: single)? (?:(other|second|third|\d+|two|three|four|five|six|ten|fifteen|twenty|thirty|few) )?(second|minute|min|hour|day|week|month|year)s?\b/.exec(
      body,
    )
  const alias = { hourly: 'hour', 'once an hour': 'hour' }[body.trim()]
  const counted = interval?.[1] ? (COUNTS[interval[1]] ?? Number(interval[1])) : 1
  const unit = interval?.[2] === 'min' ? 'minute' : (interval?.[2] ?? alias)
  if (Number.isNaN(counted) || counted < 1) return impossible('How often that is cannot be told.')
  const skipped =
    /(?:every|each) (?:other|second) (?:weekday|workday|weekend|(?:mon|tue|wed|thu|fri|sat|sun))/.test(body)
  if (skipped) return impossible('Every other week cannot be said as a fixed pattern; every week can.')
  if (unit) {
    const read = readInterval(counted, unit)
    if (read) return read
  }
  return readCalendar(body, clocks)
}

function readCalendar(body: string, clocks: readonly Clock[]): Recurrence | undefined {
  const month = MONTHS.findIndex((name) => new RegExp(`\\b${name}\\b`, 'i').test(body))
  const number = /\b(\d{1,2})(?:st|nd|rd|th)?\b/.exec(body)
  if (/\byear|yearly|annually/.test(body) || (month >= 0 && /every|each/.test(body))) {
    const day = number ? Number(number[1]) : 1
    const of = MONTHS[Math.max(0, month)]
    return timed(clocks, `${day} ${Math.max(0, month) + 1} *`, `every year on ${day} ${of}`)
  }
  const days = readDays(body)
  if (/month/.test(body)) {
    const nth = NTH_WORDS.findIndex((word) => new RegExp(`\\b${word}\\b`).test(body)) + 1
    const last = /\blast\b/.test(body)
    if (days.length > 0 && (nth > 0 || last)) {
      const day = days[0] as number
      return timed(
        clocks,
        `* * ${day}#${last ? 'L' : nth}`,
        `on the ${last ? 'last' : NTH_WORDS[nth - 1]} ${DAYS[day]} of every month`,
      )
    }
    if (last) return timed(clocks, 'L * *', 'on the last day of every month')
    const day = number ? Number(number[1]) : nth || 1
    if (day < 1 || day > 31) return impossible(`No month has a day ${day}.`)
    return timed(clocks, `${day} * *`, `on the ${ordinal(day)} of every month`)
  }
  if (/weekday|workday|working day/.test(body)) return timed(clocks, '* * 1-5', 'every weekday')
  if (/weekend/.test(body)) return timed(clocks, '* * 0,6', 'every Saturday and Sunday')
  if (days.length > 0)
    return timed(
      clocks,
      `* * ${days.join(',')}`,
      `every ${listWords(days.map((day) => DAYS[day] as string))}`,
    )
  if (/week/.test(body)) return timed(clocks, '* * 1', 'every Monday')
  return timed(clocks, '* * *', 'every day')
}

/** "on Monday" is one day; "on Mondays" and "every Monday" come again. */
const comesAgain = (text: string) =>
  !/^on /i.test(text) || /days\b|\b(?:every|each|month)\b|week(?:day|end)s/i.test(text)

/** Words of recurring times; `value` is the pattern, or empty where there can be none. */
export const findRecurrences: FindRegions = (blanked) =>
  [...blanked.matchAll(ANY)].flatMap((match): Region[] => {
    const text = match[0].trimEnd()
    const read = comesAgain(text) ? readRecurrence(text) : undefined
    if (!read) return []
    return [
      {
        kind: 'recurrence',
        start: match.index,
        end: match.index + text.length,
        text,
        value: read.kind === 'cron' ? read.cron : '',
      },
    ]
  })

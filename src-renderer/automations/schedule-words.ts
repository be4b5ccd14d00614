import type { ScheduleView } from '../../src-preload/contract.ts'
import { language, t } from '../words.ts'

const ORDINALS: Readonly<Record<string, string>> = {
  1: 'first',
  2: 'second',
  3: 'third',
  4: 'fourth',
  5: 'fifth',
  L: 'last',
}

/** When it comes, in the operator's language; a pattern that has no words here stays in the agent's. */
export function scheduleWords({
  at,
  cron,
  words,
  timeZone,
}: Pick<ScheduleView, 'at' | 'cron' | 'words' | 'timeZone'>): string {
  if (at !== undefined) return fullDay(at, timeZone)
  return language() === 'en' || cron === undefined ? words : (patternWords(cron) ?? words)
}

/** 'Monday, 4 May 2026 at 09:00', in the operator's language and the schedule's zone. */
export const fullDay = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat(language() === 'en' ? 'en-GB' : language(), {
    timeZone,
    dateStyle: 'full',
    timeStyle: 'short',
  }).format(new Date(at))

/** The words of the patterns that the agent makes of words; undefined for others. */
function patternWords(cron: string): string | undefined {
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = cron.split(' ')
  const everyMinutes = /^\*\/(\d+)$/.exec(minute)?.[1]
  const everyHours = /^\*\/(\d+)$/.exec(hour)?.[1]
  if (minute === '*') return t('every minute')
  if (everyMinutes) return t('every {count} minutes', { count: everyMinutes })
  if (hour === '*') return t('every hour')
  if (everyHours) return t('every {count} hours', { count: everyHours })
  const times = listed(hour.split(',').map((each) => `${each.padStart(2, '0')}:${minute.padStart(2, '0')}`))
  const [, nth, which] = /^(\d)#([\dL])$/.exec(weekday) ?? []
  if (nth && which)
    return t('on the {which} {day} of every month at {times}', {
      which: t(ORDINALS[which] ?? which),
      day: weekdayName(Number(nth)),
      times,
    })
  if (weekday === '1-5') return t('every weekday at {times}', { times })
  if (weekday !== '*')
    return t('every {days} at {times}', {
      days: listed(weekday.split(',').map(Number).map(weekdayName)),
      times,
    })
  if (day === '*') return t('every day at {times}', { times })
  if (day === 'L') return t('on the last day of every month at {times}', { times })
  if (month === '*') return t('on day {day} of every month at {times}', { day, times })
  const date = new Intl.DateTimeFormat(language(), { day: 'numeric', month: 'long', timeZone: 'UTC' })
  return t('every year on {date} at {times}', {
    date: date.format(Date.UTC(2024, Number(month) - 1, Number(day))),
    times,
  })
}

const listed = (words: readonly string[]) => new Intl.ListFormat(language()).format(words)

/** 1 January 2023 was a Sunday. */
const weekdayName = (day: number) =>
  new Intl.DateTimeFormat(language(), { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2023, 0, 1 + (day % 7)),
  )

import type { MemoryKindName, MemoryView, Methods } from '../../src-preload/contract.ts'
import { type Day, dayOf, readDay, startOfDay, weekdayOf } from '../ui/time-zone-days.ts'
import { kindWord, sourceKindWord } from './memory-words.ts'

export const PERIODS = ['all', 'today', 'week', 'month', 'year', 'own'] as const
export type Period = (typeof PERIODS)[number]

/** What the pane is narrowed to; an absent member narrows nothing. */
export interface MemoryFilter {
  readonly kind?: MemoryKindName
  readonly source?: string
  readonly person?: string
  readonly scope?: string
  readonly period: Period
  /** Of an own period: days as a date field writes them, both included. */
  readonly from?: string
  readonly to?: string
}

export const NO_FILTER: MemoryFilter = { period: 'all' }

export const PERIOD_WORDS: Readonly<Record<Period, string>> = {
  all: 'Any time',
  today: 'Today',
  week: 'This week',
  month: 'This month',
  year: 'This year',
  own: 'From … to …',
}

export const narrows = ({ kind, source, person, scope, period }: MemoryFilter): boolean =>
  [kind, source, person, scope].some((each) => each !== undefined) || period !== 'all'

type ListInput = Methods['memory.list']['input']

/** Bounds of the time asked for: `from` inclusive, `to` exclusive. */
export function boundsOf(
  { period, from, to }: MemoryFilter,
  now: Date,
  timeZone?: string,
): Pick<ListInput, 'from' | 'to'> {
  const today = dayOf(now, timeZone)
  const starting = (day: Day) => ({ from: startOfDay(day, timeZone).toISOString() })
  switch (period) {
    case 'all':
      return {}
    case 'today':
      return starting(today)
    case 'week':
      return starting({ ...today, day: today.day - weekdayOf(today) + 1 })
    case 'month':
      return starting({ ...today, day: 1 })
    case 'year':
      return starting({ ...today, month: 1, day: 1 })
    case 'own': {
      const [first, last] = [readDay(from ?? ''), readDay(to ?? '')]
      return {
        ...(first ? starting(first) : {}),
        ...(last ? { to: startOfDay({ ...last, day: last.day + 1 }, timeZone).toISOString() } : {}),
      }
    }
  }
}

/** What to ask for to see what fits. */
export function listInputOf(filter: MemoryFilter, now: Date, timeZone?: string): ListInput {
  const { kind, source, person, scope } = filter
  return {
    ...(kind ? { kind } : {}),
    ...(source ? { source } : {}),
    ...(person ? { person } : {}),
    ...(scope ? { scope } : {}),
    ...boundsOf(filter, now, timeZone),
  }
}

/** Whether a hit fits: a search itself narrows by kind and scope only. A person fits who is named or who spoke. */
export function fits(row: MemoryView, filter: MemoryFilter, now: Date, timeZone?: string): boolean {
  const { from, to } = boundsOf(filter, now, timeZone)
  const at = Date.parse(row.at)
  const person = filter.person?.toLowerCase()
  return (
    (!filter.kind || row.kind === filter.kind) &&
    (!filter.source || row.source.kind === filter.source) &&
    (!filter.scope || row.scope === filter.scope) &&
    (!person || `${row.speaker ?? ''} ${row.text}`.toLowerCase().includes(person)) &&
    (!from || at >= Date.parse(from)) &&
    (!to || at < Date.parse(to))
  )
}

/** What the pane is narrowed to, in words: 'facts, from the web, this week, with Ada'. */
export function filterWords({ kind, source, person, scope, period, from, to }: MemoryFilter): string {
  const own = [from && `from ${from}`, to && `to ${to}`].filter(Boolean).join(' ')
  return [
    kind && `${kindWord(kind).toLowerCase()}s`,
    source && sourceKindWord(source).toLowerCase(),
    period === 'own' ? own : period !== 'all' && PERIOD_WORDS[period].toLowerCase(),
    person && `with ${person}`,
    scope && `in ${scope}`,
  ]
    .filter(Boolean)
    .join(', ')
}

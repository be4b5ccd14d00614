import type { MemoryView } from '../../../src-preload/contract.ts'
import { type Day, dayOf, startOfDay } from '../../ui/time-zone-days.ts'

/** What stands in a list, from top to bottom: rows, and above them the month and the day they belong to. */
export type ListItem =
  | { readonly kind: 'month' | 'day'; readonly key: string; readonly label: string }
  /** `index` counts rows alone. */
  | { readonly kind: 'row'; readonly key: string; readonly row: MemoryView; readonly index: number }

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** Days of rows that were placed before: a row is placed once, however often the list grows. */
const placed = new WeakMap<MemoryView, { readonly timeZone: string | undefined; readonly day: Day }>()

function dayOfRow(row: MemoryView, timeZone: string | undefined): Day {
  const known = placed.get(row)
  if (known?.timeZone === timeZone && known) return known.day
  const day = dayOf(Date.parse(row.at), timeZone)
  placed.set(row, { timeZone, day })
  return day
}

const two = (value: number) => String(value).padStart(2, '0')
const monthKey = ({ year, month }: Pick<Day, 'year' | 'month'>) => `${year}-${two(month)}`

export const monthWords = ({ year, month }: Pick<Day, 'year' | 'month'>): string =>
  `${MONTHS[month - 1]} ${year}`

/** 'Today', 'Yesterday', 'Wednesday 18'. */
function dayWords({ year, month, day }: Day, today: Day): string {
  const at = (of: Day) => Date.UTC(of.year, of.month - 1, of.day)
  const ago = Math.round((at(today) - at({ year, month, day })) / 86_400_000)
  if (ago === 0) return 'Today'
  if (ago === 1) return 'Yesterday'
  return `${WEEKDAYS[new Date(at({ year, month, day })).getUTCDay()]} ${day}`
}

export const asList = (rows: readonly MemoryView[]): ListItem[] =>
  rows.map((row, index) => ({ kind: 'row', key: row.id, row, index }))

/** Rows, newest first, under the months and days of the operator's calendar. */
export function asTimeline(rows: readonly MemoryView[], now: Date, timeZone?: string): ListItem[] {
  const today = dayOf(now, timeZone)
  const items: ListItem[] = []
  let [month, day] = ['', '']
  rows.forEach((row, index) => {
    const on = dayOfRow(row, timeZone)
    const inMonth = monthKey(on)
    const onDay = `${inMonth}-${two(on.day)}`
    if (inMonth !== month) items.push({ kind: 'month', key: inMonth, label: monthWords(on) })
    if (onDay !== day) items.push({ kind: 'day', key: onDay, label: dayWords(on, today) })
    ;[month, day] = [inMonth, onDay]
    items.push({ kind: 'row', key: row.id, row, index })
  })
  return items
}

/** A year on the rail and those of its months that lie in the span. */
export interface RailYear {
  readonly year: number
  readonly months: readonly { readonly key: string; readonly name: string; readonly label: string }[]
}

/** Every month from the newest time back to the oldest. */
export function railOf(newest: string, oldest: string, timeZone?: string): RailYear[] {
  const last = dayOf(Date.parse(newest), timeZone)
  const first = dayOf(Date.parse(oldest), timeZone)
  const years: RailYear[] = []
  for (let { year } = last; year >= first.year; year -= 1) {
    const from = year === last.year ? last.month : 12
    const to = year === first.year ? first.month : 1
    const months = []
    for (let month = from; month >= to; month -= 1) {
      const label = monthWords({ year, month })
      months.push({ key: monthKey({ year, month }), name: label.slice(0, 3), label })
    }
    years.push({ year, months })
  }
  return years
}

/** When a month of the rail ends: what came before it is read from there on. */
export function endOfMonth(key: string, timeZone?: string): string {
  const [year = 1970, month = 1] = key.split('-').map(Number)
  return startOfDay({ year, month: month + 1, day: 1 }, timeZone).toISOString()
}

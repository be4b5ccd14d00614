import type { ActivityEntryView } from '../../src-preload/contract.ts'
import { dayOf } from '../ui/time-zone-days.ts'
import { language } from '../words.ts'

export interface ActivityDay {
  readonly heading: string
  readonly entries: readonly ActivityEntryView[]
}

/** Entries, the latest first, by the day of the calendar. */
export function byDay(entries: readonly ActivityEntryView[], timeZone?: string): ActivityDay[] {
  const format = new Intl.DateTimeFormat(language() === 'en' ? 'en-GB' : language(), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(timeZone === undefined ? {} : { timeZone }),
  })
  const days = new Map<string, ActivityEntryView[]>()
  for (const entry of entries) {
    const at = new Date(entry.at)
    const { year, month, day } = dayOf(at, timeZone)
    const key = `${year}-${month}-${day}`
    days.set(key, [...(days.get(key) ?? []), entry])
  }
  return [...days.values()].map((some) => ({
    heading: format.format(new Date((some[0] as ActivityEntryView).at)),
    entries: some,
  }))
}

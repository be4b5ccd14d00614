import type { ScheduleView } from '../../src-preload/contract.ts'
import { calendarDays } from '../ui/time-words.ts'

/** What is still to come, the next one first; then what is over, the latest first. */
export function inOrder(schedules: readonly ScheduleView[]): {
  coming: ScheduleView[]
  over: ScheduleView[]
} {
  const coming = schedules
    .filter(({ status }) => status === 'active')
    .sort((a, b) => nextTime(a) - nextTime(b))
  const over = schedules
    .filter(({ status }) => status !== 'active')
    .sort((a, b) => Date.parse(b.at ?? b.createdAt) - Date.parse(a.at ?? a.createdAt))
  return { coming, over }
}

const nextTime = ({ nextAt, at }: ScheduleView) => {
  const time = nextAt ?? at
  return time ? Date.parse(time) : Number.POSITIVE_INFINITY
}

/** The day that an active one comes next, as a heading: 'Overdue', 'Today', 'Tomorrow', 'Next days', 'Later', 'Paused'. */
export function dayHeading(schedule: ScheduleView, now: Date, timeZone?: string): string {
  if (schedule.pausedAt !== undefined) return 'Paused'
  const time = nextTime(schedule)
  if (!Number.isFinite(time)) return 'Later'
  if (time < now.getTime()) return 'Overdue'
  const days = calendarDays(now, new Date(time), timeZone)
  if (days === 0) return 'Today'
  if (days === 1) return 'Tomorrow'
  return days < 7 ? 'Next days' : 'Later'
}

export interface DayGroup {
  heading: string
  schedules: ScheduleView[]
}

/** Active ones under the headings of their days, in order. */
export function byDay(coming: readonly ScheduleView[], now: Date, timeZone?: string): DayGroup[] {
  const groups = new Map<string, ScheduleView[]>()
  for (const schedule of coming) {
    const heading = dayHeading(schedule, now, timeZone)
    groups.set(heading, [...(groups.get(heading) ?? []), schedule])
  }
  return [...groups].map(([heading, schedules]) => ({ heading, schedules }))
}

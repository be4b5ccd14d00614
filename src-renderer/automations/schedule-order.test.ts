import { describe, expect, it } from 'vitest'
import type { ScheduleView } from '../../src-preload/contract.ts'
import { byDay, dayHeading, inOrder } from './schedule-order.ts'

const now = new Date(2026, 2, 18, 14, 30)
const at = (day: number, hour: number) => new Date(2026, 2, day, hour).toISOString()

const reminder = (change: Partial<ScheduleView>): ScheduleView => ({
  id: 'r',
  kind: 'reminder',
  text: 'read the first article',
  timeZone: 'Europe/Berlin',
  words: 'Thursday, 19 March 2026 at 09:00',
  status: 'active',
  conversationId: 'conversation',
  createdAt: at(18, 9),
  ...change,
})

describe('what is paused', () => {
  it('stands under a heading of its own, whenever it was', () => {
    expect(dayHeading(reminder({ pausedAt: at(18, 9) }), now)).toBe('Paused')
  })
})

describe('the day of what comes next', () => {
  it.each([
    [at(18, 13), 'Overdue'],
    [at(18, 23), 'Today'],
    [at(19, 0), 'Tomorrow'],
    [at(20, 9), 'Next days'],
    [at(24, 23), 'Next days'],
    [at(25, 0), 'Later'],
  ])('%s: %s', (nextAt, heading) => {
    expect(dayHeading(reminder({ nextAt }), now)).toBe(heading)
  })

  it('goes by the calendar of the time zone', () => {
    const evening = new Date('2026-03-18T20:00:00Z')
    const night = reminder({ nextAt: '2026-03-18T22:30:00Z' })
    expect(dayHeading(night, evening, 'UTC')).toBe('Today')
    expect(dayHeading(night, evening, 'Europe/Athens')).toBe('Tomorrow')
  })

  it('days with nothing in them have no heading', () => {
    const groups = byDay([reminder({ nextAt: at(18, 20) }), reminder({ nextAt: at(28, 9) })], now)
    expect(groups.map(({ heading }) => heading)).toEqual(['Today', 'Later'])
  })
})

it('the next one to come stands first; what is over stands apart, the latest first', () => {
  const { coming, over } = inOrder([
    reminder({ id: 'done-early', status: 'done', at: at(2, 9) }),
    reminder({ id: 'later', nextAt: at(20, 9) }),
    reminder({ id: 'done-late', status: 'cancelled', at: at(17, 9) }),
    reminder({ id: 'sooner', nextAt: at(19, 9) }),
  ])
  expect(coming.map(({ id }) => id)).toEqual(['sooner', 'later'])
  expect(over.map(({ id }) => id)).toEqual(['done-late', 'done-early'])
})

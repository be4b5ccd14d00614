import { describe, expect, it } from 'vitest'
import { dayOf, readDay, startOfDay, weekdayOf } from './time-zone-days.ts'

describe('a day begins at midnight where the operator is', () => {
  it.each([
    [{ year: 2026, month: 3, day: 18 }, 'Europe/Berlin', '2026-03-17T23:00:00.000Z'],
    [{ year: 2026, month: 7, day: 1 }, 'Europe/Berlin', '2026-06-30T22:00:00.000Z'],
    // the clock goes forward that night, and back in autumn
    [{ year: 2026, month: 3, day: 29 }, 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    [{ year: 2026, month: 3, day: 30 }, 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
    [{ year: 2026, month: 10, day: 26 }, 'Europe/Berlin', '2026-10-25T23:00:00.000Z'],
    [{ year: 2026, month: 10, day: 4 }, 'Australia/Sydney', '2026-10-03T14:00:00.000Z'],
    [{ year: 2026, month: 3, day: 18 }, 'Asia/Kolkata', '2026-03-17T18:30:00.000Z'],
    [{ year: 2026, month: 3, day: 18 }, 'America/New_York', '2026-03-18T04:00:00.000Z'],
    [{ year: 2026, month: 13, day: 1 }, 'UTC', '2027-01-01T00:00:00.000Z'],
    [{ year: 2026, month: 3, day: 0 }, 'UTC', '2026-02-28T00:00:00.000Z'],
  ])('%j in %s: %s', (day, timeZone, at) => {
    expect(startOfDay(day, timeZone).toISOString()).toBe(at)
  })

  it.each([
    ['2026-03-18T22:59:59Z', 'Europe/Berlin', 18],
    ['2026-03-18T23:00:00Z', 'Europe/Berlin', 19],
    ['2026-03-18T23:00:00Z', 'America/New_York', 18],
  ])('%s in %s is the %ith', (at, timeZone, day) => {
    expect(dayOf(new Date(at), timeZone)).toEqual({ year: 2026, month: 3, day })
  })
})

it('weeks begin on Monday', () => {
  expect(weekdayOf({ year: 2026, month: 3, day: 16 })).toBe(1)
  expect(weekdayOf({ year: 2026, month: 3, day: 22 })).toBe(7)
})

it.each([
  ['2026-03-18', { year: 2026, month: 3, day: 18 }],
  ['2026-02-30', undefined],
  ['0012-01-01', undefined],
  ['', undefined],
])('the date field %j is %j', (text, day) => {
  expect(readDay(text)).toEqual(day)
})

import { describe, expect, it } from 'vitest'
import { clockTime, durationWords, fullTime, timeWords } from './time-words.ts'

const now = new Date(2026, 2, 18, 14, 30)
const at = (month: number, day: number, hour: number, minute = 0, year = 2026) =>
  new Date(year, month - 1, day, hour, minute)

describe('a time in words', () => {
  it.each([
    [new Date(now.getTime() - 5_000), 'just now'],
    [new Date(now.getTime() + 40_000), 'in a minute'],
    [at(3, 18, 14, 25), '5 min ago'],
    [at(3, 18, 15, 15), 'in 45 min'],
    [new Date(now.getTime() - 59.7 * 60_000), '59 min ago'],
    [at(3, 18, 9, 30), '5 h ago'],
    [at(3, 18, 0, 5), 'today 00:05'],
    [at(3, 17, 18, 30), 'yesterday 18:30'],
    [at(3, 19, 9, 0), 'tomorrow 09:00'],
    [at(3, 22, 8, 15), 'Sunday 08:15'],
    [at(3, 14, 8, 15), 'Saturday 08:15'],
    [at(4, 2, 9, 0), '2 Apr 09:00'],
    [at(1, 7, 9, 0, 2027), '7 Jan 2027 09:00'],
  ])('%s is %s', (time, words) => {
    expect(timeWords(time, now)).toBe(words)
  })

  it('shortly after midnight, ten minutes ago is not yet "yesterday"', () => {
    expect(timeWords(at(3, 17, 23, 55), at(3, 18, 0, 5))).toBe('10 min ago')
  })
})

describe("a time zone that is not the machine's", () => {
  const utc = (text: string) => new Date(`${text}Z`)

  it.each([
    ['2026-03-18T14:30', '2026-03-19T00:00', 'Asia/Tokyo', 'tomorrow 09:00'],
    ['2026-03-18T23:30', '2026-03-19T12:00', 'Asia/Tokyo', 'today 21:00'],
    ['2026-03-18T06:00', '2026-03-18T04:00', 'America/New_York', '2 h ago'],
    ['2026-03-18T06:00', '2026-03-18T03:00', 'America/New_York', 'yesterday 23:00'],
    ['2026-03-28T12:00', '2026-03-29T07:00', 'Europe/Berlin', 'tomorrow 09:00'],
    ['2026-01-02T12:00', '2025-12-01T22:30', 'Asia/Kolkata', '2 Dec 2025 04:00'],
  ])('at %s UTC, %s UTC in %s is %s', (now, at, timeZone, words) => {
    expect(timeWords(utc(at), utc(now), timeZone)).toBe(words)
  })

  it('names its offset in full times', () => {
    expect(fullTime(utc('2026-03-18T08:00:05'), 'Europe/Berlin')).toMatch(
      /^Wednesday,? 18 March 2026 at 09:00:05 CET$/,
    )
    expect(clockTime(utc('2026-03-18T08:00:05.042'), 'Europe/Berlin')).toBe('09:00:05.042')
  })
})

describe('a duration in words', () => {
  it.each([
    [12, '12 ms'],
    [3_240, '3.2 s'],
    [42_400, '42 s'],
    [125_000, '2 min 5 s'],
    [120_000, '2 min'],
    [3_840_000, '1 h 4 min'],
  ])('%d ms is %s', (ms, words) => {
    expect(durationWords(ms)).toBe(words)
  })
})

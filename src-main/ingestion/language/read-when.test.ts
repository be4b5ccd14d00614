import { describe, expect, it } from 'vitest'
import { readWhen } from './read-when.ts'

const place = { now: '2026-05-04T06:00:00Z', timeZone: 'Europe/Berlin', home: '/home/ann', region: 'DE' }

describe('words that say when', () => {
  it.each([
    ['every weekday at 9', '0 9 * * 1-5'],
    ['Every Monday and Thursday at 18:30.', '30 18 * * 1,4'],
    ['daily at 7am', '0 7 * * *'],
    ['every 15 minutes', '*/15 * * * *'],
    ['on the last day of every month at noon', '0 12 L * *'],
  ])('"%s" comes again', (words, cron) => {
    expect(readWhen(words, place)).toMatchObject({ kind: 'again', cron })
  })

  it.each([
    ['tomorrow at 9', '2026-05-05T09:00:00+02:00'],
    ['on 1 June 2026 at 17:00', '2026-06-01T17:00:00+02:00'],
    ['in 2 hours', '2026-05-04T10:00:00+02:00'],
  ])('"%s" comes once', (words, at) => {
    expect(readWhen(words, place)).toEqual({ kind: 'once', at })
  })

  it.each([
    ['whenever you like', '"whenever you like" says no time that Adjutant understands'],
    ['every weekday at 9 unless it rains', '"unless it rains" is no part of a time'],
    ['every Monday at 9 and tomorrow at 10', 'says more than one time'],
    ['every other week', '"Every other week" cannot be said as a fixed pattern'],
    ['every 7 minutes', 'does not divide an hour evenly'],
  ])('"%s" is refused rather than half understood', (words, message) => {
    expect(() => readWhen(words, place)).toThrow(message)
  })
})

import { Cron } from 'croner'
import { describe, expect, it } from 'vitest'
import { readRecurrence } from './language.ts'

describe('recurring times as patterns', () => {
  it.each([
    ['every weekday at 8', '0 8 * * 1-5', 'every weekday at 08:00'],
    ['every Monday and Thursday at 7pm', '0 19 * * 1,4', 'every Monday and Thursday at 19:00'],
    ['every 15 minutes', '*/15 * * * *', 'every 15 minutes'],
    ['every 2 hours', '0 */2 * * *', 'every 2 hours'],
    ['hourly', '0 * * * *', 'every hour'],
    ['daily at noon', '0 12 * * *', 'every day at 12:00'],
    ['every day at 8 and 18:00', '0 8,18 * * *', 'every day at 08:00 and 18:00'],
    ['every evening at 7', '0 19 * * *', 'every day at 19:00'],
    ['on Mondays at 9', '0 9 * * 1', 'every Monday at 09:00'],
    ['each weekend at 10am', '0 10 * * 0,6', 'every Saturday and Sunday at 10:00'],
    ['on the first of each month at 9', '0 9 1 * *', 'on the 1st of every month at 09:00'],
    ['on the last day of each month', '0 9 L * *', 'on the last day of every month at 09:00'],
    ['every first Monday of the month at 9', '0 9 * * 1#1', 'on the first Monday of every month at 09:00'],
    [
      'every last Friday of the month at 16:30',
      '30 16 * * 5#L',
      'on the last Friday of every month at 16:30',
    ],
    ['every year on 3 May at 8', '0 8 3 5 *', 'every year on 3 May at 08:00'],
    ['weekly on Friday at 5pm', '0 17 * * 5', 'every Friday at 17:00'],
    ['twice a day', '0 9,18 * * *', 'every day at 09:00 and 18:00'],
  ])('%s', (text, cron, words) => {
    expect(readRecurrence(text)).toEqual({ kind: 'cron', cron, words })
    expect(new Cron(cron, { paused: true }).nextRun()).toBeInstanceOf(Date)
  })

  it.each([
    ['every other day', /named days of the week/],
    ['every 45 minutes', /15, 20 or 30/],
    ['every 5 hours', /divide a day/],
    ['every 2 weeks', /once a week/],
    ['every second Monday', /every other week/i],
    ['every 10 seconds', /once a minute/],
  ])('%s cannot be said, and why', (text, reason) => {
    expect(readRecurrence(text)).toMatchObject({ kind: 'impossible', reason: expect.stringMatching(reason) })
  })

  it('falls when its words say', () => {
    const next = (cron: string) =>
      new Cron(cron, { paused: true, timezone: 'Europe/Berlin' })
        .nextRun(new Date('2026-11-22T10:00:00Z'))
        ?.toISOString()
    expect(next('0 9 * * 1#1')).toBe('2026-12-07T08:00:00.000Z')
    expect(next('30 16 * * 5#L')).toBe('2026-11-27T15:30:00.000Z')
    expect(next('0 9 L * *')).toBe('2026-11-30T08:00:00.000Z')
  })

  it.each(['the weekly report', 'on Monday at 9', 'every article', 'daily bread'])('is none: %s', (text) =>
    expect(readRecurrence(text)?.kind === 'cron' && text !== 'on Monday at 9').toBe(false),
  )
})

import { describe, expect, it } from 'vitest'
import { fitsInterval, readInterval } from './read-interval.ts'

const BERLIN = 'Europe/Berlin'
/** A Wednesday. */
const NOW = Date.parse('2026-11-18T10:00:00Z')

describe('the time a question is about', () => {
  it.each<[question: string, from: string, to: string]>([
    ['what did we decide yesterday?', '2026-11-16T23:00Z', '2026-11-17T23:00Z'],
    ['what did Maria write last week?', '2026-11-08T23:00Z', '2026-11-15T23:00Z'],
    ['who called this week?', '2026-11-15T23:00Z', '2026-11-22T23:00Z'],
    // summer time there: what was said at eleven in the evening of 30 April is not of May
    ['what did Maria say in May?', '2026-04-30T22:00Z', '2026-05-31T22:00Z'],
    ['what happened in March 2025?', '2025-02-28T23:00Z', '2025-03-31T22:00Z'],
    ['what did we buy last month?', '2026-09-30T22:00Z', '2026-10-31T23:00Z'],
    ['where did I travel in 2024?', '2023-12-31T23:00Z', '2024-12-31T23:00Z'],
    ['where did I travel last year?', '2024-12-31T23:00Z', '2025-12-31T23:00Z'],
    ['what was planned on 3 June 2026?', '2026-06-02T22:00Z', '2026-06-03T22:00Z'],
    ['what did we do last summer?', '2026-05-31T22:00Z', '2026-08-31T22:00Z'],
    ['which orders came in the last 2 weeks?', '2026-11-04T10:00Z', '2026-11-19T10:00Z'],
  ])('%s', (question, from, to) => {
    const interval = readInterval(question, NOW, BERLIN)
    expect([interval?.from, interval?.to].map((time) => time && new Date(time).toISOString())).toEqual(
      [from, to].map((time) => new Date(time).toISOString()),
    )
  })

  it('is the week from Monday to Sunday, on a Sunday too', () => {
    const interval = readInterval('who called this week?', Date.parse('2026-11-22T10:00:00Z'), BERLIN)
    expect(interval && new Date(interval.from).toISOString()).toBe('2026-11-15T23:00:00.000Z')
  })

  it.each([
    'who sells us toner?',
    'may I park there?',
    'what is the second name of Grete?',
    'which room is 4?',
  ])('is not read into "%s"', (question) => {
    expect(readInterval(question, NOW, BERLIN)).toBeUndefined()
  })

  it('begins at midnight of the operator, on the day the clocks change too', () => {
    const sydney = readInterval('on 4 October 2026', NOW, 'Australia/Sydney')
    expect(sydney && new Date(sydney.from).toISOString()).toBe('2026-10-03T14:00:00.000Z')
    expect(sydney && sydney.to - sydney.from).toBe(23 * 3_600_000)
  })
})

describe('a row fits', () => {
  const may = readInterval('in May', NOW, BERLIN)
  const at = (time: string) => may && fitsInterval(Date.parse(time), may)

  it('wholly within it, partly right after it, and not elsewhere', () => {
    expect(at('2026-05-12T08:00Z')).toBe(1)
    expect(at('2026-06-02T08:00Z')).toBeGreaterThan(0)
    expect(at('2026-09-02T08:00Z')).toBe(0)
  })

  it('in another year where none was named', () => {
    expect(at('2024-05-12T08:00Z')).toBe(1)
  })
})

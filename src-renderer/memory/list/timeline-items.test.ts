import { describe, expect, it } from 'vitest'
import type { MemoryView } from '../../../src-preload/contract.ts'
import { asList, asTimeline, endOfMonth, type ListItem, railOf } from './timeline-items.ts'

const now = new Date('2026-03-18T14:30:00Z')

const row = (id: string, at: string): MemoryView => ({
  id,
  kind: 'fact',
  text: id,
  source: { kind: 'api', ref: '' },
  trust: 'trusted',
  origins: [],
  scope: 'personal',
  at,
  createdAt: at,
})

const spelled = (items: ListItem[]) =>
  items.map((item) => (item.kind === 'row' ? item.row.id : `${item.kind}: ${item.label}`))

describe('the timeline', () => {
  it('puts rows under their month and day, where the operator is', () => {
    const rows = [
      row('a', '2026-03-18T10:00:00Z'),
      row('b', '2026-03-17T23:30:00Z'),
      row('c', '2026-03-17T12:00:00Z'),
      row('d', '2026-03-02T12:00:00Z'),
      row('e', '2025-12-31T12:00:00Z'),
    ]
    expect(spelled(asTimeline(rows, now, 'Europe/Berlin'))).toEqual([
      'month: March 2026',
      'day: Today',
      'a',
      'b',
      'day: Yesterday',
      'c',
      'day: Monday 2',
      'd',
      'month: December 2025',
      'day: Wednesday 31',
      'e',
    ])
  })

  it('places the same rows anew where the time zone changes', () => {
    const rows = [row('late', '2026-03-17T23:30:00Z')]
    expect(spelled(asTimeline(rows, now, 'Europe/Berlin'))[1]).toBe('day: Today')
    expect(spelled(asTimeline(rows, now, 'UTC'))[1]).toBe('day: Yesterday')
  })

  it('a hundred thousand rows are placed in well under a second, and again in a blink', () => {
    const start = Date.UTC(2026, 2, 18)
    const rows = Array.from({ length: 100_000 }, (_, index) =>
      row(`r${index}`, new Date(start - index * 600_000).toISOString()),
    )
    asTimeline(rows, now, 'Europe/Berlin')
    const began = performance.now()
    const items = asTimeline(rows, now, 'Europe/Berlin')
    expect(performance.now() - began).toBeLessThan(500)
    expect(items.filter(({ kind }) => kind === 'row')).toHaveLength(100_000)
  })
})

it('the list has rows alone, counted', () => {
  const items = asList([row('a', '2026-03-18T10:00:00Z'), row('b', '2026-03-17T10:00:00Z')])
  expect(items.map((item) => item.kind === 'row' && item.index)).toEqual([0, 1])
})

describe('the rail', () => {
  it('has every month from the newest back to the oldest', () => {
    const rail = railOf('2026-02-10T00:00:00Z', '2024-11-30T00:00:00Z', 'UTC')
    expect(rail.map(({ year, months }) => `${year}: ${months.map(({ name }) => name).join(' ')}`)).toEqual([
      '2026: Feb Jan',
      '2025: Dec Nov Oct Sep Aug Jul Jun May Apr Mar Feb Jan',
      '2024: Dec Nov',
    ])
  })

  it.each([
    ['2026-02', 'Europe/Berlin', '2026-02-28T23:00:00.000Z'],
    ['2025-12', 'UTC', '2026-01-01T00:00:00.000Z'],
  ])('%s in %s ends at %s', (key, timeZone, end) => {
    expect(endOfMonth(key, timeZone)).toBe(end)
  })
})

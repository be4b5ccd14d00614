import { describe, expect, it } from 'vitest'
import type { MemoryView } from '../../src-preload/contract.ts'
import { boundsOf, filterWords, fits, listInputOf, type MemoryFilter, narrows } from './memory-filter.ts'

const now = new Date('2026-03-18T14:30:00Z')
const BERLIN = 'Europe/Berlin'

const row = (change: Partial<MemoryView> = {}): MemoryView => ({
  id: 'mem_1',
  kind: 'fact',
  text: 'Ada Berger moved to Kiel.',
  source: { kind: 'import', ref: 'x' },
  trust: 'trusted',
  origins: [],
  scope: 'personal',
  at: '2026-03-18T09:00:00Z',
  createdAt: '2026-03-18T09:00:00Z',
  ...change,
})

describe("a period is the operator's calendar", () => {
  it.each([
    [{ period: 'all' }, {}],
    [{ period: 'today' }, { from: '2026-03-17T23:00:00.000Z' }],
    [{ period: 'week' }, { from: '2026-03-15T23:00:00.000Z' }],
    [{ period: 'month' }, { from: '2026-02-28T23:00:00.000Z' }],
    [{ period: 'year' }, { from: '2025-12-31T23:00:00.000Z' }],
    [
      { period: 'own', from: '2026-03-01', to: '2026-03-31' },
      { from: '2026-02-28T23:00:00.000Z', to: '2026-03-31T22:00:00.000Z' },
    ],
    [{ period: 'own', to: '2026-03-31' }, { to: '2026-03-31T22:00:00.000Z' }],
    [{ period: 'own', from: 'nonsense' }, {}],
  ] satisfies [MemoryFilter, object][])('%j: %j', (filter, bounds) => {
    expect(boundsOf(filter, now, BERLIN)).toEqual(bounds)
  })
})

it('asks for nothing but what was chosen', () => {
  expect(listInputOf({ period: 'all' }, now)).toEqual({})
  expect(listInputOf({ period: 'all', kind: 'rule', person: 'Ada', source: 'page' }, now)).toEqual({
    kind: 'rule',
    person: 'Ada',
    source: 'page',
  })
})

describe('hits that fit', () => {
  it.each([
    [{ period: 'all' }, true],
    [{ period: 'all', kind: 'fact' }, true],
    [{ period: 'all', kind: 'rule' }, false],
    [{ period: 'all', source: 'run' }, false],
    [{ period: 'all', scope: 'work' }, false],
    [{ period: 'all', person: 'ada berger' }, true],
    [{ period: 'all', person: 'Grete' }, false],
    [{ period: 'today' }, true],
    [{ period: 'own', to: '2026-03-17' }, false],
    [{ period: 'own', from: '2026-03-18', to: '2026-03-18' }, true],
  ] satisfies [MemoryFilter, boolean][])('%j: %s', (filter, fit) => {
    expect(fits(row(), filter, now, BERLIN)).toBe(fit)
  })

  it('a person fits who spoke, though the words do not name them', () => {
    expect(fits(row({ text: 'Yes.', speaker: 'Grete' }), { period: 'all', person: 'Grete' }, now)).toBe(true)
  })
})

it.each([
  [{ period: 'all' }, '', false],
  [{ period: 'week', kind: 'fact', person: 'Ada' }, 'facts, this week, with Ada', true],
  [{ period: 'own', from: '2026-03-01', source: 'page' }, 'from the web, from 2026-03-01', true],
] satisfies [MemoryFilter, string, boolean][])('%j is said as "%s"', (filter, words, narrow) => {
  expect(filterWords(filter)).toBe(words)
  expect(narrows(filter)).toBe(narrow)
})

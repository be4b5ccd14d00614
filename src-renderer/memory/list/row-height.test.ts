import { describe, expect, it } from 'vitest'
import type { MemoryView } from '../../../src-preload/contract.ts'
import { heightOf, linesOf } from './row-height.ts'

const row: MemoryView = {
  id: 'mem_1',
  kind: 'fact',
  text: 'The spare key is with the neighbour.',
  source: { kind: 'api', ref: '' },
  trust: 'trusted',
  origins: [],
  scope: 'personal',
  at: '2026-03-18T09:00:00Z',
  createdAt: '2026-03-18T09:00:00Z',
}

describe('lines that a text takes', () => {
  it.each([
    ['The spare key is with the neighbour.', 700, 1],
    ['The spare key is with the neighbour.', 200, 2],
    ['one\ntwo', 700, 2],
    ['word '.repeat(100), 700, 2],
    ['駅の近くの本屋は日曜日に閉まっています。'.repeat(2), 500, 2],
  ])('%j in %i px: %i', (text, width, lines) => {
    expect(linesOf(text, width, 16)).toBe(lines)
  })
})

it('a hit is taller by the line that says why', () => {
  const size = { width: 700, rem: 16 }
  const plain = heightOf({ kind: 'row', key: '', index: 0, row }, size)
  expect(heightOf({ kind: 'row', key: '', index: 0, row: { ...row, why: 'by words' } }, size)).toBe(
    plain + 20,
  )
})

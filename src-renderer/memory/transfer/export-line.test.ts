import { expect, it } from 'vitest'
import type { MemoryView } from '../../../src-preload/contract.ts'
import { exportLine, exportLines } from './export-line.ts'

const row = (id: string, change: Partial<MemoryView> = {}): MemoryView => ({
  id,
  kind: 'fact',
  text: `About ${id},\n“in two lines”.`,
  source: { kind: 'api', ref: '' },
  trust: 'trusted',
  origins: ['operator'],
  scope: 'personal',
  at: '2026-03-18T09:00:00Z',
  createdAt: '2026-03-18T09:00:00Z',
  ...change,
})

it('a line holds one row, whatever its text, under a name to import it by', () => {
  const line = exportLine(row('mem_1', { score: 0.4, why: 'by words' }))
  expect(line.indexOf('\n')).toBe(line.length - 1)
  expect(JSON.parse(line)).toEqual({ ...row('mem_1'), externalId: 'mem_1' })
  expect(JSON.parse(exportLine(row('mem_2', { externalId: 'note-2' })))).toMatchObject({
    externalId: 'note-2',
  })
})

it('exports every row once, page by page', async () => {
  const all = Array.from({ length: 2500 }, (_, index) => row(`mem_${index}`))
  const told: number[] = []
  const pieces = await exportLines(
    async ({ after, limit = 0 }) => {
      const from = after ? all.findIndex(({ id }) => id === after) + 1 : 0
      return all.slice(from, from + limit)
    },
    (rows) => told.push(rows),
  )
  const ids = pieces
    .join('')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).id)
  expect(ids).toEqual(all.map(({ id }) => id))
  expect(told).toEqual([1000, 2000, 2500])
})

import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { createManualClock } from '../../testing/manual-clock.ts'
import { collectAll, giveBackAtRest } from './give-back.ts'

it('gives memory back once nothing has happened for a while, and again after the next work', () => {
  const clock = createManualClock(0)
  let given = 0
  const happened = giveBackAtRest(clock, () => {
    given += 1
  })
  for (let event = 0; event < 20; event += 1) {
    happened()
    clock.advance(1_000)
  }
  expect(given).toBe(0)
  clock.advance(60_000)
  expect(given).toBe(1)
  happened()
  clock.advance(60_000)
  expect(given).toBe(2)
})

it('what nobody holds any more is gone, and no page can collect by itself', () => {
  let held: unknown[] | undefined = Array.from({ length: 200_000 }, (_, index) => ({
    index,
    text: `${index}`,
  }))
  collectAll()
  const full = process.memoryUsage().heapUsed
  expect(held).toHaveLength(200_000)
  held = undefined
  collectAll()
  expect(full - process.memoryUsage().heapUsed).toBeGreaterThan(5_000_000)
  expect(runInNewContext('typeof gc')).toBe('undefined')
})

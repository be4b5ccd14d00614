import { expect, it } from 'vitest'
import { createManualClock } from '../../testing/manual-clock.ts'
import { createCallRate } from './call-rate.ts'

const signal = () => new AbortController().signal

it('a call over the limit waits for its turn, and one whose turn is far off fails and says when to try again', async () => {
  const clock = createManualClock(0)
  const rate = createCallRate('notes', clock, { calls: 2, perMs: 1_000, longestWaitMs: 600 })
  await rate.take(signal())
  clock.advance(500)
  await rate.take(signal())
  let through = false
  const third = rate.take(signal()).then(() => {
    through = true
  })
  await expect(rate.take(signal())).rejects.toThrow('was called 2 times within 1 seconds')
  expect(through).toBe(false)
  clock.advance(500)
  await third
})

it('a call that is stopped while it waits is not made', async () => {
  const clock = createManualClock(0)
  const rate = createCallRate('notes', clock, { calls: 1, perMs: 1_000, longestWaitMs: 2_000 })
  await rate.take(signal())
  const stopping = new AbortController()
  const second = rate.take(stopping.signal)
  stopping.abort()
  await expect(second).rejects.toThrow('stopped before its turn came')
})

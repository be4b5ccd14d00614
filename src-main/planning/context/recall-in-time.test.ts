import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../testing/manual-clock.ts'
import { recallInTime } from './recall-in-time.ts'

describe('memory that is asked for a step', () => {
  it('gives its rows', async () => {
    expect(await recallInTime(async () => [1, 2], createManualClock(0))).toEqual({ rows: [1, 2] })
  })

  it('gives nothing, and why, where it fails', async () => {
    const ask = () => Promise.reject(new Error('the index is broken'))
    expect(await recallInTime(ask, createManualClock(0))).toEqual({
      rows: [],
      problem: 'It could not be asked: the index is broken',
    })
  })

  it('gives nothing, and why, where it has not answered within a second', async () => {
    const clock = createManualClock(0)
    const recalled = recallInTime(() => new Promise<number[]>(() => undefined), clock)
    clock.advance(1_000)
    expect(await recalled).toEqual({ rows: [], problem: 'It did not answer within 1 s' })
  })
})

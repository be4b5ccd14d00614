import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { beginRecord } from './crash-record.ts'
import { createRestartLimit } from './restart-limit.ts'

const at = (time: string) => new Date(`2026-03-01T${time}:00Z`)

describe('how the process before this one ended', () => {
  it.each([
    ['in order', 'ended', undefined],
    [
      'by a crash that it could name',
      'crashed',
      { since: at('09:00').toISOString(), crash: 'boom', failed: 0 },
    ],
    ['by being killed', 'killed', { since: at('09:00').toISOString(), failed: 0 }],
  ])('is known: %s', (_how, end, before) => {
    const file = join(temporaryFolder(), 'data', 'life.json')
    const first = beginRecord(file, at('09:00'))
    expect(first.before).toBeUndefined()
    if (end === 'ended') first.endedWell()
    if (end === 'crashed') first.crashed('boom')
    expect(beginRecord(file, at('10:00')).before).toEqual(before)
  })

  it('is counted where it goes badly in a row, until one lives long or ends in order', () => {
    const file = join(temporaryFolder(), 'life.json')
    const starts = () => beginRecord(file, at('09:00'))
    expect(starts().failures).toBe(0)
    starts().crashed('boom')
    expect(starts().failures).toBe(2)
    const third = starts()
    expect(third.failures).toBe(3)
    third.stable()
    const fourth = starts()
    expect(fourth.failures).toBe(1)
    fourth.endedWell()
    expect(starts().failures).toBe(0)
  })

  it('is not known where its record cannot be read, and that stops nothing', () => {
    const file = join(temporaryFolder(), 'life.json')
    writeFileSync(file, '{"since":')
    expect(beginRecord(file, at('10:00')).before).toBeUndefined()
  })
})

it('a part that crashes comes back, but not again and again', () => {
  const limit = createRestartLimit(2, 10_000)
  expect([0, 1_000, 2_000].map((time) => limit.crashed(time))).toEqual([true, true, false])
  expect(limit.crashed(60_000)).toBe(true)
})

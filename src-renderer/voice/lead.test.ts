import { expect, it } from 'vitest'
import { createLead } from './lead.ts'

it('the last 300 ms are kept, once', () => {
  const lead = createLead()
  for (let n = 0; n < 100; n += 1) lead.keep(new Float32Array(640).fill(n))
  const taken = lead.take()
  expect(taken.length * 640).toBeLessThanOrEqual(4_800)
  expect(taken.map(([first]) => first)).toEqual([93, 94, 95, 96, 97, 98, 99])
  expect(lead.take()).toEqual([])
})

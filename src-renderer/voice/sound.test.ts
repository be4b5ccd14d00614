import { expect, it } from 'vitest'
import { samplesOf } from '../../src-main/operator/pcm.ts'
import { isDead, joined, levelOf, pcmOf } from './sound.ts'

it('samples cross to the agent as they are, and never beyond what 16 bit hold', () => {
  const samples = Float32Array.from({ length: 20_000 }, (_, n) => Math.sin(n / 20))
  const arrived = samplesOf(pcmOf(samples))
  expect(arrived).toHaveLength(samples.length)
  expect(Math.max(...samples.map((sample, n) => Math.abs(sample - (arrived[n] as number))))).toBeLessThan(
    1e-4,
  )
  expect([...samplesOf(pcmOf(Float32Array.of(2, -2)))].map(Math.round)).toEqual([1, -1])
})

it.each([
  ['silence', 0, 0],
  ['a quiet room', 0.001, 0],
  ['a voice', 0.05, 0.68],
  ['a shout', 0.5, 1],
])('%s is seen as such', (_what, amplitude, level) => {
  expect(levelOf(new Float32Array(640).fill(amplitude))).toBeCloseTo(level, 1)
})

it('a muted microphone is told from a quiet room', () => {
  expect(isDead(new Float32Array(640))).toBe(true)
  expect(isDead(Float32Array.of(0, 0, 0.0001, 0))).toBe(false)
})

it('chunks make one', () => {
  expect([...joined([Float32Array.of(1, 2), Float32Array.of(), Float32Array.of(3)])]).toEqual([1, 2, 3])
})

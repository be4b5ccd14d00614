import { describe, expect, it } from 'vitest'
import { createResampler } from './resample.ts'

const tone = (hertz: number, rate: number, seconds: number) =>
  Float32Array.from({ length: rate * seconds }, (_, n) => Math.sin((2 * Math.PI * hertz * n) / rate))

/** In pieces of 128, as an audio worklet gives them. */
function inQuanta(samples: Float32Array, from: number, to: number): number[] {
  const resample = createResampler(from, to)
  const made: number[] = []
  for (let at = 0; at < samples.length; at += 128) made.push(...resample(samples.subarray(at, at + 128)))
  return made
}

const loudness = (samples: readonly number[]) =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length)

describe.each([48_000, 44_100, 16_000, 8_000])('a microphone of %i samples per second', (rate) => {
  it('is heard at 16,000 as it was', () => {
    const made = inQuanta(tone(440, rate, 1), rate, 16_000)
    const expected = tone(440, 16_000, 1)
    expect(made.length).toBeGreaterThan(16_000 - 40)
    const worst = made.slice(200, -200).map((sample, n) => Math.abs(sample - (expected[n + 200] as number)))
    expect(Math.max(...worst)).toBeLessThan(0.01)
  })

  it('the same whatever the pieces', () => {
    const samples = tone(440, rate, 0.1)
    expect(inQuanta(samples, rate, 16_000)).toEqual([...createResampler(rate, 16_000)(samples)])
  })
})

it('what 16,000 cannot hold is left out instead of folded back', () => {
  expect(loudness(inQuanta(tone(12_000, 48_000, 1), 48_000, 16_000).slice(200))).toBeLessThan(0.01)
})

import { describe, expect, it } from 'vitest'
import { judgeTokens, leftBehind, type Way } from './ways.ts'

const way = (
  likelihood: number,
  ...tokens: readonly (readonly [id: number, probability: number])[]
): Way => ({
  tokens: tokens.map(([id, probability]) => ({ id, probability })),
  likelihood: Math.log(likelihood),
})

describe('a word that could have been another', () => {
  it('is in doubt no more where the other came to nothing', () => {
    const best = way(0.4, [1, 0.9], [2, 0.45])
    const [first, second] = judgeTokens(best, [best, way(0.04, [1, 0.9], [3, 0.5])])
    expect(first?.probability).toBe(0.9)
    expect(second?.probability).toBeCloseTo(0.95 / 1.1)
  })

  it('stays in doubt where the other reads as well', () => {
    const best = way(0.5, [1, 0.55], [2, 0.9])
    expect(judgeTokens(best, [way(0.5, [4, 0.4], [2, 0.9]), best])[0]?.probability).toBeCloseTo(0.475)
  })

  it('is as sure as it was where nothing else was tried', () => {
    const best = way(0.5, [1, 0.55], [2, 0.9])
    expect(judgeTokens(best, [best])).toEqual(best.tokens)
  })
})

describe('another way of writing it', () => {
  const best = way(0.1, [1, 0.5], [2, 0.5], [3, 0.8], [4, 0.8], [5, 0.8])

  it('is left when it is ten times less likely', () => {
    expect(leftBehind(way(0.009, [9, 0.009]), best)).toBeCloseTo(Math.log(0.009))
    expect(leftBehind(way(0.011, [9, 0.011]), best)).toBeUndefined()
  })

  it('is left when it has come back to the same words and is behind there', () => {
    // up to the fifth token the best had 0.128
    const behind = leftBehind(way(0.064, [9, 0.4], [8, 0.2], [7, 0.8], [3, 1], [4, 1], [5, 1]), best)
    expect(behind).toBeCloseTo(Math.log(0.05))
    expect(leftBehind(way(0.2, [9, 0.4], [8, 0.5], [3, 1], [4, 1], [5, 1]), best)).toBeUndefined()
    expect(leftBehind(way(0.064, [9, 0.4], [8, 0.2], [7, 0.8], [4, 1], [5, 1]), best)).toBeUndefined()
  })
})

import { describe, expect, it } from 'vitest'
import { judgeTokens, type Way } from './judge-tokens.ts'

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

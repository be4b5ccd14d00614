import type { LikelyToken } from './token-scores.ts'

/** One way to write what was heard, or the beginning of one that was left. */
export interface Way {
  readonly tokens: readonly LikelyToken[]
  /** Natural logarithm of the probability of the whole; of one that was left, the most it can have been. */
  readonly likelihood: number
}

/**
 * The tokens of the best way, as sure as the comparison makes them: where another way parted from it, the two tokens
 * share their probability as the wholes do. A token whose rival came to nothing is no more in doubt; one whose rival
 * reads as well stays so.
 */
export function judgeTokens(best: Way, ways: readonly Way[]): LikelyToken[] {
  const parted = new Map<number, Way[]>()
  for (const way of ways) {
    const place = best.tokens.findIndex(({ id }, index) => way.tokens[index]?.id !== id)
    if (way !== best && place !== -1) parted.set(place, [...(parted.get(place) ?? []), way])
  }
  return best.tokens.map((token, place) => {
    const others = parted.get(place) ?? []
    const mass = others.reduce(
      (sum, { tokens }) => sum + (tokens[place]?.probability ?? 0),
      token.probability,
    )
    const wholes = others.reduce((sum, { likelihood }) => sum + Math.exp(likelihood - best.likelihood), 1)
    return { id: token.id, probability: Math.min(1, mass) / wholes }
  })
}

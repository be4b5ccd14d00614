import type { LikelyToken } from './token-scores.ts'

/** One way to write what was heard, or the beginning of one that was left. */
export interface Way {
  readonly tokens: readonly LikelyToken[]
  /** Natural logarithm of the probability of the whole; of one that was left, the most it can have been. */
  readonly likelihood: number
}

/** What is so much less likely will not be the likeliest. */
const RULED_OUT = Math.log(10)
/** Where two ways have so many tokens in common again, they go on alike. */
const IN_COMMON = 3

/**
 * The likelihood of a way that parted from the best one, if that is known before its end: it is far less likely by now,
 * or has come back to the same words at a price that the best did not pay. Undefined: it has to be written on.
 */
export function leftBehind({ tokens, likelihood }: Way, best: Way): number | undefined {
  if (likelihood <= best.likelihood - RULED_OUT) return likelihood
  const parted = best.tokens.findIndex(({ id }, index) => tokens[index]?.id !== id)
  if (parted === -1 || tokens.length < parted + IN_COMMON) return undefined
  const last = tokens.slice(-IN_COMMON)
  const met = best.tokens.findIndex(
    (_, from) => from >= parted && last.every(({ id }, index) => best.tokens[from + index]?.id === id),
  )
  if (met === -1) return undefined
  const behind = best.tokens
    .slice(0, met + IN_COMMON)
    .reduce((sum, each) => sum + Math.log(each.probability), 0)
  return likelihood < behind ? best.likelihood + likelihood - behind : undefined
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

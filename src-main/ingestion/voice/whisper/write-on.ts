import { setImmediate as yieldToMessages } from 'node:timers/promises'
import type { Decoding } from './decoder.ts'
import { endsInLoop } from './loops.ts'
import { type LikelyToken, likeliestTokens } from './token-scores.ts'
import type { SpecialTokens } from './understand.ts'
import { leftBehind, type Way } from './ways.ts'

/** Messages are heard between this many tokens: a cancellation among them. */
const YIELD_EVERY = 4
/** A second token less likely than this share of the first is no rival. */
const RIVAL_SHARE = 0.05

/** A text that is begun. */
export interface Beginning extends Way {
  readonly decoding: Decoding
}

/** A token that might as well have been meant, and the text before it. */
export interface Rival extends Beginning {
  readonly token: LikelyToken
  /** Its probability as a share of that of the token that was taken. */
  readonly share: number
}

export interface Written extends Way {
  readonly rivals: readonly Rival[]
}

export interface WritingLimits {
  readonly mostTokens: number
  readonly throwIfUnwanted: () => void
}

/**
 * Writes on greedily from a beginning, after which its decoder still has to read `unread`; up to where it is known to be
 * less likely than `best`.
 */
export async function writeOn(
  beginning: Beginning,
  unread: readonly number[],
  best: Way | undefined,
  special: SpecialTokens,
  { mostTokens, throwIfUnwanted }: WritingLimits,
): Promise<Written> {
  const { decoding } = beginning
  const tokens = [...beginning.tokens]
  const rivals: Rival[] = []
  let { likelihood } = beginning
  let following = unread
  while (true) {
    const left = best && leftBehind({ tokens, likelihood }, best)
    if (left !== undefined) return { tokens, likelihood: left, rivals }
    const scores = await decoding.next(following)
    const suppressed =
      tokens.length === 0 ? [...special.suppressed, ...special.suppressedFirst] : special.suppressed
    // times and languages come after all that is text
    const [first, second] = likeliestTokens(scores.subarray(0, special.end + 1), suppressed)
    const share = second.probability / first.probability
    // a text that ends early is always likelier than a whole one
    if (first.id !== special.end && second.id !== special.end && share > RIVAL_SHARE)
      rivals.push({ decoding: decoding.fork(), tokens: [...tokens], likelihood, token: second, share })
    likelihood += Math.log(first.probability)
    if (first.id === special.end) break
    tokens.push(first)
    if (tokens.length >= mostTokens || endsInLoop(tokens.map(({ id }) => id))) break
    if (tokens.length % YIELD_EVERY === 0) await yieldToMessages()
    throwIfUnwanted()
    following = [first.id]
  }
  return { tokens, likelihood, rivals }
}

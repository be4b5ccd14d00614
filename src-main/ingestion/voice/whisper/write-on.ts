import { setImmediate as yieldToMessages } from 'node:timers/promises'
import type { Decoding } from './decoder.ts'
import { endsInLoop } from './loops.ts'
import { type LikelyToken, likeliestTokens } from './token-scores.ts'
import type { SpecialTokens } from './understand.ts'

/** Messages are heard between this many tokens: a cancellation among them. */
const YIELD_EVERY = 4
/** A second token less likely than this share of the first is no rival. */
const RIVAL_SHARE = 0.05

/** A text that is begun. */
export interface Beginning {
  readonly decoding: Decoding
  readonly tokens: readonly LikelyToken[]
  /** Natural logarithm of the probability of all its tokens together. */
  readonly likelihood: number
}

/** A token that might as well have been meant, and the text before it. */
export interface Rival extends Beginning {
  readonly token: LikelyToken
  /** Its probability as a share of that of the token that was taken. */
  readonly share: number
}

export interface Written {
  readonly tokens: readonly LikelyToken[]
  readonly likelihood: number
  readonly rivals: readonly Rival[]
}

export interface WritingLimits {
  readonly mostTokens: number
  readonly throwIfUnwanted: () => void
}

/**
 * Writes on greedily from a beginning, whose next token has these scores. Undefined as soon as it is less likely than
 * `least`: more tokens only make it less so.
 */
export async function writeOn(
  { decoding, tokens: before, likelihood: begun }: Beginning,
  next: Float32Array,
  least: number,
  special: SpecialTokens,
  { mostTokens, throwIfUnwanted }: WritingLimits,
): Promise<Written | undefined> {
  const tokens = [...before]
  const rivals: Rival[] = []
  let scores = next
  let likelihood = begun
  while (true) {
    const suppressed =
      tokens.length === 0 ? [...special.suppressed, ...special.suppressedFirst] : special.suppressed
    // times and languages come after all that is text
    const [best, second] = likeliestTokens(scores.subarray(0, special.end + 1), suppressed)
    const share = second.probability / best.probability
    const after = likelihood + Math.log(best.probability)
    if (after <= least) return undefined
    // a text that ends early is always likelier than a whole one
    if (best.id !== special.end && second.id !== special.end && share > RIVAL_SHARE)
      rivals.push({ decoding: decoding.fork(), tokens: [...tokens], likelihood, token: second, share })
    likelihood = after
    if (best.id === special.end) break
    tokens.push(best)
    if (tokens.length >= mostTokens || endsInLoop(tokens.map(({ id }) => id))) break
    if (tokens.length % YIELD_EVERY === 0) await yieldToMessages()
    throwIfUnwanted()
    scores = await decoding.next([best.id])
  }
  return { tokens, likelihood, rivals }
}

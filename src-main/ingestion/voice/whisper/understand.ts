import { setImmediate as yieldToMessages } from 'node:timers/promises'
import type { Decoding } from './decoder.ts'
import { endsInLoop } from './loops.ts'
import { type BestToken, bestToken, probabilityOf } from './token-scores.ts'

/** Whisper's tokens that are no text. */
export interface SpecialTokens {
  readonly end: number
  readonly start: number
  readonly transcribe: number
  readonly withoutTimes: number
  readonly noSpeech: number
  /** By ISO 639-1. */
  readonly languages: ReadonlyMap<string, number>
  readonly suppressed: readonly number[]
  readonly suppressedFirst: readonly number[]
}

export interface Understood {
  readonly tokens: readonly BestToken[]
  readonly language: string
  /** How likely the model finds that nobody speaks. */
  readonly noSpeech: number
}

/** Messages are heard between this many tokens: a cancellation among them. */
const YIELD_EVERY = 4

/**
 * Writes down greedily what was heard. The language is the likeliest where none is given; it costs one step of one
 * token, as what was read before is kept.
 */
export async function understand(
  decoding: Decoding,
  special: SpecialTokens,
  options: {
    readonly language: string | undefined
    readonly mostTokens: number
    readonly throwIfUnwanted: () => void
  },
): Promise<Understood> {
  const { mostTokens, throwIfUnwanted } = options
  const first = await decoding.next([special.start])
  const noSpeech = probabilityOf(first, special.noSpeech)
  const language = options.language ?? likeliestLanguage(first, special)
  const chosen = special.languages.get(language)
  if (chosen === undefined) throw new RangeError(`"${language}" is no language of this model`)
  let scores = await decoding.next([chosen, special.transcribe, special.withoutTimes])
  const tokens: BestToken[] = []
  while (true) {
    const suppressed =
      tokens.length === 0 ? [...special.suppressed, ...special.suppressedFirst] : special.suppressed
    // times and languages come after all that is text
    const best = bestToken(scores.subarray(0, special.end + 1), suppressed)
    if (best.id === special.end) break
    tokens.push(best)
    if (tokens.length >= mostTokens || endsInLoop(tokens.map(({ id }) => id))) break
    if (tokens.length % YIELD_EVERY === 0) await yieldToMessages()
    throwIfUnwanted()
    scores = await decoding.next([best.id])
  }
  return { tokens, language, noSpeech }
}

function likeliestLanguage(scores: Float32Array, { languages }: SpecialTokens): string {
  let best = ''
  let score = Number.NEGATIVE_INFINITY
  for (const [language, token] of languages) {
    const each = scores[token] ?? Number.NEGATIVE_INFINITY
    if (each > score) [best, score] = [language, each]
  }
  return best
}

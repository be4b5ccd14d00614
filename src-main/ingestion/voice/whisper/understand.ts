import type { Decoding } from './decoder.ts'
import { type LikelyToken, probabilityOf } from './token-scores.ts'
import { judgeTokens, type Way } from './ways.ts'
import { type WritingLimits, type Written, writeOn } from './write-on.ts'

/** Whisper's tokens that are no text. */
export interface SpecialTokens {
  readonly end: number
  readonly start: number
  /** Left out where the model knows one language and no other task. */
  readonly transcribe: number | undefined
  readonly withoutTimes: number
  readonly noSpeech: number
  /** By ISO 639-1. */
  readonly languages: ReadonlyMap<string, number>
  readonly suppressed: readonly number[]
  readonly suppressedFirst: readonly number[]
}

export interface Understood {
  readonly tokens: readonly LikelyToken[]
  readonly language: string
  /** How likely the model finds that nobody speaks. */
  readonly noSpeech: number
}

/** So many places of a text are written a second way. */
const MOST_RIVALS = 6
/**
 * Writes down what was heard: greedily first, then once more from the places where another token was nearly as likely,
 * and takes what is likeliest as a whole. "to Maro" begins likelier than "tomorrow" now and then, but not for long. A
 * beam would find the same, at the price of its width everywhere. The language is the likeliest where none is given; it
 * costs one step of one token, as what was read before is kept.
 */
export async function understand(
  decoding: Decoding,
  special: SpecialTokens,
  options: WritingLimits & { readonly language: string | undefined },
): Promise<Understood> {
  const first = await decoding.next([special.start])
  const noSpeech = probabilityOf(first, special.noSpeech)
  const { language, task } = taskOf(first, special, options.language)
  const nothing = { decoding, tokens: [], likelihood: 0 }
  const greedy = await writeOn(nothing, task, undefined, special, options)
  return { tokens: await likeliest(greedy, special, options), language, noSpeech }
}

async function likeliest(greedy: Written, special: SpecialTokens, limits: WritingLimits) {
  let best: Way = greedy
  const ways: Way[] = [greedy]
  const rivals = [...greedy.rivals].sort((a, b) => b.share - a.share).slice(0, MOST_RIVALS)
  for (const { decoding, tokens, likelihood, token } of rivals) {
    limits.throwIfUnwanted()
    const begun = {
      decoding,
      tokens: [...tokens, token],
      likelihood: likelihood + Math.log(token.probability),
    }
    const written = await writeOn(begun, [token.id], best, special, limits)
    if (written.likelihood > best.likelihood) best = written
    ways.push(written)
  }
  return judgeTokens(best, ways)
}

/** What the text is to be written in, and the tokens that say so. */
function taskOf(first: Float32Array, special: SpecialTokens, asked: string | undefined) {
  const { languages, transcribe, withoutTimes } = special
  // one that knows only English writes that, whatever it hears
  if (transcribe === undefined || languages.size === 0) return { language: 'en', task: [withoutTimes] }
  const language = asked ?? likeliestLanguage(first, special)
  const chosen = languages.get(language)
  if (chosen === undefined) throw new RangeError(`"${language}" is no language of this model`)
  return { language, task: [chosen, transcribe, withoutTimes] }
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

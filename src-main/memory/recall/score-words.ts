import type { WeighedTerm } from './find-by-words.ts'
import type { Question } from './read-question.ts'
import { splitWords, stemOf } from './split-words.ts'

/** How a text holds the words of a question. */
export interface WordsHeld {
  /** By stem: how often. */
  readonly counts: ReadonlyMap<string, number>
  /** Words in all. */
  readonly length: number
  readonly phrases: number
  readonly pairs: number
}

/** Looks for the stems of a question in a text. */
export function holdWords(text: string, question: Question, asked: ReadonlySet<string>): WordsHeld {
  const stems = splitWords(text).map(stemOf)
  const counts = new Map<string, number>()
  for (const stem of stems) if (asked.has(stem)) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  const phrases = question.phrases.filter((phrase) => holdsPhrase(stems, phrase)).length
  const pairs =
    counts.size < 2
      ? 0
      : question.pairs.filter(([a, b]) => counts.has(a) && counts.has(b) && standNear(stems, a, b)).length
  return { counts, length: stems.length, phrases, pairs }
}

/** How much less the turns beside count, and how much a long turn is discounted. */
export interface CoverageShares {
  readonly before: number
  readonly after: number
  readonly length: number
}

/** Words that a turn of a conversation usually has. */
const USUAL_LENGTH = 16
const LONGEST_COUNTED = 80

/** Share, by weight, of the terms that a turn holds, itself or through the turns beside it. 0 to 1. */
export function coverage(
  terms: readonly WeighedTerm[],
  held: WordsHeld,
  { before, after }: { readonly before: WordsHeld | undefined; readonly after: WordsHeld | undefined },
  shares: CoverageShares,
): number {
  let sum = 0
  let all = 0
  const longer = 1 + shares.length * (Math.min(held.length, LONGEST_COUNTED) / USUAL_LENGTH - 1)
  const own = 1 / Math.max(0.6, longer)
  for (const { stem, weight } of terms) {
    all += weight
    const part =
      (held.counts.has(stem) ? own : 0) +
      (before?.counts.has(stem) ? shares.before : 0) +
      (after?.counts.has(stem) ? shares.after : 0)
    sum += weight * Math.min(1, part)
  }
  return all === 0 ? 0 : sum / all
}

function holdsPhrase(stems: readonly string[], phrase: readonly string[]): boolean {
  return stems.some((_, start) => phrase.every((stem, index) => stems[start + index] === stem))
}

/** Within three words of each other. */
function standNear(stems: readonly string[], a: string, b: string): boolean {
  return stems.some((stem, at) => stem === a && stems.slice(Math.max(0, at - 3), at + 4).includes(b))
}

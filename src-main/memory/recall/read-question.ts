import { isCommonWord } from './common-words.ts'
import { type Interval, readInterval } from './read-interval.ts'
import { entitiesOf, type RowEntity } from './row-entities.ts'
import { fold, splitWords, stemOf } from './split-words.ts'

/** A word that a question asks by. */
export interface Term {
  readonly word: string
  readonly stem: string
}

export interface Question {
  readonly text: string
  readonly terms: readonly Term[]
  /** Stems of words in quotes, and of two that stand side by side. */
  readonly phrases: readonly (readonly string[])[]
  readonly pairs: readonly (readonly [string, string])[]
  readonly entities: readonly RowEntity[]
  /** What may be somebody's name, in lower case: words with a capital, or all where none has one. */
  readonly names: readonly string[]
  readonly interval: Interval | undefined
  readonly asksWhen: boolean
  /** It asks about what was, so what has been replaced since is as good as what holds now. */
  readonly asksAboutPast: boolean
}

const TERMS_MOST = 32
const PAST =
  /\b(?:used to|previous(?:ly)?|former(?:ly)?|before (?:that|moving|now|the|s?he|they|i|we)|before(?=\W*$)|originally|earlier|at first|in the past|back then|old (?:job|address|phone|number|place|flat|apartment|car|plan)|no longer|any ?more|history)\b/i
const WHEN =
  /\b(?:when|what (?:date|day|month|year|time)|which (?:date|day|month|year|week)|how long(?: ago)?|since when)\b/i
const QUOTED = /["“”«»]([^"“”«»]{2,200})["“”«»]/g

/** What a question asks by: its words, phrases, entities and time. */
export function readQuestion(text: string, now: number, timeZone: string): Question {
  const interval = readInterval(text, now, timeZone)
  const words = splitWords(text)
  const telling = words.filter((word) => !isCommonWord(word))
  // a question of common words alone still asks by them
  const asked = [...new Set(telling.length > 0 ? telling : words)].slice(0, TERMS_MOST)
  const seen = new Set<string>()
  const terms: Term[] = []
  for (const word of asked) {
    const stem = stemOf(word)
    if (seen.has(stem)) continue
    seen.add(stem)
    terms.push({ word, stem })
  }
  const phrases = [...text.matchAll(QUOTED)]
    .map(([, quoted = '']) => splitWords(quoted).map(stemOf))
    .filter((phrase) => phrase.length > 1)
  const pairs: [string, string][] = []
  for (let index = 1; index < words.length; index++) {
    const [a = '', b = ''] = [words[index - 1], words[index]]
    if (!isCommonWord(a) && !isCommonWord(b)) pairs.push([stemOf(a), stemOf(b)])
  }
  return {
    text,
    terms,
    phrases,
    pairs,
    entities: entitiesOf(text),
    names: namesIn(text, asked),
    interval,
    asksWhen: WHEN.test(text),
    asksAboutPast: PAST.test(text),
  }
}

function namesIn(text: string, asked: readonly string[]): string[] {
  const capitalised = (text.match(/\p{Lu}[\p{L}\p{M}]+/gu) ?? []).filter((word) => !isCommonWord(fold(word)))
  if (capitalised.length > 0) return [...new Set(capitalised.map((word) => word.toLowerCase()))]
  return asked.filter((word) => /^\p{L}{2,}$/u.test(word))
}

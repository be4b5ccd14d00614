import type { WeighedTerm } from './find-by-words.ts'
import { isOneOf } from './find-speakers.ts'
import { fitsInterval } from './read-interval.ts'
import type { Question } from './read-question.ts'
import { coverage, type WordsHeld } from './score-words.ts'

/** What is known of a row that may answer a question. */
export interface Candidate {
  readonly at: number
  readonly text: string
  readonly speaker: string | undefined
  readonly superseded: boolean
  readonly held: WordsHeld
  readonly before: WordsHeld | undefined
  readonly after: WordsHeld | undefined
  /** Cosines; undefined where a row has no vector. */
  readonly meaning: number | undefined
  readonly meaningBefore: number | undefined
  readonly meaningAfter: number | undefined
  /** It names an e-mail address, a date… that the question names. */
  readonly namesEntity: boolean
}

export interface Scene {
  readonly question: Question
  /** Without the names of speakers. */
  readonly terms: readonly WeighedTerm[]
  /** Speakers that the question names, in lower case. */
  readonly speakers: readonly string[]
  /** Meaning is searched. */
  readonly hasMeaning: boolean
  /** The latest `at` there is among the candidates. */
  readonly latest: number
}

/** Measured with `npm run bench -- recall`. What does not fit takes away, so that a score means the same in any question. */
export const WEIGHTS = {
  words: 0.4,
  wordsPower: 1.15,
  wordsShares: { before: 0.35, after: 0.25, length: 0.3 },
  meaning: { before: 0.08, after: 0.08, low: 0.05, high: 0.75 },
  otherSpeaker: -0.2,
  otherTime: -0.3,
  question: -0.15,
  short: -0.15,
  timeTold: 0.03,
  pair: 0.03,
  phrase: 0.2,
  entity: 0.2,
  recency: 0.01,
  superseded: 0.6,
  /** How sure it is that a question is answered at all: by the best row and by what is nearest in meaning. */
  answered: { best: 0.5, nearest: 0.5, saidByOther: -0.4 },
}

const SHORT_BELOW = 8
const QUESTION_BELOW = 25
const TIME_TOLD =
  /\b(?:yesterday|today|tonight|tomorrow|last|next|ago|this (?:week|month|year|morning|weekend|summer|spring|winter)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december|\d{4}|weekend|recently|just|since|for \w+ years)\b/i
const HALF_A_YEAR_MS = 182 * 86_400_000

/** `relevance`: how well words and meaning fit, 0 to 1; `score`: with all the rest. */
export interface Blended {
  readonly relevance: number
  readonly score: number
  /** The score it would have if it held still. */
  readonly asOfNow: number
}

export function blend(candidate: Candidate, scene: Scene): Blended {
  const { question, terms, speakers } = scene
  const { held, speaker } = candidate
  const w = WEIGHTS
  const words = coverage(terms, held, candidate, w.wordsShares) ** w.wordsPower
  const share = scene.hasMeaning ? (terms.length === 0 ? 0 : w.words) : 1
  const relevance = share * words + (scene.hasMeaning ? (1 - share) * meaningOf(candidate) : 0)
  let score = relevance
  score += w.pair * Math.min(2, held.pairs) + w.phrase * Math.min(1, held.phrases)
  if (candidate.namesEntity) score += w.entity
  if (speakers.length > 0 && !isOneOf(speaker, speakers)) score += w.otherSpeaker
  if (question.interval) score += w.otherTime * (1 - fitsInterval(candidate.at, question.interval))
  if (question.asksWhen && TIME_TOLD.test(candidate.text)) score += w.timeTold
  if (speaker !== undefined) {
    // what is asked back, and "Oh no!", are seldom what was asked for
    if (held.length < QUESTION_BELOW && candidate.text.trimEnd().endsWith('?')) score += w.question
    if (held.length < SHORT_BELOW) score += w.short * (1 - held.length / SHORT_BELOW)
  }
  score += w.recency * 2 ** (-Math.max(0, scene.latest - candidate.at) / HALF_A_YEAR_MS)
  const asOfNow = score
  if (candidate.superseded && !question.asksAboutPast) score *= w.superseded
  return { relevance, score, asOfNow }
}

/**
 * How far the scores of a question's rows, best first, are to be moved so that the best one's tells whether the question
 * is answered: where nothing is near in meaning, or what is best was said by somebody else than it asks about, a good
 * score says little.
 */
export function shiftOfScores(
  best: readonly { readonly candidate: Candidate; readonly score: number }[],
  scene: Scene,
): number {
  const [first] = best
  if (!first) return 0
  const { best: own, nearest, saidByOther } = WEIGHTS.answered
  const { speaker } = first.candidate
  const other = scene.speakers.length > 0 && !isOneOf(speaker, scene.speakers) ? saidByOther : 0
  if (!scene.hasMeaning) return other
  const cosine = Math.max(0, ...best.map(({ candidate }) => candidate.meaning ?? 0))
  return own * first.score + nearest * cosine + other - first.score
}

/** Cosines of the row and, where it stands in a conversation, of those beside it; brought from 0 to 1. */
function meaningOf({ meaning, meaningBefore, meaningAfter }: Candidate): number {
  const { before, after, low, high } = WEIGHTS.meaning
  const scaled = (cosine: number | undefined) =>
    cosine === undefined ? 0 : Math.max(0, Math.min(1, (cosine - low) / (high - low)))
  const own = scaled(meaning)
  const beside = (cosine: number | undefined) => (cosine === undefined ? own : scaled(cosine))
  return (1 - before - after) * own + before * beside(meaningBefore) + after * beside(meaningAfter)
}

import type { Candidate, Scene } from './blend.ts'
import { isOneOf } from './find-speakers.ts'
import { fitsInterval } from './read-interval.ts'

const WORDS_MOST = 4
const QUOTED_MOST = 60
const CLOSE_FROM = 0.35

/** In words of a user how a row was found. */
export function whyFound(
  candidate: Candidate,
  { question, terms, speakers }: Scene,
  before: { readonly text: string } | undefined,
): string {
  const own = terms.filter(({ stem }) => candidate.held.counts.has(stem)).sort((a, b) => b.weight - a.weight)
  const parts: string[] = []
  if (own.length > 0) parts.push(`holds ${listed(own.slice(0, WORDS_MOST).map(({ word }) => `"${word}"`))}`)
  if ((candidate.meaning ?? 0) >= CLOSE_FROM) parts.push('close in meaning')
  const after = terms.some(
    ({ stem }) => candidate.before?.counts.has(stem) && !candidate.held.counts.has(stem),
  )
  if (before && after) parts.push(`said right after "${shortened(before.text)}"`)
  const speaker = candidate.speaker
  if (isOneOf(speaker, speakers)) parts.push(`${speaker} said it`)
  if (candidate.namesEntity) parts.push(`names ${listed(question.entities.map(({ text }) => text))}`)
  if (question.interval && fitsInterval(candidate.at, question.interval) > 0)
    parts.push(`from ${question.interval.text.replace(/^(?:in|on|during|from|of)\s+/i, '')}`)
  if (candidate.superseded) parts.push('it held before')
  const said = parts.length > 0 ? parts.join('; ') : 'the nearest there is'
  return said[0]?.toUpperCase() + said.slice(1)
}

const shortened = (text: string): string =>
  text.length <= QUOTED_MOST ? text : `${text.slice(0, QUOTED_MOST - 1).trimEnd()}…`

const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

import { chooseCut } from '../speech/choose-cut.ts'
import type { Stretch } from '../speech/speech-track.ts'
import { SAMPLE_RATE } from '../transcriber.ts'

/** What is known of an utterance when it is asked what to understand next. Places in samples. */
export interface Situation {
  /** Speech that is not understood for good. */
  readonly speech: readonly Stretch[]
  /** How far speech is known. */
  readonly known: number
  /** No more audio will come, and all of it is known. */
  readonly complete: boolean
  /** Whether somebody sees what is understood so far. */
  readonly partials: boolean
  /** End of the speech that was last tried, at this beginning. */
  readonly tried: number
  readonly quietest: (from: number, to: number) => number
}

/** Understand speech for good up to a place, provisionally, or wait for more; 'end': all is understood. */
export type NextHearing =
  | { readonly kind: 'settle'; readonly speech: readonly Stretch[]; readonly upTo: number }
  | { readonly kind: 'try'; readonly speech: readonly Stretch[] }
  | { readonly kind: 'wait' }
  | { readonly kind: 'end' }

/** New speech after which what is understood so far is told again. */
const TRY_EVERY = SAMPLE_RATE
/** After so much silence the last words are tried without waiting for more: they are ready when the key goes up. */
const TRY_AFTER_SILENCE = Math.round(0.2 * SAMPLE_RATE)

export function nextHearing(situation: Situation): NextHearing {
  const { speech, known, complete, partials, tried, quietest } = situation
  const cut = chooseCut(speech, known, quietest)
  if (cut !== undefined) return { kind: 'settle', speech: upTo(speech, cut), upTo: cut }
  const last = speech.at(-1)
  if (complete) return last ? { kind: 'settle', speech, upTo: known } : { kind: 'end' }
  if (!partials || !last || last.to <= tried) return { kind: 'wait' }
  const paused = known - last.to >= TRY_AFTER_SILENCE
  const first = speech[0] as Stretch
  return paused || last.to - Math.max(tried, first.from) >= TRY_EVERY
    ? { kind: 'try', speech }
    : { kind: 'wait' }
}

/** Speech before a place, cut there where it goes on beyond it. */
const upTo = (speech: readonly Stretch[], place: number): Stretch[] =>
  speech.filter(({ from }) => from < place).map(({ from, to }) => ({ from, to: Math.min(to, place) }))

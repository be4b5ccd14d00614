import { SAMPLE_RATE } from '../transcriber.ts'
import type { Stretch } from './speech-track.ts'

/** How long a pause must be to cut there, by the length of the speech before it; both in seconds. */
const PAUSES = [
  { speech: 0, pause: 3 },
  { speech: 4, pause: 1.5 },
  { speech: 8, pause: 0.8 },
  { speech: 14, pause: 0.45 },
  { speech: 20, pause: 0.2 },
] as const
/** Whisper hears 30 s at once; with a little silence around it. */
const LONGEST = 28
/** Whoever speaks so long without a pause is cut at the best place of the end. */
const LOOKED_BACK = 8

/**
 * Where the open part of a long dictation can be cut, so that what is before it is understood for good: in the middle
 * of a pause, the sooner the longer it is. `speech` is what is open; `known` how far it is known. Undefined: not yet.
 * A place inside a stretch is given only where nobody pauses for half a minute: then the `quietest` one there.
 */
export function chooseCut(
  speech: readonly Stretch[],
  known: number,
  quietest: (from: number, to: number) => number,
): number | undefined {
  const first = speech[0]
  if (!first) return undefined
  const limit = first.from + LONGEST * SAMPLE_RATE
  for (const [index, { to }] of speech.entries()) {
    if (to > limit) break
    const next = speech[index + 1]
    const pause = ((next?.from ?? known) - to) / SAMPLE_RATE
    const length = (to - first.from) / SAMPLE_RATE
    if (!PAUSES.some((each) => length >= each.speech && pause >= each.pause)) continue
    // the end of the last pause is not known yet: half of what must have passed belongs to each side
    return next ? Math.round((to + next.from) / 2) : Math.round((to + known) / 2)
  }
  if (known < limit) return undefined
  const earliest = limit - LOOKED_BACK * SAMPLE_RATE
  const pauses = speech.flatMap(({ to }, index) => {
    const next = speech[index + 1]
    return next && to > earliest && next.from < limit ? [{ from: to, to: next.from }] : []
  })
  const longest = pauses.sort((a, b) => b.to - b.from - (a.to - a.from))[0]
  return longest ? Math.round((longest.from + longest.to) / 2) : quietest(earliest, limit)
}

import { SAMPLE_RATE } from '../transcriber.ts'

/** Samples that the detector judges at once (Silero's window at 16 kHz): 32 ms. */
export const FRAME = 512

/** A stretch of speech; places in samples from the beginning of the recording. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** Silero's own values: speech begins above the one, and ends below the other. */
const BEGINS_ABOVE = 0.5
const ENDS_BELOW = 0.35
/** Shorter silence is a part of speech, e.g. before a plosive. */
const SHORTEST_PAUSE = Math.round(0.1 * SAMPLE_RATE)
/** Shorter speech is a click or a breath. */
const SHORTEST_SPEECH = Math.round(0.09 * SAMPLE_RATE)

/** Where somebody speaks, from the detector's probabilities frame by frame. */
export interface SpeechTrack {
  /** Place up to which it is known. */
  readonly known: number
  readonly speaking: boolean
  /** In order; the last one may still grow. */
  readonly stretches: readonly Stretch[]
  /** The detector's probability for the next frame. */
  push(probability: number): void
  /** Forgets speech before a place. */
  dropBefore(place: number): void
}

export function createSpeechTrack(): SpeechTrack {
  let known = 0
  let stretches: Stretch[] = []
  /** Speech that has begun: its first frame, and the end of its last one so far. */
  let open: { from: number; to: number } | undefined

  const close = () => {
    if (!open) return
    const { from, to } = open
    open = undefined
    if (to - from < SHORTEST_SPEECH) return
    const before = stretches.at(-1)
    if (before && from - before.to < SHORTEST_PAUSE)
      stretches[stretches.length - 1] = { from: before.from, to }
    else stretches.push({ from, to })
  }
  return {
    get known() {
      return known
    },
    get speaking() {
      return open !== undefined && open.to - open.from >= SHORTEST_SPEECH
    },
    get stretches() {
      return open && open.to - open.from >= SHORTEST_SPEECH ? [...stretches, { ...open }] : stretches
    },
    push: (probability) => {
      const from = known
      known += FRAME
      if (probability >= BEGINS_ABOVE || (open && probability >= ENDS_BELOW)) {
        open ??= { from, to: known }
        open.to = known
      } else if (open && known - open.to >= SHORTEST_PAUSE) close()
    },
    dropBefore: (place) => {
      stretches = stretches
        .filter(({ to }) => to > place)
        .map(({ from, to }) => ({ from: Math.max(from, place), to }))
      if (open) open.from = Math.max(open.from, Math.min(place, open.to))
    },
  }
}

import type { AudioBuffer } from '../audio/audio-buffer.ts'
import { SAMPLE_RATE } from '../transcriber.ts'

/** Long enough to be between two words, short enough to be found there. */
const SPAN = Math.round(0.08 * SAMPLE_RATE)
const STEP = SPAN / 4

/** The middle of the quietest short span of some audio; of equally quiet ones the last. */
export function quietestPlace(audio: AudioBuffer, from: number, to: number): number {
  const samples = audio.slice(from, to)
  let place = samples.length
  let least = Number.POSITIVE_INFINITY
  for (let at = 0; at + SPAN <= samples.length; at += STEP) {
    let energy = 0
    for (let index = at; index < at + SPAN; index++) energy += (samples[index] as number) ** 2
    if (energy <= least) [least, place] = [energy, at + SPAN / 2]
  }
  return from + Math.round(place)
}

import type { SpeechTrack } from '../speech/speech-track.ts'
import { SAMPLE_RATE, type UtteranceOptions } from '../transcriber.ts'

const END_AFTER_MS = 1_000
const GIVE_UP_AFTER_MS = 8_000

/** Tells when somebody begins and stops to speak, and when a recording without a key is over. */
export function createListening({ onSpeech, handsFree }: UtteranceOptions): {
  heard(track: Pick<SpeechTrack, 'speaking' | 'known'>): void
} {
  const { onEnd, endAfterMs = END_AFTER_MS, giveUpAfterMs = GIVE_UP_AFTER_MS } = handsFree ?? {}
  let speaking = false
  let spoken = false
  let silentSince = 0
  let over = false
  return {
    heard: (track) => {
      if (track.speaking !== speaking) {
        speaking = track.speaking
        spoken = true
        onSpeech?.(speaking)
      }
      if (speaking) silentSince = track.known
      const silentMs = ((track.known - silentSince) / SAMPLE_RATE) * 1_000
      if (over || silentMs < (spoken ? endAfterMs : giveUpAfterMs)) return
      over = true
      onEnd?.(spoken ? 'silence' : 'nothing-said')
    },
  }
}

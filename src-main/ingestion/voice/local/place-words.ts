import type { Stretch } from '../speech/speech-track.ts'
import { SAMPLE_RATE, type TranscribedWord } from '../transcriber.ts'
import type { ReadWord } from '../whisper/read-words.ts'

/**
 * Times of words: the model tells none, so the speech that was found is shared out by the words' lengths. Good for
 * "where was that said", not for cutting.
 */
export function placeWords(
  words: readonly ReadWord[],
  speech: readonly Stretch[],
  audioEnd: number,
): TranscribedWord[] {
  const spoken = speech.reduce((sum, { from, to }) => sum + to - from, 0)
  const letters = words.reduce((sum, { text }) => sum + text.length, 0)
  let before = 0
  return words.map(({ text, confidence }) => {
    const start = Math.min(placeAt((before / letters) * spoken, speech), audioEnd)
    before += text.length
    const end = Math.min(placeAt((before / letters) * spoken, speech), audioEnd)
    return { text, start: seconds(start), end: seconds(end), confidence: Math.round(confidence * 100) / 100 }
  })
}

/** The place after so many samples of speech. */
function placeAt(samples: number, speech: readonly Stretch[]): number {
  let left = samples
  for (const { from, to } of speech) {
    if (left <= to - from) return from + left
    left -= to - from
  }
  return speech.at(-1)?.to ?? 0
}

const seconds = (samples: number) => Math.round((samples / SAMPLE_RATE) * 100) / 100

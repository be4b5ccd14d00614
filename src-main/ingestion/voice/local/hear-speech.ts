import type { AudioBuffer } from '../audio/audio-buffer.ts'
import type { Stretch } from '../speech/speech-track.ts'
import { type ListeningOptions, SAMPLE_RATE } from '../transcriber.ts'
import type { HeardText } from '../whisper/load-whisper.ts'
import { withoutInvented } from './invented.ts'
import type { Heard } from './join-heard.ts'
import { placeWords } from './place-words.ts'
import { spellNames } from './spell-names.ts'

/** The detector may come late to a soft beginning, and leave early from a soft end. */
const MARGIN = Math.round(0.25 * SAMPLE_RATE)

/** Speech that is to be understood. */
export interface Spoken {
  readonly samples: Float32Array
  readonly language?: string
  readonly vocabulary: readonly string[]
}

/** Whatever turns speech into text. Rejects with TranscriberError, or with the signal's reason. */
export type HearText = (spoken: Spoken, signal: AbortSignal) => Promise<HeardText>

/** Understands stretches of speech as one: with a little of what is around them, but nothing of a neighbour's. */
export async function hearSpeech(
  hear: HearText,
  audio: AudioBuffer,
  part: { readonly stretches: readonly Stretch[]; readonly after: number; readonly upTo: number },
  { language, vocabulary = [], knownNames = [] }: ListeningOptions,
  signal: AbortSignal,
): Promise<Heard> {
  const { stretches, after, upTo } = part
  const from = Math.max((stretches[0] as Stretch).from - MARGIN, after)
  const to = Math.min((stretches.at(-1) as Stretch).to + MARGIN, upTo)
  const answer = await hear(
    {
      samples: audio.slice(from, to),
      vocabulary,
      ...(language === undefined ? {} : { language }),
    },
    signal,
  )
  const spoken = stretches.reduce((sum, each) => sum + each.to - each.from, 0) / SAMPLE_RATE
  const words = spellNames(answer.words, vocabulary, knownNames)
  // words with spaces between them are the text; in other scripts and from an endpoint the text stays as it is
  const isText = answer.words.map(({ text }) => text).join(' ') === answer.text
  const spelled = isText ? words.map(({ text }) => text).join(' ') : answer.text
  const text = withoutInvented({ ...answer, text: spelled }, spoken)
  return {
    text,
    language: answer.language,
    confidence: answer.confidence,
    // the last frame may reach beyond the recording
    words: text === '' ? [] : placeWords(words, stretches, audio.end),
  }
}

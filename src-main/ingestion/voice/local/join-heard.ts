import type { TranscribedWord, Transcript } from '../transcriber.ts'

/** A part of an utterance as it was understood; its text is '' where nothing was said. */
export interface Heard {
  readonly text: string
  readonly language: string
  readonly confidence: number
  readonly words: readonly TranscribedWord[]
}

/** Languages that put no space between sentences. */
const WITHOUT_SPACES = ['zh', 'ja', 'th', 'lo', 'my', 'km', 'bo', 'yue']

/** The parts as one; language and confidence by how much of the text they hold for. */
export function joinHeard(
  parts: readonly Heard[],
): Required<Pick<Transcript, 'text' | 'language' | 'words' | 'confidence' | 'heard'>> {
  const letters = new Map<string, number>()
  for (const { language, text } of parts) letters.set(language, (letters.get(language) ?? 0) + text.length)
  const language = [...letters].sort(([, a], [, b]) => b - a)[0]?.[0] ?? ''
  const length = parts.reduce((sum, { text }) => sum + text.length, 0)
  const sure = parts.reduce((sum, { text, confidence }) => sum + confidence * text.length, 0)
  return {
    text: parts.map(({ text }) => text).join(WITHOUT_SPACES.includes(language) ? '' : ' '),
    language,
    words: parts.flatMap(({ words }) => words),
    confidence: length === 0 ? 0 : Math.round((sure / length) * 100) / 100,
    heard: length > 0,
  }
}

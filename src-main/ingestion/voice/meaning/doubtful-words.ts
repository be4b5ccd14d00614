import type { TranscribedWord } from '../transcriber.ts'

type Heard = Pick<TranscribedWord, 'text' | 'confidence'>

/** A word less likely than this was often another one. */
const DOUBTFUL = 0.55

const bare = (word: string) => word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean)

/**
 * Words of the message that may have been misheard, as they are written in it. What was rewritten ("nine thirty" as
 * "9:30") is as doubtful as the words it was made of: those between its neighbours that stayed as they were.
 */
export function doubtfulWords(message: string, words: readonly Heard[] = []): string[] {
  const written = wordsOf(message)
  const spoken = words.map(({ text, confidence }) => ({ word: bare(text), doubtful: confidence < DOUBTFUL }))
  const doubtful = new Set<string>()
  let [from, start] = [0, 0]
  const between = (to: number, end: number) => {
    if (spoken.slice(from, to).some((each) => each.doubtful))
      for (const word of written.slice(start, end)) doubtful.add(word)
  }
  for (const [at, word] of written.entries()) {
    const same = spoken.findIndex(
      (each, index) => index >= from && each.word === bare(word) && each.word !== '',
    )
    if (same === -1) continue
    between(same, at)
    if (spoken[same]?.doubtful) doubtful.add(word)
    ;[from, start] = [same + 1, at + 1]
  }
  between(spoken.length, written.length)
  return [...doubtful]
}

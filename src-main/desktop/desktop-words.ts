import { wordsOf } from '../../src-words/spoken-here.ts'
import { type Language, languageFor, type Words } from '../../src-words/words.ts'

/** What the desktop itself says, in the operator's language, which may change. */
export interface DesktopWords extends Pick<Words, 't' | 'n' | 'said'> {
  /** Answers whether that is another language than before. */
  speak(chosen: Language | 'system', preferred: readonly string[]): boolean
}

export function createDesktopWords(): DesktopWords {
  let words = wordsOf('en')
  return {
    t: (text, values) => words.t(text, values),
    n: (count, one, other, values) => words.n(count, one, other, values),
    said: (sentence) => words.said(sentence),
    speak: (chosen, preferred) => {
      const language = languageFor(chosen, preferred)
      if (language === words.language) return false
      words = wordsOf(language)
      return true
    },
  }
}

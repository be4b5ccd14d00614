import { wordsOf } from '../src-words/spoken-here.ts'
import type { Language, Values } from '../src-words/words.ts'

// what is said in a page is in one language: a change of it draws the page anew (`LanguageBoundary`)
let words = wordsOf('en')

/** The language that the page speaks. */
export const language = (): Language => words.language

/** A text of the interface in the operator's language; `{name}` in it stands for a value. */
export const t = (text: string, values?: Values): string => words.t(text, values)

/** A text for so many of something: its form for one and for others; `{count}` in it is the number. */
export const n = (count: number, one: string, other: string, values?: Values): string =>
  words.n(count, one, other, values)

/** What the agent said, in the operator's language; what nobody has translated stays as it is. */
export const said = (sentence: string): string => words.said(sentence)

/** From now on the page speaks this language. */
export function speakLanguage(wanted: Language): void {
  if (wanted !== words.language) words = wordsOf(wanted)
}

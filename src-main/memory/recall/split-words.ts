import { stemWord } from './stem-word.ts'

const WORD = /[\p{L}\p{N}]+/gu
const BEYOND_ASCII = /[\u0080-\uffff]/
const STEMS_MOST = 50_000
const stems = new Map<string, string>()

/** Lower case, without accents. */
export const fold = (text: string): string =>
  (BEYOND_ASCII.test(text) ? text.normalize('NFD').replace(/\p{M}/gu, '') : text).toLowerCase()

/** The words of a text, folded, in order, as the words index splits them. */
export const splitWords = (text: string): string[] => fold(text).match(WORD) ?? []

/** The stem of a folded word. */
export function stemOf(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  const stem = stemWord(word)
  if (stems.size >= STEMS_MOST) stems.clear()
  stems.set(word, stem)
  return stem
}

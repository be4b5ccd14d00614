import { createSay } from './sentences.ts'

/** English texts as keys, each with what it is in another language. `{name}` stands for a value. */
export type Catalogue = Readonly<Record<string, string>>
export type Values = Readonly<Record<string, string | number>>

/** The languages the interface is written in. */
export const LANGUAGES = ['en', 'de'] as const
export type Language = (typeof LANGUAGES)[number]

export interface Words {
  readonly language: Language
  /** The text in this language; one that the catalogue lacks stays English. */
  t(text: string, values?: Values): string
  /** The text for so many; `{count}` is the number, written as the language does. */
  n(count: number, one: string, other: string, values?: Values): string
  /** What the agent said, which comes in English with its values in it. */
  said(sentence: string): string
}

/** What the interface says, in the language of a catalogue. */
export function createWords(language: Language, catalogue: Catalogue): Words {
  const numbers = new Intl.NumberFormat(language)
  const plural = new Intl.PluralRules(language)
  const say = (text: string, values: Values = {}) =>
    (catalogue[text] ?? text).replace(/\{(\w+)\}/g, (hole, name: string) => {
      const value = values[name]
      return value === undefined ? hole : typeof value === 'number' ? numbers.format(value) : value
    })
  return {
    language,
    t: say,
    n: (count, one, other, values) => say(plural.select(count) === 'one' ? one : other, { count, ...values }),
    said: createSay(catalogue),
  }
}

/** The language that is spoken here of those that a person or their system prefers, the first choice first. */
export function languageFor(chosen: Language | 'system', preferred: readonly string[]): Language {
  if (chosen !== 'system') return chosen
  for (const tag of preferred) {
    const found = LANGUAGES.find((language) => tag.toLowerCase().split(/[-_]/)[0] === language)
    if (found) return found
  }
  return 'en'
}

/** Languages that are written from right to left, by their tag. */
const RIGHT_TO_LEFT = /^(?:ar|arc|ckb|dv|fa|he|nqo|ps|sd|syr|ug|ur|yi)(?:[-_]|$)/i

/** Which way a language is written: the side on which everything begins. */
export const directionOf = (tag: string): 'ltr' | 'rtl' => (RIGHT_TO_LEFT.test(tag) ? 'rtl' : 'ltr')

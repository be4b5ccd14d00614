import type { Catalogue } from './words.ts'

/** Translates a sentence that was made elsewhere, with its values in it; one that it does not know stays as it is. */
export type Say = (sentence: string) => string

interface Template {
  readonly pattern: RegExp
  readonly holes: readonly string[]
  readonly german: string
  /** Characters that stand in it themselves: the more of them fit, the surer it is meant. */
  readonly weight: number
}

const HOLE = /\{(\w+)\}/g
/** Nobody writes longer ones; what is longer holds something that was read. */
const LONGEST = 2_000
const SENTENCE_END = /(?<=[.!?…])\s+/g

/**
 * Knows what the agent says by how it is written in its source: the texts of `catalogue`, whose holes stand for values. The
 * journal keeps what was said in English; it is translated where it is shown. Values are left as they are, unless they
 * are sentences themselves. Several sentences, one behind the other, may each be known.
 */
export function createSay(catalogue: Catalogue): Say {
  const byStart = new Map<string, Template[]>()
  for (const [english, german] of Object.entries(catalogue)) {
    // without a word of its own it would fit anything
    if (!/\{\w+\}/.test(english) || !/\p{L}/u.test(english.replace(HOLE, ''))) continue
    const start = startOf(english)
    byStart.set(start, [...(byStart.get(start) ?? []), templateOf(english, german)])
  }
  for (const templates of byStart.values()) templates.sort((a, b) => b.weight - a.weight)

  const whole = (sentence: string): string | undefined => {
    const exact = catalogue[sentence]
    if (exact !== undefined) return exact
    for (const start of [startOf(sentence), ''])
      for (const { pattern, holes, german } of byStart.get(start) ?? []) {
        const values = pattern.exec(sentence)?.slice(1)
        if (values) return german.replace(HOLE, (_, name: string) => say(values[holes.indexOf(name)] ?? ''))
      }
    return undefined
  }
  const say = (text: string): string => (text.length > LONGEST ? text : (whole(text) ?? parts(text) ?? text))
  const parts = (text: string): string | undefined => {
    for (const { index, 0: gap } of text.matchAll(SENTENCE_END)) {
      const first = whole(text.slice(0, index))
      const rest = text.slice(index + gap.length)
      if (first !== undefined) return `${first}${gap}${say(rest)}`
    }
    return undefined
  }
  return say
}

/** The first word, where it is no value: what a sentence is looked up by. */
const startOf = (text: string): string => /^[^\s{}]+(?=\s|$)/.exec(text)?.[0] ?? ''

function templateOf(english: string, german: string): Template {
  const holes = [...english.matchAll(HOLE)].map(([, name]) => name as string)
  const literals = english.split(/\{\w+\}/)
  const pattern = literals
    .map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('([\\s\\S]+)')
  return {
    pattern: new RegExp(`^${pattern}$`),
    holes,
    german,
    weight: literals.reduce((sum, { length }) => sum + length, 0),
  }
}

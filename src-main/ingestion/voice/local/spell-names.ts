import { distance } from 'fastest-levenshtein'
import type { ReadWord } from '../whisper/read-words.ts'

/** Above this the model knows the word, however much it sounds like a name. */
const SURE = 0.7
/** Share of the sounds that must be the same. */
const ALIKE = 0.7
/** A name may be heard as so many words. */
const MOST_WORDS = 3

/** Shorter ones sound like too much else. */
const SHORTEST_KNOWN = 4

/**
 * Spells the speaker's own names: words that the model is not sure of and that sound like one of them become it. What
 * is in the speaker's `vocabulary` was put there for it, and takes the place of all that sounds the same; `known` names
 * only that of a word which is written like a name. A prompt with the names would do the same before, but was measured
 * to spoil words around them.
 */
export function spellNames(
  words: readonly ReadWord[],
  vocabulary: readonly string[],
  known: readonly string[] = [],
): ReadWord[] {
  const own = vocabulary.map((name) => ({ name, sound: soundOf(name), chosen: true }))
  const others = known
    .flatMap((name) => [name, ...name.split(' ')])
    .filter((name) => name.length >= SHORTEST_KNOWN)
    .map((name) => ({ name, sound: soundOf(name), chosen: false }))
  return spell(
    words,
    [...own, ...others].filter(({ sound }) => sound.length >= 3),
  )
}

interface Name {
  readonly name: string
  readonly sound: string
  readonly chosen: boolean
}

/** The likeliest name of all first; what is left and right of it by itself. */
function spell(words: readonly ReadWord[], names: readonly Name[]): ReadWord[] {
  const best = words
    .flatMap((_, at) => namesAt(words, at, names))
    .sort((a, b) => b.alike - a.alike || a.length - b.length)[0]
  if (!best) return [...words]
  return [
    ...spell(words.slice(0, best.at), names),
    { text: best.text, confidence: best.confidence },
    ...spell(words.slice(best.at + best.length), names),
  ]
}

function namesAt(words: readonly ReadWord[], at: number, names: readonly Name[]) {
  return Array.from({ length: MOST_WORDS }, (_, index) => words.slice(at, at + index + 1))
    .filter((group, index) => group.length === index + 1 && isOneBreath(group))
    .flatMap((group) => {
      const said = group.map(({ text }) => text).join(' ')
      const [, before = '', letters = '', after = ''] =
        /^([^\p{L}\p{N}]*)(.*?)((?:['’]s)?[^\p{L}\p{N}]*)$/su.exec(said) ?? []
      const confidences = group.map((word) => word.confidence)
      const unsure = Math.max(...confidences) < SURE
      const likeName = group.every(({ text }) => /^[^\p{L}]*\p{Lu}/u.test(text))
      return names
        .map(({ name, sound, chosen }) => ({ name, chosen, alike: likeness(soundOf(letters), sound) }))
        .filter(
          ({ name, chosen, alike }) =>
            letters !== name &&
            (chosen ? alike === 1 || (alike >= ALIKE && unsure) : alike >= ALIKE && unsure && likeName),
        )
        .map(({ name, alike }) => ({
          at,
          text: `${before}${name}${after}`,
          alike,
          length: group.length,
          confidence: Math.min(...confidences),
        }))
    })
}

/** Words with a full stop or comma between them are no one name. */
const isOneBreath = (group: readonly ReadWord[]): boolean =>
  group.slice(0, -1).every(({ text }) => /[\p{L}\p{N}]$/u.test(text))

const likeness = (one: string, other: string): number =>
  one === '' ? 0 : 1 - distance(one, other) / Math.max(one.length, other.length)

/** Whether one may be heard as the other. */
export const soundsAlike = (one: string, other: string): boolean =>
  likeness(soundOf(one), soundOf(other)) >= ALIKE

/** Letters that often stand for the same sound, as one; vowels told apart little, as they are heard least surely. */
function soundOf(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/ph/g, 'f')
    .replace(/d[gj]|g(?=[ei])/g, 'j')
    .replace(/ck|q|c(?![hi])/g, 'k')
    .replace(/[zß]/g, 's')
    .replace(/w/g, 'v')
    .replace(/[aeiouy]+/g, (vowels) => (/[ou]/.test(vowels) ? 'o' : 'a'))
    .replace(/(.)\1+/g, '$1')
}

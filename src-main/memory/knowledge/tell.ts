import type { FactSubject } from '../memory.ts'
import { aboutChain, type NounChain, nounChain, subjectOf } from './noun-chain.ts'
import { bareValue, isPropertyValue, isValue, pointsElsewhere } from './property-values.ts'

/** What a statement says of its subject. `value` is what two statements about the same are compared by. */
export interface Told {
  readonly about?: FactSubject
  readonly value?: string
  readonly changed?: boolean
}

/** `undefined`: the form does not fit after all; `{}`: a fact, but about what is not sure. */
export type Reading = Told | undefined

/** A way to say something: what is said is read from the groups of the pattern. */
export interface Form {
  readonly pattern: RegExp
  read(parts: Readonly<Record<string, string | undefined>>): Reading
}

export const WHO = `(?<who>I|we|you can reach|.{2,80}?)`
/** "has", "have" and what may come after it. */
export const HAS = `(?: have| has|'ve|'s)?(?: just| recently| now| finally| already)?`
const ACTOR: Readonly<Record<string, string>> = { i: 'operator', we: 'us' }

const EVENTS =
  /^(?:meeting|appointment|call|party|workshop|interview|exam|lesson|class|lunch|dinner|deadline|standup|session|match|game|concert|wedding|conference)$/

/** Somebody or something that acts: a name, "I", "we", "my sister", "the office". */
export function actor(words: string | undefined): { subject: string; chain?: NounChain } | undefined {
  const own = ACTOR[(words ?? '').toLowerCase()]
  if (own) return { subject: own }
  const chain = nounChain(words ?? '')
  if (!chain || (!chain.name && !chain.owned && !/^the /i.test(words ?? ''))) return undefined
  return { subject: subjectOf(chain), chain }
}

/** Something of somebody, by the name that all wordings of it share. */
export const tell = (
  who: string | undefined,
  attribute: string,
  value: string,
  changed?: boolean,
): Reading => {
  const acting = actor(who)
  if (!acting || pointsElsewhere(value)) return undefined
  if (!isValue(value)) return {}
  return { about: { subject: acting.subject, attribute }, value, ...(changed ? { changed } : {}) }
}

/** "<phrase> is <words>": the value of a property. */
export const property = (
  phrase: string | undefined,
  words: string | undefined,
  changed: boolean,
): Reading => {
  const chain = nounChain(phrase ?? '')
  if (!chain) return undefined
  const value = bareValue(words ?? '')
  const about = aboutChain(chain)
  if (!about || !isPropertyValue(chain, value)) return undefined
  const now = changed || chain.isNew || /^now\s|[,\s](?:now|from now on|instead)$/i.test(words ?? '')
  return { about, value, ...(now ? { changed: true } : {}) }
}

/** What has a time, where others have a place. */
export const isEvent = (who: string | undefined): boolean =>
  EVENTS.test(nounChain(who ?? '')?.items.at(-1) ?? '')

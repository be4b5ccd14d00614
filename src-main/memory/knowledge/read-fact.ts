import type { FactSubject } from '../memory.ts'
import { CHANGED_FORMS } from './changed-forms.ts'
import { ownSentences } from './own-sentences.ts'
import { PERSON_FORMS } from './person-forms.ts'
import { plainStatement } from './plain-statement.ts'
import { PROPERTY_FORMS } from './property-forms.ts'
import type { Form, Told } from './tell.ts'

/** A fact in its writer's own words. Without `about` it is not sure what a later one would have to be about to replace it. */
export interface ReadFact {
  readonly text: string
  readonly about?: FactSubject
  readonly changed: boolean
}

/** The value told of what the fact is about, to compare it by. */
export interface ComparableFact extends ReadFact {
  readonly value?: string
}

/** From the most particular to the most general: the first that reads a statement has it. */
const FORMS: readonly Form[] = [...CHANGED_FORMS, ...PERSON_FORMS, ...PROPERTY_FORMS]

/** Several sentences are as a rule an account, not a list of facts. */
const FACTS_MOST = 12

/**
 * The facts that a person's own words state, by rule and without a model. Careful: questions, commands, conditions,
 * guesses, hearsay, quotations and denials give none, and a sentence of a form that is not known gives none either.
 */
export function readFacts(text: string): ReadFact[] {
  return comparableFacts(text).map(({ value: _, ...fact }) => fact)
}

export function comparableFacts(text: string): ComparableFact[] {
  return ownSentences(text)
    .flatMap(({ text: sentence, changed }) =>
      statementsIn(sentence).map((one) => ({ ...one, changed: one.changed || changed })),
    )
    .slice(0, FACTS_MOST)
}

/** "… and our printer is a Brother": two statements, where each has a subject of its own. */
const JOINT = /,? (?:and|but) (?=(?:my|our|I|we|the|\p{Lu}\p{L}+(?:'s)?) )/u

function statementsIn(sentence: string): ComparableFact[] {
  const statement = plainStatement(sentence)
  if (statement === undefined) return []
  const parts = statement.split(JOINT)
  if (parts.length > 1) {
    const read = parts.map(factOf)
    if (read.every((fact) => fact !== undefined)) return read
  }
  return [factOf(statement) ?? []].flat()
}

function factOf(statement: string): ComparableFact | undefined {
  const spelledOut = statement.replace(/\bI'm\b/g, 'I am').replace(/\b(we)'re\b/gi, '$1 are')
  for (const { pattern, read } of FORMS) {
    const match = pattern.exec(spelledOut)
    const told: Told | undefined = match ? read(match.groups ?? {}) : undefined
    if (told) return { text: statement, ...told, changed: told.changed ?? false }
  }
  return undefined
}

/** What a text that is one fact is about; undefined where it is none, or several. */
export function aboutOf(
  text: string,
): { readonly about: FactSubject; readonly changed: boolean } | undefined {
  const [fact, another] = readFacts(text)
  return fact?.about && !another ? { about: fact.about, changed: fact.changed } : undefined
}

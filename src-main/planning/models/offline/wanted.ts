import type { Command } from '../../../ingestion/language/language.ts'
import type { Clause } from '../../../vocabulary/entity.ts'
import type { ResultForModel } from '../../model.ts'
import { asObject, asText } from './steps/step.ts'

/** One of the things that the operator may have meant. */
export interface Choice {
  /** As it is offered, in words that would have been understood. */
  readonly label: string
  /** What it comes to, clause by clause. */
  readonly does: readonly {
    readonly clause: Pick<Clause, 'text' | 'acts' | 'entities'>
    readonly command: Command
  }[]
}

/** The operator is asked what a clause means before anything is done. */
export interface Offer {
  readonly do: 'offer'
  readonly words: string
  readonly choices: readonly Choice[]
}

/** What a clause comes to. */
export type Wanted = Command | Offer

/** How a clause of the operator's words is read. */
export type ReadClause = (clause: Pick<Clause, 'text' | 'entities'>) => Wanted

export const NONE_OF_THESE = 'None of these'

/** The choice that an answer makes: its label, its number, or a yes to the only one. */
export function choiceIn({ choices }: Offer, answer: string): Choice | undefined {
  const said = answer.trim()
  if (/^\d+$/.test(said)) return choices[Number(said) - 1]
  const named = choices.find(({ label }) => label.toLowerCase() === said.toLowerCase())
  return (
    named ??
    (choices.length === 1 && /^(?:y|yes|yeah|yep|sure|ok(?:ay)?|right|exactly)\b/i.test(said)
      ? choices[0]
      : undefined)
  )
}

/** The command that was carried out in the end; undefined where the operator chose none. */
export function carriedOut(wanted: Wanted, results: readonly ResultForModel[]): Command | undefined {
  if (wanted.do !== 'offer') return wanted
  const asked = results.find(({ tool, ok }) => tool === 'operator.ask' && ok)
  return choiceIn(wanted, asText(asObject(asked?.data).answer))?.does.at(-1)?.command
}

import { readCommand, readIntent } from '../../../../ingestion/language/language.ts'
import type { Clause } from '../../../../vocabulary/entity.ts'
import type { ModelRequest } from '../../../model.ts'
import { clausesOf } from '../goal.ts'
import type { Choice, Offer, ReadClause, Wanted } from '../wanted.ts'
import type { Paraphraser } from './paraphraser.ts'

/** Words for "as it was done before". */
const AGAIN =
  /\b(?:again|once more|one more time|as (?:before|always|usual|last time)|like (?:before|last time|always|usual)|same (?:as|thing|procedure|one)|the usual|last time|repeat|redo)\b/i
const CUE_WORDS = new RegExp(
  `${AGAIN.source}|\\b(?:do|run|make|please|now|the|that|this|it|thing|things|stuff|with|for|you|did)\\b|[^\\p{L}\\d\\s]`,
  'giu',
)

/** Least nearness of a clause to a procedure's goal to offer it: where the words say "again", and where they do not. */
const NEAR = { again: 0.3, otherwise: 0.6 }
const MOST = 3

/** A procedure's row tells its goal first: "Goal: …", or its first line. */
const goalOf = (text: string): string =>
  (/^(?:procedure|goal|how to|to)\s*:\s*(.+)$/im.exec(text)?.[1] ?? text.split('\n', 1)[0] ?? '').trim()

type Rows = readonly { readonly text: string; readonly kind?: string }[]

const proceduresOf = (request: ModelRequest): string[] => {
  const rows: Rows = request.memory
  return [...new Set(rows.flatMap(({ kind, text }) => (kind === 'procedure' ? goalOf(text) : [])))].filter(
    (goal) => goal !== '',
  )
}

const stems = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\d]{3,}/gu) ?? []).map((word) => word.replace(/(?:ing|ies|es|ed|s)$/, ''))

/** Share of the words of a clause that a goal has too. */
const sharedWith = (words: string, goal: string): number => {
  const asked = stems(words)
  const has = new Set(stems(goal))
  return asked.length === 0 ? 0 : asked.filter((word) => has.has(word)).length / asked.length
}

/** What is to be done again, in the words that say so; empty where they only say "the same". */
const subjectOf = ({ text, entities }: Pick<Clause, 'text' | 'entities'>): string =>
  entities
    .reduce((left, entity) => left.replaceAll(entity.text, ' '), text)
    .replace(CUE_WORDS, ' ')
    .replace(/\s+/g, ' ')
    .trim()

const isOpen = (wanted: Wanted, again: boolean): boolean =>
  wanted.do === 'unknown'
    ? wanted.why !== 'conditional' && wanted.why !== 'later'
    : wanted.do === 'offer' || (again && wanted.do === 'recall')

/** Reading that offers what was done before, where a clause that is not understood resembles it. */
export async function withProcedures(
  request: ModelRequest,
  read: ReadClause,
  paraphraser?: Paraphraser,
): Promise<ReadClause> {
  const goals = proceduresOf(request)
  if (goals.length === 0) return read
  const offers = new Map<string, Wanted>()
  for (const clause of clausesOf(request)) {
    const again = AGAIN.test(clause.text)
    // Words that say "again" are about what was done, whatever else they are near to
    const wanted = again ? readCommand(clause, request) : read(clause)
    if (!isOpen(wanted, again)) continue
    const words = subjectOf(clause)
    if (words === '' && !again) continue
    const near =
      paraphraser && words !== ''
        ? await paraphraser.nearness(words, goals)
        : goals.map(() => (words === '' ? 1 : 0))
    const bar = again ? NEAR.again : NEAR.otherwise
    const close = goals
      .map((goal, index) => ({
        goal,
        score: Math.max(near[index] ?? 0, again ? sharedWith(words, goal) : 0),
      }))
      .filter(({ score }) => score >= bar)
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST)
    if (close.length > 0)
      offers.set(
        clause.text,
        offerOf(
          request,
          clause,
          close.map(({ goal }) => goal),
        ),
      )
  }
  return (clause) => offers.get(clause.text) ?? read(clause)
}

const offerOf = (
  request: ModelRequest,
  clause: Pick<Clause, 'text' | 'entities'>,
  goals: readonly string[],
): Offer => ({
  do: 'offer',
  words: clause.text,
  choices: goals.map((goal) => choiceOf(request, inItsPlace(goal, clause, request))),
})

const choiceOf = (request: ModelRequest, goal: string): Choice => ({
  label: goal,
  does: readIntent(goal, request).clauses.map((clause) => ({
    clause,
    command: readCommand(clause, request),
  })),
})

/** "the same with example.org": the goal's only address or path gives way to the one that is named now. */
function inItsPlace(goal: string, { entities }: Pick<Clause, 'entities'>, request: ModelRequest): string {
  const then = readIntent(goal, request).clauses.flatMap((clause) => clause.entities)
  return entities
    .filter(({ how, type }) => how === 'named' && (type === 'url' || type === 'path'))
    .reduce((text, { type, text: written }) => {
      const old = then.filter((entity) => entity.type === type && entity.how === 'named')
      const [one] = old
      return one && old.every(({ value }) => value === one.value) ? text.replaceAll(one.text, written) : text
    }, goal)
}

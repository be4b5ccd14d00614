import { ownText } from '../memory/knowledge/own-sentences.ts'
import { readFacts } from '../memory/knowledge/read-fact.ts'
import type { KeyedMemory } from '../memory/memory.ts'
import { isOperators } from '../vocabulary/labels.ts'
import { type Account, lineOf } from './learn-account.ts'

const GOAL_MOST = 1_000
const ANSWER_MOST = 500

export const episodeKey = (runId: string): string => `episode:${runId}`
export const factKey = (runId: string, index: number): string => `fact:${runId}:${index}`

const cut = (text: string, most: number): string => {
  const flat = text.replace(/\s+/g, ' ').trim()
  return flat.length > most ? `${flat.slice(0, most)} …` : flat
}

const ENDED = { succeeded: 'It succeeded', failed: 'It failed', cancelled: 'It was stopped' } as const

/** What was asked, what was done and where, and how it ended. */
export function episodeOf({ run, said, steps, answer, labels }: Account): KeyedMemory {
  const [goal, ...more] = said
  const lines = [
    `Asked: ${cut(goal?.text ?? '', GOAL_MOST)}`,
    ...more.map(({ text }) => `Then said: ${cut(text, GOAL_MOST)}`),
    ...(steps.length > 0 ? [`Done: ${steps.map(lineOf).join('; ')}`] : []),
    `${ENDED[run.ended?.status ?? 'failed']}${answer.trim() === '' ? '.' : `: ${cut(answer, ANSWER_MOST)}`}`,
  ]
  return {
    key: episodeKey(run.id),
    row: {
      kind: 'episode',
      text: lines.join('\n'),
      at: run.createdAt,
      labels,
      source: { kind: 'run', ref: run.id },
    },
  }
}

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

export const isSameText = (one: string, other: string): boolean => fold(one) === fold(other)

/** Whether a text is told by one of the others already. */
export const isTold = (text: string, others: readonly string[]): boolean =>
  others.some((other) => ` ${fold(other)} `.includes(` ${fold(text)} `))

/**
 * Facts that the operator's own words of a run state. A clause that has something done may hold words for elsewhere,
 * those kept by a schedule were heard when it was made, and what the run remembered on the operator's word is there
 * already.
 */
export function factsOf({ run, said }: Account, remembered: readonly string[]): KeyedMemory[] {
  if (run.channel === 'schedule') return []
  const own = said.filter(({ labels }) => isOperators(labels))
  const facts = own.flatMap(({ text, intent, labels }) => {
    // a pasted text may reach over several clauses
    const spoken = ownText(text)
    const stating = intent.clauses.filter(({ acts }) =>
      acts.every((act) => act === 'look' || act === 'remember'),
    )
    return stating
      .flatMap((clause) => readFacts(clause.text))
      .filter((fact) => isTold(fact.text, [spoken]))
      .map((fact) => ({ ...fact, labels }))
  })
  const distinct = facts.filter(
    (fact, index) => !isTold(fact.text, [...remembered, ...facts.slice(0, index).map(({ text }) => text)]),
  )
  return distinct.map(({ labels, ...fact }, index) => ({
    key: factKey(run.id, index),
    row: {
      kind: 'fact',
      ...fact,
      at: run.createdAt,
      labels,
      source: { kind: 'run', ref: run.id },
    },
    restsOnKeys: [episodeKey(run.id)],
  }))
}

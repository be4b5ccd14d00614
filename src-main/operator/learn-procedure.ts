import type { KeyedMemory, MemoryRow } from '../memory/memory.ts'
import { type Account, type AccountStep, lineOf } from './learn-account.ts'

/** Fewer acts need no way to be remembered. */
const ACTS_LEAST = 2
/** Share of words that two goals have in common where they are the same kind of goal. */
const ALIKE = 0.5
const GOAL_MOST = 500

/** Steps that are about the agent itself, not about the work. */
const isWork = ({ tool }: AccountStep): boolean => !/^(?:memory|operator|runs|results)\./.test(tool)

/** How a goal was reached, where it took several acts. */
export function procedureOf({ run, said, steps, labels }: Account): KeyedMemory | undefined {
  const work = steps.filter(isWork)
  if (run.ended?.status !== 'succeeded' || work.filter(({ acts }) => acts).length < ACTS_LEAST)
    return undefined
  const goal = (said[0]?.text ?? '').replace(/\s+/g, ' ').trim().slice(0, GOAL_MOST)
  return {
    key: `procedure:${run.id}`,
    row: {
      kind: 'procedure',
      text: [`How to: ${goal}`, ...work.map((step, index) => `${index + 1}. ${lineOf(step)}`)].join('\n'),
      at: run.createdAt,
      labels,
      source: { kind: 'run', ref: run.id },
    },
  }
}

/** Whether two procedures tell the same way to the same kind of goal, be it in other places. */
export function isSimilarProcedure(one: Pick<MemoryRow, 'text'>, other: Pick<MemoryRow, 'text'>): boolean {
  const [goal = '', ...steps] = one.text.split('\n')
  const [otherGoal = '', ...otherSteps] = other.text.split('\n')
  if (titles(steps) !== titles(otherSteps)) return false
  const words = wordsOf(goal)
  const others = wordsOf(otherGoal)
  const shared = [...words].filter((word) => others.has(word)).length
  return shared >= ALIKE * Math.max(words.size, others.size)
}

const titles = (steps: readonly string[]): string =>
  steps.map((step) => step.replace(/^\d+\. /, '').replace(/: .*$/, '')).join('\n')

/** Places are not what a goal is about. */
const wordsOf = (goal: string): Set<string> =>
  new Set(
    goal
      .toLowerCase()
      .replace(/\S*[/\\@]\S*|"[^"]*"/g, ' ')
      .match(/\p{L}{3,}/gu) ?? [],
  )

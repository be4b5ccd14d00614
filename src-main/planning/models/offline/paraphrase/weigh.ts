import type { Command } from '../../../../ingestion/language/language.ts'
import type { Reading } from './fill-in.ts'

/** How sure the grammar's own reading is of itself. */
export type Footing = 'firm' | 'loose' | 'question' | 'unable' | 'none'

const isOpen = (command: Command): boolean => {
  switch (command.do) {
    case 'save':
      return command.path === undefined && command.content.kind !== 'look'
    case 'look':
      return command.subject.kind === 'that' && command.want === 'page'
    case 'move':
      return command.from === undefined || command.to === undefined
    case 'trash':
    case 'restore':
      return command.path === undefined
    case 'post':
      return command.url === undefined
    case 'say':
      return true
    default:
      return false
  }
}

export function footingOf(command: Command): Footing {
  if (command.do === 'unknown')
    return command.why === 'unclear' ? 'none' : command.why === 'unable' ? 'unable' : 'firm'
  if (command.do === 'recall') return 'question'
  return isOpen(command) ? 'loose' : 'firm'
}

/** A reading by meaning with what speaks for it. */
export interface Weighed extends Reading {
  /** Whether doing it leaves a trace. */
  readonly writes: boolean
  /** Whether the clause has a word that speaks for it. */
  readonly marked: boolean
  readonly score: number
}

export interface Verdict {
  readonly act?: Weighed
  /** Nothing is done before the operator has chosen one. */
  readonly ask?: readonly Weighed[]
}

/**
 * Cosines of all-minilm-l6-v2, fitted on one half of testing/paraphrases so that nothing that cannot be done is acted
 * upon; another model has other cosines. `over` is by how much the best wish must lie above the sentences that are none.
 */
const BARS = {
  reads: { act: 0.55, over: 0.15 },
  writes: { act: 0.62, over: 0.2 },
  ask: { act: 0.5, over: 0.02 },
} as const

/** Wishes this close behind the best are offered beside it, and a different one keeps it from being acted upon. */
const RIVAL = 0.04
const BESIDE = 0.1
const MOST_CHOICES = 3

/** Words that turn a sentence round, or make it depend on something: meaning alone does not see them. */
const TURNED =
  /\b(?:not|cannot|never|no(?! longer| more)|nor|without|unless|except|refrain|avoid|if|until|whether)\b|n['’]t\b/i

/** Whether to act upon the nearest wish, to ask, or neither. `readings` are the best first; `beyond` is the score of what is no wish. */
export function weigh(said: string, footing: Footing, readings: readonly Weighed[], beyond: number): Verdict {
  // A question is one for memory unless it clearly is about the agent itself
  const possible =
    footing === 'question'
      ? readings.filter(({ writes, command }) => !writes && command.do !== 'recall')
      : readings
  const [best, ...others] = possible
  if (!best || footing === 'firm') return {}
  const clear = (bar: { act: number; over: number }) =>
    best.score >= bar.act && best.score - beyond >= bar.over
  const rival = others.find(({ command }) => command.do !== best.command.do)
  const alone = rival === undefined || best.score - rival.score >= RIVAL || !(best.writes || rival.writes)
  const bar = best.writes ? BARS.writes : BARS.reads
  const bold = !best.writes || (footing === 'none' && best.marked && !TURNED.test(said))
  if (clear(bar) && alone && bold) return { act: best }
  if (footing === 'question' || !clear(footing === 'loose' ? bar : BARS.ask)) return {}
  const close = possible.filter(({ score }) => best.score - score <= BESIDE)
  return { ask: close.slice(0, MOST_CHOICES) }
}

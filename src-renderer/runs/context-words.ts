import type { ContextPartView, ContextView } from '../../src-preload/contract.ts'
import { n, t } from '../words.ts'

/** 'rest' is what was used and stands in no part. */
type Kind = ContextPartView['kind'] | 'rest'

const KINDS: Readonly<Record<Kind, string>> = {
  instructions: 'Instructions',
  rule: 'Rules',
  goal: 'Goal',
  plan: 'Plan',
  memory: 'Memory',
  summary: 'Summaries',
  turn: 'Conversation',
  input: 'Results',
  thread: 'Earlier steps',
  tools: 'Tools',
  rest: 'Not listed',
}

/** What a kind of part is called where many stand together. */
export const partKindWord = (kind: Kind): string => t(KINDS[kind] ?? kind)

export interface BudgetShare {
  readonly kind: Kind
  readonly tokens: number
  /** Of the budget, 0 to 1. */
  readonly share: number
}

/** What took the budget, by kind, in the order of the parts; what was left out takes none. */
export function budgetShares({ parts, budgetTokens, usedTokens }: ContextView): BudgetShare[] {
  const whole = Math.max(budgetTokens, usedTokens, 1)
  const tokens = new Map<Kind, number>()
  for (const part of parts) {
    if (part.included) tokens.set(part.kind, (tokens.get(part.kind) ?? 0) + part.tokens)
  }
  const listed = [...tokens.values()].reduce((sum, count) => sum + count, 0)
  if (usedTokens > listed) tokens.set('rest', usedTokens - listed)
  return [...tokens].map(([kind, count]) => ({ kind, tokens: count, share: count / whole }))
}

/** 'used 1,200 of 8,000 tokens; 3 parts left out'. A budget of just what was used bounded nothing. */
export function budgetWords({ parts, budgetTokens, usedTokens }: ContextView): string {
  const out = parts.filter(({ included }) => !included).length
  const counts = { used: usedTokens, budget: budgetTokens }
  const used =
    budgetTokens > usedTokens ? t('used {used} of {budget} tokens', counts) : t('used {used} tokens', counts)
  return out === 0
    ? used
    : n(out, '{used}; {count} part left out', '{used}; {count} parts left out', { used })
}

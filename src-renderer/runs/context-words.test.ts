import { expect, it } from 'vitest'
import type { ContextPartView, ContextView } from '../../src-preload/contract.ts'
import { budgetShares, budgetWords } from './context-words.ts'

const part = (kind: ContextPartView['kind'], tokens: number, included = true): ContextPartView => ({
  kind,
  title: kind,
  text: '',
  tokens,
  why: '',
  included,
})

const shown = (parts: ContextPartView[], usedTokens: number): ContextView => ({
  callId: 'call_1',
  taskId: 'root',
  model: 'offline',
  budgetTokens: 1000,
  usedTokens,
  parts,
})

it('says what took the budget, by kind, and not what was left out', () => {
  const parts = [part('instructions', 100), part('memory', 150), part('memory', 50), part('turn', 900, false)]
  expect(budgetShares(shown(parts, 300))).toEqual([
    { kind: 'instructions', tokens: 100, share: 0.1 },
    { kind: 'memory', tokens: 200, share: 0.2 },
  ])
  expect(budgetWords(shown(parts, 300))).toBe('used 300 of 1,000 tokens; 1 part left out')
})

it('says what was used beyond the parts that are listed, and no bound where there was none', () => {
  const call = { ...shown([part('goal', 6)], 100), budgetTokens: 100 }
  expect(budgetShares(call).map(({ kind, tokens }) => [kind, tokens])).toEqual([
    ['goal', 6],
    ['rest', 94],
  ])
  expect(budgetWords(call)).toBe('used 100 tokens')
})

it('shares never go beyond the whole', () => {
  const shares = budgetShares(shown([part('goal', 2000)], 2000))
  expect(shares[0]?.share).toBe(1)
})

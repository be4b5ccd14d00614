import { describe, expect, it } from 'vitest'
import type { ApprovalView } from '../../src-preload/contract.ts'
import { fits, outcomeOf } from './approval-filter.ts'

const approval = (change: Partial<ApprovalView>): ApprovalView => ({
  id: 'a',
  kind: 'approval',
  runId: 'run',
  conversationId: 'conversation',
  goal: 'Save the headlines',
  tool: 'files.write',
  title: 'Write a file',
  arguments: {},
  reason: 'The folder is not allowed.',
  highImpact: false,
  insideBySettings: false,
  effectClass: 'write',
  preview: { kind: 'text', text: '' },
  restsOn: [],
  status: 'answered',
  answer: 'once',
  createdAt: '2026-03-18T09:00:00Z',
  ...change,
})

describe('what became of what was asked', () => {
  it.each([
    [{}, 'allowed'],
    [{ answer: 'run' }, 'allowed'],
    [{ answer: 'reject' }, 'rejected'],
    [{ kind: 'in-doubt', answer: 'skip' }, 'rejected'],
    [{ kind: 'question', answer: 'text' }, 'answered'],
    [{ status: 'withdrawn' }, 'withdrawn'],
  ] satisfies [Partial<ApprovalView>, string][])('%j: %s', (change, outcome) => {
    expect(outcomeOf(approval(change))).toBe(outcome)
  })
})

describe('the history is searched', () => {
  it.each([
    ['', true],
    ['headlines', true],
    ['FILE allowed', true],
    ['folder tomorrow', false],
    ['not today', true],
  ])('for "%s": %s', (query, shown) => {
    expect(fits(approval({ said: 'Not today' }), { outcome: 'all', query })).toBe(shown)
  })

  it('within one outcome', () => {
    expect(fits(approval({}), { outcome: 'rejected', query: 'headlines' })).toBe(false)
    expect(fits(approval({ answer: 'reject' }), { outcome: 'rejected', query: 'headlines' })).toBe(true)
  })
})

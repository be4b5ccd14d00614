import { describe, expect, it } from 'vitest'
import type { ApprovalView } from '../../src-preload/contract.ts'
import { inOrder, outcomeWords, restsOnWords } from './approval-words.ts'

const approval = (change: Partial<ApprovalView>): ApprovalView => ({
  id: 'a',
  kind: 'approval',
  runId: 'run',
  conversationId: 'conversation',
  goal: 'Save the headlines',
  tool: 'files.write',
  title: 'Write a file',
  arguments: {},
  reason: '',
  highImpact: false,
  insideBySettings: false,
  effectClass: 'write',
  preview: { kind: 'text', text: '' },
  restsOn: [],
  status: 'pending',
  createdAt: '2026-03-18T09:00:00Z',
  ...change,
})

describe('what an act rests on', () => {
  it.each([
    [['web'], 'After reading the web'],
    [['web', 'file', 'model'], 'After reading the web and files'],
    [['memory', 'file', 'mail', 'tool'], 'After reading memory, files and mail'],
    [['model'], 'On the words of the model alone'],
    [['tool'], undefined],
    [[], undefined],
  ])('%j: %s', (origins, words) => {
    expect(restsOnWords(origins)).toBe(words)
  })
})

describe('how an approval ended', () => {
  it.each([
    [{ status: 'pending' }, undefined],
    [{ status: 'answered', answer: 'run' }, 'Allowed for this run'],
    [{ status: 'answered', answer: 'reject' }, 'Rejected'],
    [{ status: 'answered', answer: 'reject', said: 'Not today' }, 'Rejected: Not today'],
    [{ status: 'withdrawn' }, 'Withdrawn: the run no longer needs it'],
    [{ status: 'answered', kind: 'question', answer: 'text', said: 'Berlin' }, 'Answered: Berlin'],
    [{ status: 'answered', kind: 'question', answer: 'text' }, 'Answered'],
    [{ status: 'answered', kind: 'in-doubt', answer: 'again' }, 'Done again'],
  ] satisfies [Partial<ApprovalView>, string | undefined][])('%j: %s', (change, words) => {
    expect(outcomeWords(approval(change))).toBe(words)
  })
})

it('what waits stands first, high impact before the rest, the oldest before the newer', () => {
  const { pending, past } = inOrder([
    approval({ id: 'past-early', status: 'answered', answeredAt: '2026-03-18T09:10:00Z' }),
    approval({ id: 'newer', createdAt: '2026-03-18T09:05:00Z' }),
    approval({ id: 'older', createdAt: '2026-03-18T09:01:00Z' }),
    approval({ id: 'past-late', status: 'withdrawn', answeredAt: '2026-03-18T09:20:00Z' }),
    approval({ id: 'heavy', highImpact: true, createdAt: '2026-03-18T09:09:00Z' }),
  ])
  expect(pending.map(({ id }) => id)).toEqual(['heavy', 'older', 'newer'])
  expect(past.map(({ id }) => id)).toEqual(['past-late', 'past-early'])
})

import { describe, expect, it } from 'vitest'
import type { RunSummary } from '../../src-preload/contract.ts'
import { ALL_RUNS, matches, type RunFilter, visibleRuns } from './run-filter.ts'

const run = (change: Partial<RunSummary>): RunSummary => ({
  id: 'run',
  conversationId: 'conversation',
  goal: 'Save the headlines to notes/news.md',
  channel: 'chat',
  status: 'succeeded',
  waiting: [],
  createdAt: '2026-03-18T09:00:00Z',
  updatedAt: '2026-03-18T09:00:05Z',
  ...change,
})

const all = ALL_RUNS

describe('the filter of runs', () => {
  it.each([
    [{}, true],
    [{ status: 'succeeded' }, true],
    [{ status: 'failed' }, false],
    [{ query: 'NEWS headlines' }, true],
    [{ query: '  headlines  ' }, true],
    [{ query: 'headlines tomorrow' }, false],
    [{ status: 'failed', query: 'headlines' }, false],
    [{ channel: 'chat' }, true],
    [{ channel: 'schedule' }, false],
    [{ from: '2000-01-01T00:00:00Z' }, true],
    [{ from: '2100-01-01T00:00:00Z' }, false],
  ] satisfies [Partial<RunFilter>, boolean][])('%j: %s', (change, shown) => {
    expect(matches(run({}), { ...all, ...change })).toBe(shown)
  })
})

describe('the list of runs', () => {
  it('shows each run once, as last heard of, newest first', () => {
    const read = [run({ id: 'a', status: 'running' }), run({ id: 'b', createdAt: '2026-03-18T08:00:00Z' })]
    const heard = [
      run({ id: 'a', status: 'failed', updatedAt: '2026-03-18T09:00:09Z' }),
      run({ id: 'c', createdAt: '2026-03-18T10:00:00Z' }),
    ]
    const shown = visibleRuns(read, heard, all)
    expect(shown.map(({ id, status }) => `${id} ${status}`)).toEqual([
      'c succeeded',
      'a failed',
      'b succeeded',
    ])
  })

  it('what was heard before it was read does not undo what was read', () => {
    const read = [run({ status: 'succeeded', updatedAt: '2026-03-18T09:00:09Z' })]
    const heard = [run({ status: 'running' })]
    expect(visibleRuns(read, heard, all).map(({ status }) => status)).toEqual(['succeeded'])
  })

  it('a run that has left the status that is asked for is gone', () => {
    const read = [run({ status: 'running' })]
    const heard = [run({ status: 'succeeded', updatedAt: '2026-03-18T09:00:09Z' })]
    expect(visibleRuns(read, heard, { ...ALL_RUNS, status: 'running' })).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import type { Fact } from '../state/facts.ts'
import type { JsonValue } from '../vocabulary/json.ts'
import { TOOL_LABELS, WEB_LABELS } from '../vocabulary/labels.ts'
import { createResults } from './read-result.ts'

const RUNS = [
  { id: 'run_old', conversationId: 'a', createdAt: '2026-01-01' },
  { id: 'run_now', conversationId: 'a', createdAt: '2026-01-02' },
  { id: 'run_new', conversationId: 'a', createdAt: '2026-01-03' },
  { id: 'run_other', conversationId: 'b', createdAt: '2026-01-01' },
]
const settled = (runId: string): Fact => ({
  runId,
  seq: 3,
  at: '2026-01-01T00:00:00.000Z',
  type: 'effect.settled',
  effectId: `${runId}:e3.0`,
  status: 'succeeded',
  resultRef: 'result',
  labels: WEB_LABELS,
  evidence: [],
})

function results(content: JsonValue | undefined = { text: 'a page' }) {
  return createResults({
    journal: { facts: (id) => [settled(id)], content: () => content },
    conversations: {
      run: (id) =>
        RUNS.find((run) => run.id === id) as ReturnType<
          Parameters<typeof createResults>[0]['conversations']['run']
        >,
    },
  })
}

describe('a result that a run wants to read again', () => {
  it.each([
    ['of the run itself', 'run_now', true],
    ['of an earlier run of the conversation', 'run_old', true],
    ['of a later run of the conversation', 'run_new', false],
    ['of another conversation', 'run_other', false],
    ['of no run at all', 'run_none', false],
  ])('%s: %s, %s', async (_whose, ofRun, readable) => {
    const found = await results().read('run_now', `${ofRun}:e3.0`)
    expect(found?.text).toBe(readable ? 'a page' : undefined)
  })

  it('is as untrusted as it was', async () => {
    expect((await results().read('run_now', 'run_now:e3.0'))?.labels).toMatchObject({
      trust: 'untrusted',
      origins: [...WEB_LABELS.origins, ...TOOL_LABELS.origins],
    })
  })

  it('holds what its tool showed an excerpt of, behind the excerpt', async () => {
    const found = await results({ text: 'cut', data: { markdown: 'all of the page' } }).read(
      'run_now',
      'run_now:e3.0',
    )
    expect(found?.text).toBe('cut\n\nall of the page')
  })

  it('is not there where it was forgotten, or is no effect', async () => {
    const forgotten = createResults({
      journal: { facts: (id) => [settled(id)], content: () => undefined },
      conversations: { run: () => undefined },
    })
    expect(await forgotten.read('run_now', 'run_now:e3.0')).toBeUndefined()
    expect(await results().read('run_now', 'run_now:e9.0')).toBeUndefined()
    expect(await results().read('run_now', 'nonsense')).toBeUndefined()
  })
})

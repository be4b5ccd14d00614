import { describe, expect, it } from 'vitest'
import { FILE_LABELS, OPERATOR_LABELS } from '../../vocabulary/labels.ts'
import type { ToolCall } from '../tool.ts'
import { resultsRead } from './results-read.ts'

const TEXT = Array.from({ length: 1_000 }, (_, n) => `line ${n}`).join('\n')
const call: ToolCall = {
  runId: 'run_1',
  conversationId: 'cnv_1',
  principal: 'operator',
  labels: OPERATOR_LABELS,
  idempotencyKey: 'k',
  allowedHosts: [],
  signal: new AbortController().signal,
}
const read = (input: Record<string, unknown>, text = TEXT) =>
  resultsRead.run(
    resultsRead.input.parse({ handle: 'run_1:e3.0', ...input }),
    {
      results: {
        read: async (runId, handle) =>
          runId === 'run_1' && handle === 'run_1:e3.0' ? { text, labels: FILE_LABELS } : undefined,
      },
    },
    call,
  )

describe('a long result, read piece by piece', () => {
  it('comes whole, in order, each piece saying where the next begins', async () => {
    const pieces: string[] = []
    for (let from: number | undefined = 0; from !== undefined; ) {
      const { data } = await read({ from, length: 700 })
      const { piece, next, total } = data as { piece: string; next?: number; total: number }
      expect(total).toBe(TEXT.length)
      pieces.push(piece)
      from = next
    }
    expect(pieces.length).toBeGreaterThan(5)
    expect(pieces.join('')).toBe(TEXT)
  })

  it('has the labels of the result itself', async () => {
    expect((await read({})).labels).toEqual(FILE_LABELS)
  })

  it('says how far it goes', async () => {
    const { text } = await read({ from: TEXT.length - 8, length: 100 })
    expect(text).toBe(
      `line 999\n\n[Characters ${TEXT.length - 8} to ${TEXT.length} of ${TEXT.length}. This is the end.]`,
    )
  })

  it('never ends inside of a character', async () => {
    const { data } = await read({ length: 3 }, '😀😀😀')
    expect(data).toMatchObject({ piece: '😀', next: 2 })
  })

  it('is refused in words where there is no such handle, or nothing behind that place', async () => {
    await expect(read({ handle: 'run_2:e1.0' })).rejects.toMatchObject({ code: 'unknown-handle' })
    await expect(read({ from: TEXT.length })).rejects.toMatchObject({ code: 'past-the-end' })
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEvents, type ServerSentEvent } from './read-events.ts'

async function parse(parts: readonly (string | Uint8Array)[]): Promise<ServerSentEvent[]> {
  async function* body() {
    for (const part of parts) yield typeof part === 'string' ? new TextEncoder().encode(part) : part
  }
  const events: ServerSentEvent[] = []
  for await (const event of readEvents(body())) events.push(event)
  return events
}

describe('server-sent events', () => {
  it('have data over several lines, a type and an id that stays until the next', async () => {
    expect(await parse(['id: 7\nevent: reset\ndata: a\ndata: b\n\ndata: c\n\n'])).toEqual([
      { type: 'reset', data: 'a\nb', id: '7' },
      { type: 'message', data: 'c', id: '7' },
    ])
  })

  it('may come between comments, and an unfinished one is dropped', async () => {
    expect(await parse([': beat\n\ndata: a\n\n: beat\n\ndata: b\n'])).toEqual([
      { type: 'message', data: 'a', id: '' },
    ])
  })

  it('are the same wherever the bytes are cut, within a character too', async () => {
    const bytes = new TextEncoder().encode('id: 1\r\ndata: {"text":"häuser 🏠"}\r\n\r\ndata: x\n\n')
    const whole = await parse([bytes])
    expect(whole).toHaveLength(2)
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.nat(bytes.length), { maxLength: 12 }), async (cuts) => {
        const ends = [...cuts.sort((a, b) => a - b), bytes.length]
        const parts = ends.map((end, index) => bytes.slice(ends[index - 1] ?? 0, end))
        expect(await parse(parts)).toEqual(whole)
      }),
    )
  })
})

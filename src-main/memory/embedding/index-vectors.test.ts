import { describe, expect, it } from 'vitest'
import { createManualClock } from '../../testing/manual-clock.ts'
import type { VectorEntry } from '../vectors/vector-store.ts'
import { VectorStoreError } from '../vectors/vector-store.ts'
import { EmbedderError } from './embedder.ts'
import { createVectorIndexer, type WaitingRow } from './index-vectors.ts'

interface Row extends WaitingRow {
  readonly revision: number
}

/** Rows that wait, a store and an embedder that can be told to fail. */
function indexing(texts: readonly string[]) {
  const waiting = new Map<string, Row>()
  texts.forEach((text, index) => {
    const entry = {
      id: `m${index}`,
      scope: 'personal',
      kind: 'fact',
      thread: undefined,
      at: 0,
      trusted: true,
    }
    waiting.set(entry.id, { text, revision: 0, entry })
  })
  const stored = new Map<string, VectorEntry>()
  const state = {
    embedFails: (_: readonly string[]): Error | undefined => undefined,
    storeFails: undefined as Error | undefined,
  }
  const clock = createManualClock('2026-05-04T09:00:00Z')
  const reports: string[] = []
  const again = () =>
    createVectorIndexer<Row>({
      pending: (limit) => [...waiting.values()].slice(0, limit),
      done: (rows) =>
        rows.flatMap(({ entry, revision }) => {
          const now = waiting.get(entry.id)
          if (!now) return [entry.id]
          if (now.revision === revision) waiting.delete(entry.id)
          return []
        }),
      embedder: {
        embed: async (given) => {
          const error = state.embedFails(given)
          if (error) throw error
          return given.map((text) => Float32Array.of(text.length))
        },
      },
      store: {
        put: async (entries) => {
          if (state.storeFails) throw state.storeFails
          for (const entry of entries) stored.set(entry.id, entry)
        },
        delete: async (ids) => {
          for (const id of ids) stored.delete(id)
        },
      },
      clock,
      report: (what) => reports.push(what),
    })
  return { waiting, stored, state, clock, reports, again, indexer: again() }
}

const many = Array.from({ length: 50 }, (_, index) => `text ${index}`)

describe('filling the vector store', () => {
  it('goes on until nothing waits', async () => {
    const { indexer, stored, waiting } = indexing(many)
    await indexer.idle()
    expect(stored.size).toBe(50)
    expect(waiting.size).toBe(0)
  })

  it('a text that no vector can be made of does not keep the others from theirs', async () => {
    const { indexer, stored, state, reports } = indexing(many)
    state.embedFails = (texts) =>
      texts.includes('text 7') ? new EmbedderError('embedding-failed', 'no', { passing: false }) : undefined
    await indexer.idle()
    expect(stored.size).toBe(49)
    expect(reports).toHaveLength(1)
  })

  it('what passes is tried again later, and told until then', async () => {
    const { indexer, stored, state, clock } = indexing(many)
    state.storeFails = new VectorStoreError('down', 'The store is down', { passing: true, fix: 'Start it.' })
    await expect(indexer.idle()).rejects.toThrow('down')
    expect(indexer.problem()).toBe('The store is down. Start it.')
    state.storeFails = undefined
    clock.advance(1_000)
    await indexer.idle()
    expect(indexer.problem()).toBeUndefined()
    expect(stored.size).toBe(50)
  })

  it('a row that is forgotten while its vector is made leaves none', async () => {
    const { indexer, stored, state, waiting } = indexing(['one', 'two'])
    state.embedFails = () => {
      waiting.delete('m0')
      return undefined
    }
    await indexer.idle()
    expect([...stored.keys()]).toEqual(['m1'])
  })

  it('a row that is changed while its vector is made gets another one', async () => {
    const { indexer, stored, state, waiting } = indexing(['one'])
    let changed = false
    state.embedFails = () => {
      if (changed) return undefined
      changed = true
      const row = waiting.get('m0') as Row
      waiting.set('m0', { ...row, text: 'three', revision: 1 })
      return undefined
    }
    await indexer.idle()
    expect([...(stored.get('m0')?.vector ?? [])]).toEqual([5])
  })

  it.each([
    ['makes its thread die', new EmbedderError('embedder-died', 'died', { passing: true })],
    ['is refused by an endpoint', new EmbedderError('embeddings-refused', '400', { passing: false })],
  ])('a text that %s does not keep the others from theirs', async (_, error) => {
    const { indexer, stored, state, reports } = indexing(many)
    state.embedFails = (texts) => (texts.includes('text 7') ? error : undefined)
    await indexer.idle()
    expect(stored.size).toBe(49)
    expect(reports).toHaveLength(1)
  })

  it('a model that makes no vectors at all is no fault of the texts', async () => {
    const { indexer, stored, state, reports } = indexing(many)
    state.embedFails = () => new EmbedderError('embedding-failed', 'It is broken', { passing: false })
    await expect(indexer.idle()).rejects.toThrow('broken')
    expect(reports).toEqual([])
    state.embedFails = () => undefined
    indexer.wake()
    await indexer.idle()
    expect(stored.size).toBe(50)
  })

  it('waits as long as it should before it tries again, however many rows came meanwhile', async () => {
    const { indexer, state, clock } = indexing(many)
    let asked = 0
    state.embedFails = () => {
      asked += 1
      return new EmbedderError('busy', 'busy', { passing: true })
    }
    const settled = () => indexer.idle().catch(() => undefined)
    for (let row = 0; row < 5; row++) {
      indexer.wake()
      await settled()
    }
    asked = 0
    for (let second = 1; second <= 16; second++) {
      expect(asked).toBe(0)
      clock.advance(1_000)
      await settled()
    }
    expect(asked).toBe(1)
  })

  it('misses no row that comes just as it ends', async () => {
    for (let after = 0; after < 12; after++) {
      const { indexer, stored, waiting } = indexing(['one'])
      const row = waiting.get('m0') as Row
      indexer.wake()
      while (waiting.size > 0) await Promise.resolve()
      for (let turn = 0; turn < after; turn++) await Promise.resolve()
      waiting.set('late', { ...row, entry: { ...row.entry, id: 'late' } })
      indexer.wake()
      await expect.poll(() => stored.has('late'), { timeout: 300 }).toBe(true)
    }
  })

  it('goes on where a process before it was killed', async () => {
    const { indexer, stored, state, waiting, again } = indexing(many)
    state.embedFails = () => (stored.size >= 16 ? new Error('killed') : undefined)
    await expect(indexer.idle()).rejects.toThrow('killed')
    await indexer.close()
    expect(waiting.size).toBe(34)
    state.embedFails = () => undefined
    await again().idle()
    expect(stored.size).toBe(50)
  })
})

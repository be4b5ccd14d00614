import { describe, expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { keepDrafts } from './keep-drafts.ts'
import { initialState, type State } from './state.ts'

function page(kept?: string, entries = new Map(kept === undefined ? [] : [['adjutant.drafts', kept]])) {
  const storage = {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, text: string) => void entries.set(key, text),
    removeItem: (key: string) => void entries.delete(key),
  } as Storage
  const store = createStore<State>(() => initialState)
  const lost: string[] = []
  keepDrafts(store, storage, (names) => lost.push(...names))
  return { store, entries, lost, kept: () => entries.get('adjutant.drafts') }
}

describe('words that were not sent', () => {
  it('are there again when the page is loaded again', () => {
    const first = page()
    first.store.setState(({ conversations }) => ({
      conversations: { ...conversations, drafts: { cnv_1: 'and the glass' } },
    }))
    expect(page(first.kept()).store.getState().conversations.drafts).toEqual({ cnv_1: 'and the glass' })
  })

  it.each(['{"cnv_1":', '[1]', '"x"', '{"cnv_1":3}'])('are none where nothing can be read: %s', (kept) => {
    expect(page(kept).store.getState().conversations.drafts).toEqual({})
  })

  it('lose the files that hang there, and say which, once', () => {
    const first = page()
    const file = { id: 'draft:1', name: 'minutes.txt', kind: 'file' as const, bytes: 1, base64: 'eA==' }
    first.store.setState(({ conversations }) => ({
      conversations: { ...conversations, attached: { '': [file] } },
    }))
    const second = page(undefined, first.entries)
    expect(second.lost).toEqual(['minutes.txt'])
    expect(page(undefined, second.entries).lost).toEqual([])
  })
})

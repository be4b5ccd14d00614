import { describe, expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { keepDrafts } from './keep-drafts.ts'
import { initialState, type State } from './state.ts'

function page(kept?: string) {
  const entries = new Map(kept === undefined ? [] : [['adjutant.drafts', kept]])
  const storage = {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, text: string) => void entries.set(key, text),
  } as Storage
  const store = createStore<State>(() => initialState)
  keepDrafts(store, storage)
  return { store, kept: () => entries.get('adjutant.drafts') }
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
})

import type { StoreApi } from 'zustand/vanilla'
import type { State } from './state.ts'

const KEY = 'adjutant.drafts'

/** Keeps words that were not sent yet through a reload of the page, were it after a crash. */
export function keepDrafts(store: StoreApi<State>, storage: Storage): void {
  const drafts = read(storage)
  store.setState(({ conversations }) => ({
    conversations: { ...conversations, drafts: { ...drafts, ...conversations.drafts } },
  }))
  store.subscribe(({ conversations }, before) => {
    if (conversations.drafts !== before.conversations.drafts)
      storage.setItem(KEY, JSON.stringify(conversations.drafts))
  })
}

function read(storage: Storage): Readonly<Record<string, string>> {
  try {
    const kept: unknown = JSON.parse(storage.getItem(KEY) ?? '{}')
    const entries = typeof kept === 'object' && kept ? Object.entries(kept) : []
    return Object.fromEntries(entries.filter(([, text]) => typeof text === 'string'))
  } catch (error) {
    if (error instanceof SyntaxError) return {}
    throw error
  }
}

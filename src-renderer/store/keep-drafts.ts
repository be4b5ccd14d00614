import type { StoreApi } from 'zustand/vanilla'
import type { State } from './state.ts'

const KEY = 'adjutant.drafts'
const ATTACHED_KEY = 'adjutant.attached'

/**
 * Keeps words that were not sent yet through a reload of the page, were it after a crash. Files are too large for that:
 * `lost` is told the names of those that hung there.
 */
export function keepDrafts(
  store: StoreApi<State>,
  storage: Storage,
  lost: (names: readonly string[]) => void,
): void {
  const names = (storage.getItem(ATTACHED_KEY) ?? '').split('\n').filter((name) => name !== '')
  storage.removeItem(ATTACHED_KEY)
  if (names.length > 0) lost(names)
  const drafts = read(storage)
  store.setState(({ conversations }) => ({
    conversations: { ...conversations, drafts: { ...drafts, ...conversations.drafts } },
  }))
  store.subscribe(({ conversations }, before) => {
    if (conversations.drafts !== before.conversations.drafts)
      storage.setItem(KEY, JSON.stringify(conversations.drafts))
    if (conversations.attached !== before.conversations.attached) {
      const hanging = Object.values(conversations.attached).flat()
      storage.setItem(ATTACHED_KEY, hanging.map(({ name }) => name.replaceAll('\n', ' ')).join('\n'))
    }
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

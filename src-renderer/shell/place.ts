import { PANES, type Pane, type State } from '../store/state.ts'
import type { Store } from '../store/store.ts'

export interface Place {
  readonly pane: Pane
  /** Of a conversation in the chat, of a run among the runs, of a row of memory. */
  readonly id?: string
}

/** `#/runs/run_1`; an address that names no pane is the chat. */
export function readPlace(hash: string): Place {
  const [, name = '', id = ''] = hash.split('/')
  const pane = PANES.find((candidate) => candidate === name) ?? 'chat'
  return { pane, ...(id ? { id: decodeURIComponent(id) } : {}) }
}

export const hrefOf = ({ pane, id }: Place): string => `#/${pane}${id ? `/${encodeURIComponent(id)}` : ''}`

function placeOf({ ui, conversations, runs, memory }: State): Place {
  const shown = {
    chat: conversations.selectedId,
    runs: runs.selectedId,
    memory: memory.selectedId,
  } as Partial<Record<Pane, string>>
  const id = shown[ui.pane]
  return { pane: ui.pane, ...(id ? { id } : {}) }
}

/** Shows a place, unless it is shown already. */
export function goTo({ state, actions }: Store, { pane, id }: Place): void {
  const now = placeOf(state.getState())
  if (now.pane === pane && now.id === id) return
  if (pane === 'chat' && id) void actions.openConversation(id)
  else if (pane === 'runs' && id) actions.openRun(id)
  else if (pane === 'memory' && id) actions.openMemory(id)
  else {
    if (pane === 'runs') actions.closeRun()
    if (pane === 'memory') actions.selectMemory(undefined)
    actions.openPane(pane)
  }
}

/** Keeps the page's address and what is shown the same, so that reload, back and forward work. */
export function keepPlace(store: Store, page: Window): void {
  const { state } = store
  const first = readPlace(page.location.hash)
  state.setState(({ ui, conversations, runs, memory }) => ({
    ui: { ...ui, pane: first.pane },
    ...(first.id && first.pane === 'chat'
      ? { conversations: { ...conversations, selectedId: first.id } }
      : {}),
    ...(first.id && first.pane === 'runs' ? { runs: { ...runs, selectedId: first.id } } : {}),
    ...(first.id && first.pane === 'memory' ? { memory: { ...memory, selectedId: first.id } } : {}),
  }))
  state.subscribe((now) => {
    const href = hrefOf(placeOf(now))
    if (page.location.hash !== href) page.history.pushState(null, '', href)
  })
  page.addEventListener('popstate', () => goTo(store, readPlace(page.location.hash)))
}

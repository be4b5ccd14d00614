import { CallError } from '../adjutant-client.ts'
import { applyEvent } from './apply-event.ts'
import type { Store } from './store.ts'

/** Keeps the state true to the agent: reads it once, then follows its events. Returns the function that ends it. */
export function followAgent({ state, actions }: Store): () => void {
  const readAll = async () => {
    // without a session every call would fail in the same words
    const reached = await actions.client.call('host.get', {}).catch((error: unknown) => {
      if (error instanceof CallError) return undefined
      throw error
    })
    if (!reached) return
    state.setState(({ connection }) => ({ connection: { ...connection, host: reached } }))
    const { selectedId } = state.getState().conversations
    const pane = state.getState().ui.pane
    await Promise.all([
      actions.loadSettings(),
      actions.loadConversations(),
      actions.loadApprovals('pending'),
      actions.loadRuns(),
      actions.loadSchedules(),
    ])
    if (selectedId) await actions.openConversation(selectedId)
    actions.openPane(pane)
  }
  let read = false
  return actions.client.listen({
    event: (event) => {
      state.setState((now) => applyEvent(now, event))
      if (event.type === 'memory.changed' && state.getState().memory.loaded) void actions.loadMemory()
    },
    status: (status) => {
      state.setState(({ connection }) => ({ connection: { ...connection, status } }))
      if (status !== 'online' || read) return
      read = true
      void readAll()
    },
    stale: () => void readAll(),
  })
}

import { CallError } from '../adjutant-client.ts'
import { applyEvent } from './apply-event.ts'
import type { Store } from './store.ts'

/** Keeps the state true to the agent: reads it once, then follows its events. Returns the function that ends it. */
export function followAgent({ state, actions }: Store): () => void {
  /** Answers whether the agent was there. What is open on the screen stays open. */
  const readAll = async (): Promise<boolean> => {
    // without a session every call would fail in the same words
    const reached = await actions.client.call('host.get', {}).catch((error: unknown) => {
      if (error instanceof CallError) return undefined
      throw error
    })
    if (!reached) return false
    state.setState(({ connection }) => ({ connection: { ...connection, host: reached } }))
    const { conversations, runs, memory, settings } = state.getState()
    await Promise.all([
      actions.loadSettings(),
      actions.loadConversations(),
      actions.loadApprovals('pending'),
      actions.loadRuns(),
      actions.loadPause(),
      actions.loadSchedules(),
      conversations.selectedId && actions.readConversation(conversations.selectedId),
      runs.selectedId && actions.loadRun(runs.selectedId),
      memory.loaded && actions.refreshMemory(),
      settings.speechModels && actions.loadSpeechModels(),
    ])
    return true
  }
  let read = false
  return actions.client.listen({
    event: (event) => {
      state.setState((now) => applyEvent(now, event))
      if (event.type === 'memory.changed') actions.memoryChanged()
      if (event.type === 'message.added' && event.message.role === 'agent')
        actions.speakAnswer(event.conversationId, event.message.text)
      if (event.type === 'approval.opened') actions.speakApproval(event.approval)
      if (event.type === 'voice.end') actions.heardOut(event.id)
      if (event.type === 'settings.changed' && !event.settings.voice.keepOpen) actions.releaseMicrophone()
    },
    status: (status) => {
      state.setState(({ connection, ui }) => ({
        connection: { ...connection, status },
        ...(status === 'online'
          ? { ui: { ...ui, toasts: ui.toasts.filter(({ untilOnline }) => !untilOnline) } }
          : {}),
      }))
      if (status !== 'online' || read) return
      read = true
      void readAll().then((reached) => {
        read = reached
      })
    },
    stale: () => void readAll(),
  })
}

import { useContext, useEffect } from 'react'
import type { OpenPlace, UpdateView } from '../../src-preload/contract.ts'
import { inquiryId } from '../approvals/inquiry-id.ts'
import { PANES } from '../store/state.ts'
import { type Store, StoreContext, useActions } from '../store/store.ts'
import { useTalkSignals } from '../voice/use-push-to-talk.ts'
import { t } from '../words.ts'
import { goTo } from './place.ts'
import { COMPOSER_ID, focusWhenThere } from './use-shortcuts.ts'

/**
 * Hears what the desktop tells its main window; the key to speak only where `hearsTalk`. In a browser there is nothing
 * to hear.
 */
export function useDesktop(hearsTalk: boolean): void {
  const { showGlobalKey, showQuickKey } = useActions()
  const store = useContext(StoreContext)
  const talk = useTalkSignals()
  useEffect(
    () =>
      store &&
      window.adjutant?.onDesktop((message) => {
        switch (message.type) {
          case 'talk':
            return hearsTalk ? talk(message.signal) : undefined
          case 'talk-key':
            return showGlobalKey(message.key)
          case 'quick-key':
            return showQuickKey(message.key)
          case 'update':
            return hearOfUpdate(store, message.update)
          case 'open':
            return open(store, message.place)
          case 'refused':
            return store.actions.notify({ tone: 'danger', text: t(message.why) })
        }
      }),
    [store, hearsTalk, talk, showGlobalKey, showQuickKey],
  )
}

function hearOfUpdate(store: Store, update: UpdateView): void {
  store.actions.showUpdate(update)
  const { pane } = store.state.getState().ui
  if (update.state !== 'offered' || pane === 'settings') return
  const text = t('Version {version} is there: Settings has it.', { version: update.version })
  store.actions.notify({ tone: 'info', text })
}

function open(store: Store, { pane, id, approvalId, draft }: OpenPlace): void {
  const known = PANES.find((candidate) => candidate === pane)
  if (!known) {
    store.actions.notify({ tone: 'danger', text: t('The link leads to no place here.') })
    return
  }
  if (known === 'chat' && !id && draft !== undefined) store.actions.newConversation()
  else goTo(store, { pane: known, ...(id ? { id } : {}) })
  // what somebody has written is not written over
  const { drafts, selectedId = '' } = store.state.getState().conversations
  if (draft !== undefined && !drafts[selectedId]) store.actions.setDraft(draft)
  if (approvalId) focusWhenThere(inquiryId(approvalId))
  else if (known === 'chat') focusWhenThere(COMPOSER_ID)
}

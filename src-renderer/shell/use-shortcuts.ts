import { useEffect } from 'react'
import { WIDE } from '../chat/use-wide.ts'
import type { Actions } from '../store/actions.ts'
import { activeRunOf } from '../store/select.ts'
import { useActions, useStoreApi } from '../store/store.ts'
import { type Command, commandOf } from './shortcuts.ts'

/** Ids of what shortcuts put the focus on. */
export const SEARCH_ID = 'conversation-search'
export const COMPOSER_ID = 'composer'

const TEXTS = 'input, textarea, select, [contenteditable]'

/** It has the focus from the start, and nobody begins a message with a sign that is a shortcut. */
const isEmptyComposer = (element: HTMLElement): boolean =>
  element instanceof HTMLTextAreaElement && element.id === COMPOSER_ID && element.value === ''

/** Performs the shortcuts that work anywhere in the window. */
export function useShortcuts(): void {
  const actions = useActions()
  const store = useStoreApi()
  useEffect(() => {
    const perform = (command: Command): boolean => {
      switch (command.do) {
        case 'new-chat':
          actions.newConversation()
          focusWhenThere(COMPOSER_ID)
          return true
        case 'focus-search':
          focusSearch(actions)
          return true
        case 'open-palette':
          actions.showPalette(true)
          return true
        case 'show-shortcuts':
          actions.showShortcuts(true)
          return true
        case 'open-pane':
          actions.openPane(command.pane)
          return true
        case 'stop': {
          const state = store.getState()
          const run = state.ui.pane === 'chat' ? activeRunOf(state) : undefined
          if (run) void actions.cancelRun(run.id)
          return run !== undefined
        }
      }
    }
    const press = (event: KeyboardEvent) => {
      // dialogs and fields that used the key say so
      if (event.defaultPrevented || event.isComposing) return
      const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event
      const inText = target instanceof HTMLElement && target.matches(TEXTS) && !isEmptyComposer(target)
      const command = commandOf({ key, ctrlKey, metaKey, altKey, shiftKey, inText })
      if (command && perform(command)) event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [actions, store])
}

export function focusSearch({ openPane, showDrawer }: Actions): void {
  openPane('chat')
  // beside the chat it is always there
  if (!window.matchMedia(WIDE).matches) showDrawer(true)
  focusWhenThere(SEARCH_ID)
}

/** The pane that holds it may only be on its way into the page. */
export function focusWhenThere(id: string): void {
  const focus = () => {
    const place = document.getElementById(id)
    const found = place?.querySelector('input') ?? place
    found?.focus()
    return Boolean(found)
  }
  if (focus()) return
  const observer = new MutationObserver(() => focus() && observer.disconnect())
  observer.observe(document.body, { childList: true, subtree: true })
}

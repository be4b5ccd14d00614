import { useEffect, useRef } from 'react'
import { COMPOSER_ID, focusWhenThere } from '../shell/use-shortcuts.ts'
import { activeRunOf } from '../store/select.ts'
import { useActions, useStoreApi } from '../store/store.ts'
import { useTalkSignals } from '../voice/use-push-to-talk.ts'

/** Whoever comes back later than this, in ms, begins anew; what was written stays. */
const GOES_ON_MS = 10 * 60_000
/** Shown without the focus, it goes by itself this long after all is said and done. */
const STAYS_MS = 8_000

/** Hears the desktop: makes ready what is shown, and takes itself away where nobody would. */
export function useQuickShown(): void {
  const { desktop, newConversation, showGlobalKey, showQuickKey } = useActions()
  const store = useStoreApi()
  const talk = useTalkSignals()
  const beside = useRef(false)
  const usedAt = useRef(Number.NEGATIVE_INFINITY)

  useEffect(
    () =>
      window.adjutant?.onDesktop((message) => {
        switch (message.type) {
          case 'talk':
            return talk(message.signal)
          case 'talk-key':
            return showGlobalKey(message.key)
          case 'quick-key':
            return showQuickKey(message.key)
          case 'quick-shown': {
            beside.current = message.beside
            const idle = !activeRunOf(store.getState())
            if (idle && Date.now() - usedAt.current > GOES_ON_MS) newConversation()
            usedAt.current = Date.now()
            focusWhenThere(COMPOSER_ID)
          }
        }
      }),
    [store, talk, newConversation, showGlobalKey, showQuickKey],
  )

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      clearTimeout(timer)
      const state = store.getState()
      const busy = state.voice.phase !== 'idle' || state.voice.heard || activeRunOf(state)
      if (busy) usedAt.current = Date.now()
      if (!beside.current || busy || document.hasFocus()) return
      timer = setTimeout(() => {
        if (!document.hasFocus() && !document.querySelector('main:hover')) void desktop('quick.hide', {})
      }, STAYS_MS)
    }
    const taken = () => {
      beside.current = false
      clearTimeout(timer)
    }
    window.addEventListener('focus', taken)
    const stop = store.subscribe(look)
    return () => {
      window.removeEventListener('focus', taken)
      stop()
      clearTimeout(timer)
    }
  }, [store, desktop])
}

import { useSyncExternalStore } from 'react'

/** Where the conversation list has its own place beside the chat. */
export const WIDE = '(min-width: 800px)'

export const useWide = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(WIDE)
      query.addEventListener('change', changed)
      return () => query.removeEventListener('change', changed)
    },
    () => window.matchMedia(WIDE).matches,
  )

import { useEffect, useState } from 'react'
import { WELCOMED_KEY } from '../early/welcomed-key.ts'
import { useStore } from '../store/store.ts'

/** Whoever waits longer for the agent gets the window as it is. */
const WAIT_MS = 5_000

/**
 * Whether the screens of the first start are due: where they were never gone through and no conversation is kept.
 * 'unknown' until the agent has told.
 */
export function useWelcome(): 'unknown' | 'due' | 'over' {
  const welcomed = useStore(({ settings }) => settings.view?.ui.welcomed)
  const used = useStore(({ conversations }) =>
    conversations.loaded ? conversations.list.length > 0 : undefined,
  )
  const offline = useStore(({ connection }) => connection.status === 'offline')
  const [due, setDue] = useState<boolean | undefined>(() =>
    localStorage.getItem(WELCOMED_KEY) ? false : undefined,
  )
  // decided once: what is said or deleted later neither calls the screens nor takes them away
  const decided = due ?? (welcomed === undefined || used === undefined ? undefined : !welcomed && !used)
  const shown = decided === true && welcomed !== true

  useEffect(() => {
    if (decided !== undefined && due === undefined) setDue(decided)
    if (decided !== undefined && !shown) localStorage.setItem(WELCOMED_KEY, '1')
  }, [decided, due, shown])
  useEffect(() => {
    const late = setTimeout(() => setDue((known) => known ?? false), WAIT_MS)
    return () => clearTimeout(late)
  }, [])

  if (shown) return 'due'
  return decided === undefined && !offline ? 'unknown' : 'over'
}

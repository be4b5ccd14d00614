import { useEffect, useRef } from 'react'
import { useStore } from '../store/store.ts'

/** Calls when memory has changed, at most so often; the last change is never missed. */
export function useMemoryChange(changed: () => void, everyMs = 1000): void {
  const changes = useStore(({ memory }) => memory.changes)
  const seen = useRef(changes)
  const last = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    if (changes === seen.current) return
    const timer = setTimeout(
      () => {
        seen.current = changes
        last.current = Date.now()
        changed()
      },
      Math.max(0, last.current + everyMs - Date.now()),
    )
    return () => clearTimeout(timer)
  }, [changes, changed, everyMs])
}

import { useCallback, useEffect, useState } from 'react'

/**
 * Loads something into the store when first shown. `settled` tells whether the last try has come to its end: what is
 * still not there then could not be loaded, and a toast has said why.
 */
export function useLoad(load: () => Promise<void>): { settled: boolean; again: () => void } {
  const [settled, setSettled] = useState(false)
  const again = useCallback(() => {
    setSettled(false)
    void load().finally(() => setSettled(true))
  }, [load])
  useEffect(again, [again])
  return { settled, again }
}

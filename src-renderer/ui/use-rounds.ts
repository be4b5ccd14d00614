import { useEffect, useState } from 'react'

/** Counts up every so many ms while the page is seen: for what is worth looking at again. */
export function useRounds(everyMs: number): number {
  const [round, setRound] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => document.hidden || setRound((before) => before + 1), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return round
}

import { useRef, useState } from 'react'
import { CallError } from '../adjutant-client.ts'
import type { Failure } from './error-note.tsx'

export interface Attempt {
  /** Name of the act that is under way. */
  readonly busy: string | undefined
  /** How the last one failed. */
  readonly failure: Failure | undefined
  /** Does it, one at a time; undefined where it failed, or another is under way. */
  readonly attempt: <T>(name: string, act: () => Promise<T>) => Promise<T | undefined>
  readonly clear: () => void
}

/** Acts whose failure is shown in place instead of in a toast. */
export function useAttempt(): Attempt {
  const [busy, setBusy] = useState<string>()
  const [failure, setFailure] = useState<Failure>()
  const underWay = useRef(false)
  return {
    busy,
    failure,
    clear: () => setFailure(undefined),
    attempt: async (name, act) => {
      if (underWay.current) return undefined
      underWay.current = true
      setBusy(name)
      setFailure(undefined)
      try {
        return await act()
      } catch (error) {
        setFailure(failureOf(error))
        return undefined
      } finally {
        underWay.current = false
        setBusy(undefined)
      }
    },
  }
}

export const failureOf = (error: unknown): Failure =>
  error instanceof CallError
    ? { message: error.message, fix: error.fix }
    : { message: error instanceof Error ? error.message : String(error) }

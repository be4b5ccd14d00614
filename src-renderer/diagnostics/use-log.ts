import { useEffect, useRef, useState } from 'react'
import type { LogView, Methods } from '../../src-preload/contract.ts'
import { useActions } from '../store/store.ts'
import type { Failure } from '../ui/error-note.tsx'
import { failureOf } from '../ui/use-attempt.ts'

export type LogQuery = Pick<Methods['diagnostics.log']['input'], 'level' | 'part' | 'words'>

const FOLLOW_MS = 2_000
const LINES = 300

/** The latest lines that fit; while it is followed, what is written is there within two seconds. */
export function useLog(
  query: LogQuery,
  follow: boolean,
): { view: LogView | undefined; failure: Failure | undefined } {
  const { client } = useActions()
  const [view, setView] = useState<LogView>()
  const [failure, setFailure] = useState<Failure>()
  const key = JSON.stringify(query)
  const mark = useRef<{ key: string; mark: string } | undefined>(undefined)

  useEffect(() => {
    let over = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const read = async () => {
      const since = mark.current?.key === key ? { since: mark.current.mark } : {}
      try {
        const next = await client.call('diagnostics.log', { ...JSON.parse(key), limit: LINES, ...since })
        if (over) return
        mark.current = { key, mark: next.mark }
        if (!next.same) setView(next)
        setFailure(undefined)
      } catch (error) {
        if (!over) setFailure(failureOf(error))
      }
      if (!over && follow) timer = setTimeout(read, FOLLOW_MS)
    }
    void read()
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [client, key, follow])
  return { view, failure }
}

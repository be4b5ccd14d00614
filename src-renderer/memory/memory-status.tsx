import { TriangleAlert } from 'lucide-react'
import { useCallback, useEffect } from 'react'
import { useRead } from '../ui/use-read.ts'
import { t } from '../words.ts'
import { statusWords } from './memory-words.ts'
import { useMemoryChange } from './use-memory-change.ts'

/** While rows wait for their vector, how often it is looked at. */
const WAITING_EVERY_MS = 2000

/** Below the rows: how many there are, what waits, the model and the place of its vectors, and what is wrong. */
export function MemoryStatus() {
  const { value: status, again } = useRead('memory.status', {})
  const changed = useCallback(() => again(), [again])
  useMemoryChange(changed)
  const waiting = (status?.pending ?? 0) > 0
  useEffect(() => {
    if (!waiting) return
    const timer = setInterval(again, WAITING_EVERY_MS)
    return () => clearInterval(timer)
  }, [waiting, again])
  if (!status) return null
  return (
    <footer className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-0.5 border-line border-t px-4 py-1.5 text-faint text-xs @3xl/pane:px-6">
      <p role="status" aria-label={t('Memory status')} className="flex flex-wrap gap-x-3">
        {statusWords(status).map((words) => (
          <span key={words} className="tabular-nums">
            {words}
          </span>
        ))}
      </p>
      {status.problem && (
        <p role="alert" className="flex items-start gap-1.5 text-warn">
          <TriangleAlert aria-hidden className="mt-px size-3.5 shrink-0" /> {status.problem}
        </p>
      )}
    </footer>
  )
}

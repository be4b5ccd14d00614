import { CircleCheck } from 'lucide-react'
import type { ConnectionTest } from '../../src-preload/contract.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { durationWords } from '../ui/time-words.ts'
import { n, t } from '../words.ts'

/** Whether a server could be connected to: its tools and how long it took, or why not and what helps. */
export function TestResult({ tested }: { tested: ConnectionTest | undefined }) {
  if (!tested) return null
  if (!tested.ok)
    return <ErrorNote failure={{ message: tested.error ?? t('It did not answer.'), fix: tested.fix }} />
  const { tools, elapsedMs } = tested
  return (
    <div role="status" className="flex gap-2 rounded-md bg-good-soft px-3 py-2 text-ink text-sm">
      <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-good" />
      <div className="min-w-0">
        <p>
          {t('Connects')}, {n(tools.length, '{count} tool', '{count} tools')}, {durationWords(elapsedMs)}
        </p>
        {tools.length > 0 && (
          <p className="text-soft text-xs [overflow-wrap:anywhere]">{tools.slice(0, 30).join(', ')}</p>
        )}
      </div>
    </div>
  )
}

import { CircleCheck } from 'lucide-react'
import type { ModelTest } from '../../src-preload/contract.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { durationWords } from '../ui/time-words.ts'
import { t } from '../words.ts'

/** How a test of the model went: how fast it answered, or why not and what helps. */
export function ModelTestResult({ tested }: { tested: ModelTest | undefined }) {
  if (!tested) return null
  if (!tested.ok) {
    return (
      <ErrorNote failure={{ message: tested.error ?? t('The model did not answer.'), fix: tested.fix }} />
    )
  }
  return (
    <p role="status" className="flex items-center gap-2 rounded-md bg-good-soft px-3 py-2 text-ink text-sm">
      <CircleCheck aria-hidden className="size-4 shrink-0 text-good" />
      <span className="min-w-0 break-words">
        {t('{model} answered in {time}.', { model: tested.model, time: durationWords(tested.latencyMs) })}
      </span>
    </p>
  )
}

import { Loading } from '../ui/loading.tsx'
import { ReadFailure } from '../ui/read-failure.tsx'
import { clockTime, fullTime } from '../ui/time-words.ts'
import { useRead } from '../ui/use-read.ts'
import { useTimeZone } from '../ui/use-time-zone.ts'
import { said, t } from '../words.ts'
import { JournalCheck } from './journal-check.tsx'

export interface JournalTimelineProps {
  runId: string
  /** When the run last changed: its journal is read again then. */
  updatedAt: string
}

/** Every fact of a run in order: number, time, words and the first digits of its hash. */
export function JournalTimeline({ runId, updatedAt }: JournalTimelineProps) {
  const { value: steps, failure, again } = useRead('runs.steps', { id: runId }, updatedAt)
  const timeZone = useTimeZone()

  if (failure) return <ReadFailure failure={failure} again={again} />
  if (!steps) return <Loading what={t('the journal')} />
  return (
    <div className="flex flex-col gap-2">
      <JournalCheck runId={runId} count={steps.length} />
      <ol className="overflow-hidden rounded-md border border-line bg-surface text-xs">
        {steps.map((step) => (
          <li
            key={step.seq}
            className="grid grid-cols-[2.5rem_minmax(0,1fr)_auto] items-baseline gap-x-2 border-line border-t px-3 py-1 first:border-t-0 @xl:grid-cols-[2.5rem_6.5rem_minmax(0,1fr)_auto]"
          >
            <span className="text-end text-faint tabular-nums">{step.seq}</span>
            <time
              dateTime={step.at}
              title={fullTime(new Date(step.at), timeZone)}
              className="hidden text-faint tabular-nums @xl:block"
            >
              {clockTime(new Date(step.at), timeZone)}
            </time>
            <span className="min-w-0 break-words text-ink" title={step.type}>
              {said(step.summary)}
            </span>
            <code className="text-[11px] text-faint" title={t('Hash {hash}', { hash: step.hash })}>
              {step.hash.slice(0, 8)}
            </code>
          </li>
        ))}
      </ol>
    </div>
  )
}

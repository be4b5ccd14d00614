import { CircleAlert, CircleSlash, Copy, ListTree, RotateCcw } from 'lucide-react'
import type { RunView } from '../../src-preload/contract.ts'
import { useActions } from '../store/store.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { TimeAgo } from '../ui/time-ago.tsx'
import { said, t } from '../words.ts'
import { EvidenceList } from './evidence-chip.tsx'
import { Markdown } from './markdown.tsx'
import { RemedyOffer } from './remedy-offer.tsx'
import { useCopy } from './use-copy.ts'

/** How a run ended: the answer with what shows it, or what went wrong and what helps. */
export function RunOutcome({ run }: { run: RunView }) {
  const failed = run.status === 'failed'
  return (
    <article aria-label="Adjutant" className="group flex flex-col gap-2.5">
      {run.answer && <Markdown text={run.answer} />}
      {failed && <FailureNote run={run} />}
      {run.status === 'cancelled' && (
        <p className="flex items-center gap-2 text-soft">
          <CircleSlash aria-hidden className="size-4 shrink-0" />{' '}
          {run.reason ? said(run.reason) : t('Stopped.')}
        </p>
      )}
      <EvidenceList evidence={run.evidence} />
      <OutcomeActions run={run} />
    </article>
  )
}

const FailureNote = ({ run }: { run: RunView }) => (
  <div
    role="alert"
    className="flex gap-2.5 rounded-lg border border-danger/25 bg-danger-soft px-3.5 py-3 leading-relaxed"
  >
    <CircleAlert aria-hidden className="mt-[3px] size-4 shrink-0 text-danger" />
    <div className="flex min-w-0 flex-1 flex-col gap-2">
      <p className="whitespace-pre-wrap break-words">
        {run.reason ? said(run.reason) : t('It did not succeed.')}
      </p>
      <RemedyOffer remedy={run.remedy} runId={run.id} />
    </div>
  </div>
)

function OutcomeActions({ run }: { run: RunView }) {
  const { retryRun, openRun } = useActions()
  const copy = useCopy()
  return (
    <div className="flex h-7 items-center gap-0.5">
      {run.answer && (
        <IconButton label={t('Copy answer')} size="small" onClick={() => copy(run.answer)}>
          <Copy aria-hidden />
        </IconButton>
      )}
      {run.status !== 'failed' && (
        <IconButton label={t('Try again')} size="small" onClick={() => retryRun(run.id)}>
          <RotateCcw aria-hidden />
        </IconButton>
      )}
      <IconButton label={t('Show run')} size="small" onClick={() => openRun(run.id)}>
        <ListTree aria-hidden />
      </IconButton>
      <span className="ms-1 text-faint text-xs">
        <TimeAgo at={run.updatedAt} /> · {run.model === 'offline' ? t('offline planner') : run.model}
      </span>
    </div>
  )
}

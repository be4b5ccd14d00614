import { ChevronFirst, ChevronLast, ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import type { RunView, StepView } from '../../src-preload/contract.ts'
import { listed } from '../approvals/approval-words.ts'
import { EffectIcon } from '../chat/effect-icon.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Loading } from '../ui/loading.tsx'
import { ReadFailure } from '../ui/read-failure.tsx'
import { statusWord } from '../ui/status.ts'
import { StatusDot } from '../ui/status-dot.tsx'
import { clockTime, timeWords } from '../ui/time-words.ts'
import { useDebounced } from '../ui/use-debounced.ts'
import { useRead } from '../ui/use-read.ts'
import { useTimeZone } from '../ui/use-time-zone.ts'
import { n, said, t } from '../words.ts'
import { PlanGraph } from './plan/plan-graph.tsx'
import { waitWords } from './waits.ts'

/** A slider that is dragged asks for the step where it rests. */
const RESTED_MS = 60

/** A run as it stood after each of its steps. It is looked at only: nothing is done again. */
export function Replay({ runId, updatedAt }: { runId: string; updatedAt: string }) {
  const { value: steps, failure, again } = useRead('runs.steps', { id: runId }, updatedAt)
  const [chosen, setChosen] = useState<number>()
  const last = steps?.length ?? 0
  const seq = Math.min(chosen ?? last, last)
  const rested = useDebounced(seq, RESTED_MS)
  const at = useRead('runs.at', rested < 1 ? null : { id: runId, seq: rested })

  if (failure) return <ReadFailure failure={failure} again={again} />
  const step = steps?.[seq - 1]
  if (!steps || !step) return <Loading what={t('the journal')} />
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-1 gap-y-2">
        <IconButton label={t('First step')} size="small" disabled={seq <= 1} onClick={() => setChosen(1)}>
          <ChevronFirst className="rtl:-scale-x-100" />
        </IconButton>
        <IconButton
          label={t('Step back')}
          size="small"
          disabled={seq <= 1}
          onClick={() => setChosen(seq - 1)}
        >
          <ChevronLeft className="rtl:-scale-x-100" />
        </IconButton>
        <input
          type="range"
          aria-label={t('Step')}
          aria-valuetext={stepWords(step, last)}
          min={1}
          max={last}
          value={seq}
          onChange={({ target }) => setChosen(Number(target.value))}
          className="h-6 min-w-32 flex-1 accent-accent"
        />
        <IconButton
          label={t('Step on')}
          size="small"
          disabled={seq >= last}
          onClick={() => setChosen(seq + 1)}
        >
          <ChevronRight className="rtl:-scale-x-100" />
        </IconButton>
        <IconButton
          label={t('Last step')}
          size="small"
          disabled={seq >= last}
          onClick={() => setChosen(undefined)}
        >
          <ChevronLast className="rtl:-scale-x-100" />
        </IconButton>
      </div>
      <StepLine step={step} last={last} />
      {at.failure && <ReadFailure failure={at.failure} again={at.again} />}
      {at.value && <Standing run={at.value} />}
    </div>
  )
}

const stepWords = ({ seq, summary }: StepView, last: number) =>
  t('Step {seq} of {last}: {summary}', { seq, last, summary: said(summary) })

function StepLine({ step, last }: { step: StepView; last: number }) {
  const timeZone = useTimeZone()
  return (
    <p aria-live="polite" className="flex flex-wrap items-baseline gap-x-3 text-sm">
      <span className="text-ink">{stepWords(step, last)}</span>
      <time dateTime={step.at} className="text-faint text-xs tabular-nums">
        {clockTime(new Date(step.at), timeZone)}
      </time>
    </p>
  )
}

function Standing({ run }: { run: RunView }) {
  const timeZone = useTimeZone()
  const waits = waitWords(run.waiting, (time) => timeWords(new Date(time), new Date(run.updatedAt), timeZone))
  const tokens = run.usage.inputTokens + run.usage.outputTokens
  return (
    <section
      aria-label={t('How it stood')}
      className="flex flex-col gap-3 rounded-md border border-line bg-surface p-3"
    >
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-soft text-xs">
        <StatusDot status={run.status} />
        {tokens > 0 && <span>{n(tokens, '{count} token', '{count} tokens')}</span>}
        {run.status === 'waiting' && waits.length > 0 && (
          <span className="text-warn">{t('Waits for {what}.', { what: listed(waits) })}</span>
        )}
      </p>
      {run.plan.length > 0 && <PlanGraph plan={run.plan} />}
      {run.effects.length === 0 ? (
        <p className="text-soft text-xs">{t('Nothing was done yet.')}</p>
      ) : (
        <ul aria-label={t('Acts')} className="flex flex-col gap-1">
          {run.effects.map((effect) => (
            <li key={effect.id} className="flex min-w-0 items-center gap-2 text-xs">
              <EffectIcon status={effect.status} />
              <span className="min-w-0 truncate text-ink">{said(effect.title)}</span>
              <span aria-hidden className="text-soft">
                {t(statusWord(effect.status))}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

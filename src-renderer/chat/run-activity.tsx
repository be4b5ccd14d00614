import { useMemo } from 'react'
import type { ApprovalView, EffectView, RunView } from '../../src-preload/contract.ts'
import { ApprovalCard } from '../approvals/approval-card.tsx'
import { goesOn, pendingApprovals } from '../store/select.ts'
import type { StreamedText } from '../store/state.ts'
import { useStore } from '../store/store.ts'
import { Disclosure } from '../ui/disclosure.tsx'
import { durationWords } from '../ui/time-words.ts'
import { t } from '../words.ts'
import { EffectCard } from './effect-card.tsx'
import { spanOf } from './effect-words.ts'
import { Markdown } from './markdown.tsx'
import { PlanProgress } from './plan-progress.tsx'
import { RunStatusLine } from './run-status-line.tsx'

export interface RunActivityProps {
  run: RunView
  /** Calls outside the plan, of this part of the run. */
  effects: readonly EffectView[]
  first: boolean
  last: boolean
}

/** More calls than this are folded into one line once the run has succeeded. */
const SHOWN_MOST = 3
const NOTHING: Readonly<Record<string, StreamedText>> = {}

/** What a run does: its plan, its calls, what it asks, and what the model is writing. */
export function RunActivity({ run, effects, first, last }: RunActivityProps) {
  const streams = useStore(({ runs }) => runs.streams[run.id] ?? NOTHING)
  const planned = first && run.plan.length > 0
  const shown = planned ? run.effects : effects
  const folds = run.status === 'succeeded' && shown.length > SHOWN_MOST
  const doings = (
    <div className="flex flex-col gap-1.5">
      {planned && <PlanProgress plan={run.plan} effects={run.effects} streams={streams} />}
      {effects.map((effect) => (
        <EffectCard key={effect.id} effect={effect} />
      ))}
    </div>
  )
  const now = last && goesOn(run)
  if (!planned && effects.length === 0 && !now) return null
  return (
    <div className="flex flex-col gap-3">
      {(planned || effects.length > 0) &&
        (folds ? (
          <Disclosure
            title={t('Did {count} things in {time}', {
              count: shown.length,
              time: durationWords(spanOf(shown)),
            })}
          >
            {doings}
          </Disclosure>
        ) : (
          doings
        ))}
      {now && <RunNow run={run} />}
    </div>
  )
}

/** What goes on at this moment. */
function RunNow({ run }: { run: RunView }) {
  const streams = useStore(({ runs }) => runs.streams[run.id] ?? NOTHING)
  const byId = useStore(({ approvals }) => approvals.byId)
  const asked = useMemo(
    () =>
      pendingApprovals(byId)
        .filter(({ runId }) => runId === run.id)
        .reverse(),
    [byId, run.id],
  )
  const planned = new Set(run.plan.map(({ id }) => id))
  const words = Object.entries(streams).find(([taskId]) => !planned.has(taskId))?.[1].text
  return (
    <>
      {words ? (
        // read out once it is whole, as the answer; word by word it would be noise
        <div aria-live="off" aria-busy>
          <Markdown text={words} live />
        </div>
      ) : (
        run.answer && <Markdown text={run.answer} />
      )}
      {asked.map((approval: ApprovalView) => (
        <ApprovalCard key={approval.id} approval={approval} />
      ))}
      <RunStatusLine run={run} writing={Boolean(words)} />
    </>
  )
}

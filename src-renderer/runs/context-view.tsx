import type { ContextView as Shown, TaskView } from '../../src-preload/contract.ts'
import { classNames } from '../ui/class-names.ts'
import { Disclosure } from '../ui/disclosure.tsx'
import { Loading } from '../ui/loading.tsx'
import { ReadFailure } from '../ui/read-failure.tsx'
import { useRead } from '../ui/use-read.ts'
import { n, t } from '../words.ts'
import { ContextPart } from './context-part.tsx'
import { budgetShares, budgetWords, partKindWord } from './context-words.ts'

export interface ContextViewProps {
  runId: string
  /** When the run last changed: what its calls were shown is read again then. */
  updatedAt: string
  plan: readonly TaskView[]
}

/** What each model call of a run was shown, in order, and why. */
export function ContextView({ runId, updatedAt, plan }: ContextViewProps) {
  const { value: calls, failure, again } = useRead('runs.context', { id: runId }, updatedAt)

  if (failure) return <ReadFailure failure={failure} again={again} />
  if (!calls) return <Loading what={t('what the model was shown')} />
  if (calls.length === 0) return <p className="text-soft text-sm">{t('No model was asked in this run.')}</p>
  return (
    <ol className="flex flex-col gap-2">
      {calls.map((call, index) => (
        <li key={call.callId}>
          <Call
            call={call}
            step={index + 1}
            task={plan.find(({ id }) => id === call.taskId)?.title}
            startsOpen={calls.length === 1}
          />
        </li>
      ))}
    </ol>
  )
}

interface CallProps {
  call: Shown
  step: number
  task: string | undefined
  startsOpen: boolean
}

function Call({ call, step, task, startsOpen }: CallProps) {
  return (
    <section
      aria-label={t('Step {step}', { step })}
      className="flex flex-col gap-1.5 rounded-md border border-line bg-surface px-3 py-1.5"
    >
      <Disclosure
        startsOpen={startsOpen}
        title={
          <>
            <span className="font-medium text-ink">{t('Step {step}', { step })}</span>
            {task && <span> · {task}</span>}
          </>
        }
        aside={
          <span className="shrink-0 text-faint tabular-nums">
            {n(call.usedTokens, '{count} token', '{count} tokens')} ·{' '}
            {call.model === 'offline' ? t('offline planner') : call.model}
          </span>
        }
      >
        <Budget call={call} />
        <ol className="mt-2 divide-y divide-line border-line border-t">
          {call.parts.map((part, index) => (
            <li key={index}>
              <ContextPart part={part} />
            </li>
          ))}
        </ol>
      </Disclosure>
    </section>
  )
}

/** Colours that set neighbours apart; the words below say which is which. */
const SHADES = ['bg-accent', 'bg-info', 'bg-warn', 'bg-good', 'bg-faint']

function Budget({ call }: { call: Shown }) {
  const shares = budgetShares(call)
  return (
    <div className="flex flex-col gap-1">
      <div
        role="img"
        aria-label={t('Budget: {words}', { words: budgetWords(call) })}
        className="flex h-2 overflow-hidden rounded-full bg-sunken"
      >
        {shares.map(({ kind, share }, index) => (
          <span
            key={kind}
            className={classNames('h-full border-surface border-e', SHADES[index % SHADES.length])}
            style={{ width: `${share * 100}%` }}
          />
        ))}
      </div>
      <p className="text-faint text-xs">{budgetWords(call)}</p>
      <p className="flex flex-wrap gap-x-3 text-faint text-xs">
        {shares.map(({ kind, tokens }, index) => (
          <span key={kind} className="inline-flex items-center gap-1 tabular-nums">
            <span aria-hidden className={classNames('size-2 rounded-sm', SHADES[index % SHADES.length])} />
            {t('{kind} {tokens}', { kind: partKindWord(kind), tokens })}
          </span>
        ))}
      </p>
    </div>
  )
}

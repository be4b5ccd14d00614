import { ArrowLeft, CircleStop, MessageSquareText, RotateCcw } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import type { RunView } from '../../src-preload/contract.ts'
import { ApprovalCard } from '../approvals/approval-card.tsx'
import { listed } from '../approvals/approval-words.ts'
import { EffectCard } from '../chat/effect-card.tsx'
import { EvidenceList } from '../chat/evidence-chip.tsx'
import { Markdown } from '../chat/markdown.tsx'
import { PlanProgress } from '../chat/plan-progress.tsx'
import { RemedyOffer } from '../chat/remedy-offer.tsx'
import { goesOn } from '../store/select.ts'
import { useActions, useStore } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { StatusDot } from '../ui/status-dot.tsx'
import { timeWords } from '../ui/time-words.ts'
import { failureOf } from '../ui/use-attempt.ts'
import { useTimeZone } from '../ui/use-time-zone.ts'
import { n, t } from '../words.ts'
import { ArtifactList } from './artifacts/artifact-list.tsx'
import { ContextView } from './context-view.tsx'
import { JournalTimeline } from './journal-timeline.tsx'
import { PlanGraph } from './plan/plan-graph.tsx'
import { Replay } from './replay.tsx'
import { RunFacts } from './run-facts.tsx'
import { waitWords } from './waits.ts'

/** All of one run: how it stands, what it asks, its plan, acts, evidence, answer and journal. */
export function RunDetail({ run, onBack }: { run: RunView; onBack: () => void }) {
  const approvals = useStore((state) => state.approvals.byId)
  const pending = Object.values(approvals).filter(
    ({ runId, status }) => runId === run.id && status === 'pending',
  )
  const timeZone = useTimeZone()
  const streams = useStore(({ runs }) => runs.streams[run.id])
  const planned = new Set(run.plan.map(({ id }) => id))
  const loose = run.effects.filter(({ taskId }) => !planned.has(taskId))
  const heading = useRef<HTMLHeadingElement>(null)
  // where the list gave way to this, the focus was in what is now hidden
  useEffect(() => {
    if (!document.activeElement?.checkVisibility()) heading.current?.focus()
  }, [])
  const waits =
    run.status === 'waiting'
      ? waitWords(run.waiting, (at) => timeWords(new Date(at), new Date(), timeZone))
      : []

  return (
    <article
      aria-label={t('Run: {goal}', { goal: run.goal })}
      className="mx-auto flex w-full max-w-3xl flex-col gap-5 px-4 py-4 @3xl:px-6"
    >
      <header className="flex flex-col gap-2">
        <div className="flex items-center gap-2">
          <IconButton
            label={t('Back to the list')}
            size="small"
            className="-ms-1.5 @3xl/pane:hidden"
            onClick={onBack}
          >
            <ArrowLeft className="rtl:-scale-x-100" />
          </IconButton>
          <StatusDot status={run.status} />
          <RunActs run={run} />
        </div>
        <h2
          ref={heading}
          tabIndex={-1}
          className="whitespace-pre-wrap font-semibold text-base text-ink leading-snug outline-none [overflow-wrap:anywhere]"
        >
          {run.goal}
        </h2>
        <RunFacts run={run} ended={!goesOn(run)} />
        {waits.length > 0 && (
          <p className="text-sm text-warn">{t('Waits for {what}.', { what: listed(waits) })}</p>
        )}
      </header>

      {pending.map((approval) => (
        <ApprovalCard key={approval.id} approval={approval} />
      ))}
      {run.reason && (
        <ErrorNote
          failure={{ message: run.reason }}
          actions={run.status === 'failed' && <RemedyOffer remedy={run.remedy} runId={run.id} />}
        />
      )}
      {run.answer && (
        <Part title={t('Answer')}>
          <div className="rounded-lg border border-line bg-surface px-4 py-3">
            <Markdown text={run.answer} />
          </div>
        </Part>
      )}
      {run.evidence.length > 0 && (
        <Part title={t('Evidence')}>
          <EvidenceList evidence={run.evidence} />
        </Part>
      )}
      <ArtifactList runId={run.id} updatedAt={run.updatedAt} />
      {run.plan.length > 0 && <PlanGraph plan={run.plan} onOpen={showTask} />}
      {run.plan.length > 0 && (
        <PlanProgress plan={run.plan} effects={run.effects} {...(streams ? { streams } : {})} />
      )}
      {loose.length > 0 && (
        <Part title={n(loose.length, 'Act', 'Acts ({count})')}>
          <div className="flex flex-col gap-2">
            {loose.map((effect) => (
              <EffectCard key={effect.id} effect={effect} />
            ))}
          </div>
        </Part>
      )}
      <section aria-label={t('Replay')}>
        <Disclosure key={run.id} title={<span className="font-medium">{t('Replay')}</span>}>
          <Replay runId={run.id} updatedAt={run.updatedAt} />
        </Disclosure>
      </section>
      <section aria-label={t('What the model was shown')}>
        <Disclosure key={run.id} title={<span className="font-medium">{t('What the model was shown')}</span>}>
          <ContextView runId={run.id} updatedAt={run.updatedAt} plan={run.plan} />
        </Disclosure>
      </section>
      <section aria-label={t('Journal')}>
        <Disclosure key={run.id} title={<span className="font-medium">{t('Journal')}</span>}>
          <JournalTimeline runId={run.id} updatedAt={run.updatedAt} />
        </Disclosure>
      </section>
    </article>
  )
}

/** The row of a task, with its calls. */
const showTask = (id: string) => {
  const row = document.querySelector<HTMLElement>(`[data-task="${CSS.escape(id)}"]`)
  row?.scrollIntoView({ block: 'nearest' })
  row?.focus()
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="flex flex-col gap-2">
    <h3 className="font-medium text-soft text-xs">{title}</h3>
    {children}
  </section>
)

function RunActs({ run }: { run: RunView }) {
  const { client, retryRun, openConversation } = useActions()
  const cancel = () =>
    client.call('runs.cancel', { id: run.id }).then(
      () => undefined,
      (error: unknown) => failureOf(error),
    )
  return (
    <div className="ms-auto flex items-center gap-2">
      <Button size="small" kind="quiet" onClick={() => void openConversation(run.conversationId)}>
        <MessageSquareText aria-hidden /> {t('Conversation')}
      </Button>
      {goesOn(run) ? (
        <Confirm
          trigger={
            <Button size="small" kind="danger">
              <CircleStop aria-hidden /> {t('Cancel')}
            </Button>
          }
          title={t('Cancel this run?')}
          action={t('Cancel the run')}
          dismiss={t('Let it go on')}
          danger
          onConfirm={cancel}
        >
          {t(
            'Nothing more is started. What was done stays done; an act under way ends or is marked in doubt.',
          )}
        </Confirm>
      ) : (
        <Button size="small" onClick={() => void retryRun(run.id)}>
          <RotateCcw aria-hidden /> {t('Retry')}
        </Button>
      )}
    </div>
  )
}

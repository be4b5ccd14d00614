import { ShieldCheck } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { ApprovalView } from '../../src-preload/contract.ts'
import { useActions, useStore } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { Disclosure } from '../ui/disclosure.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Loading } from '../ui/loading.tsx'
import { Pane } from '../ui/pane.tsx'
import { TimeAgo } from '../ui/time-ago.tsx'
import { useRead } from '../ui/use-read.ts'
import { ApprovalCard } from './approval-card.tsx'
import { inOrder, outcomeWords } from './approval-words.ts'

const PAST_AT_A_TIME = 20

/** Everything the agent asks or asked: what waits first, what was answered below. */
export function ApprovalsPane() {
  const live = useStore(({ approvals }) => approvals.byId)
  const { value, failure, again } = useRead('approvals.list', {})
  const [most, setMost] = useState(PAST_AT_A_TIME)
  const byId = { ...Object.fromEntries((value ?? []).map((approval) => [approval.id, approval])), ...live }
  const { pending, past } = inOrder(Object.values(byId))
  const waiting = useRef<HTMLElement>(null)
  // an answered card leaves, and with it the button that had the focus: it goes on to what still waits
  const count = pending.length
  const before = useRef(count)
  useEffect(() => {
    if (count < before.current && document.activeElement === document.body) waiting.current?.focus()
    before.current = count
  }, [count])
  const about = pending.length === 0 ? 'Nothing waits for you.' : undefined

  return (
    <Pane
      title="Approvals"
      about={
        about ?? `${pending.length === 1 ? 'One thing waits' : `${pending.length} things wait`} for you.`
      }
    >
      {failure && (
        <ErrorNote
          failure={failure}
          actions={
            <Button size="small" onClick={again}>
              Try again
            </Button>
          }
        />
      )}
      {!value && !failure && pending.length === 0 && <Loading what="approvals" />}
      {value && pending.length === 0 && past.length === 0 && (
        <EmptyState icon={ShieldCheck} title="Nothing to decide">
          What you ask for yourself, inside the folders and hosts you allowed, is done at once. Anything else
          the agent wants to write, send, delete or run is put before you here first, with what it would do.
        </EmptyState>
      )}
      <section
        ref={waiting}
        tabIndex={-1}
        aria-labelledby="approvals-waiting"
        className="flex flex-col gap-4 outline-none"
      >
        <h2 id="approvals-waiting" className="sr-only">
          Waiting for you
        </h2>
        {pending.map((approval) => (
          <ApprovalCard key={approval.id} approval={approval} context={<Goal approval={approval} />} />
        ))}
      </section>
      {past.length > 0 && (
        <section aria-labelledby="approvals-past" className="flex flex-col gap-1">
          <h2 id="approvals-past" className="mt-2 font-medium text-soft text-xs">
            Answered
          </h2>
          <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
            {past.slice(0, most).map((approval) => (
              <li key={approval.id} className="px-3 py-1.5">
                <Past approval={approval} />
              </li>
            ))}
          </ul>
          {past.length > most && (
            <Button kind="quiet" className="self-center" onClick={() => setMost(most + PAST_AT_A_TIME)}>
              Show earlier ones
            </Button>
          )}
        </section>
      )}
    </Pane>
  )
}

function Goal({ approval }: { approval: ApprovalView }) {
  const { openRun } = useActions()
  return (
    <p className="flex min-w-0 items-baseline gap-1 text-soft text-xs">
      <span className="shrink-0">For</span>
      <button
        type="button"
        className="truncate text-left text-ink underline decoration-line-strong underline-offset-2 hover:decoration-current"
        onClick={() => openRun(approval.runId)}
      >
        {approval.goal}
      </button>
    </p>
  )
}

const Past = ({ approval }: { approval: ApprovalView }) => (
  <Disclosure
    title={
      <span className="flex min-w-0 flex-wrap items-baseline gap-x-2">
        <span className="truncate text-ink text-sm">
          {approval.kind === 'question' ? approval.reason : approval.title}
        </span>
        <span>{outcomeWords(approval)}</span>
      </span>
    }
    aside={<TimeAgo at={approval.answeredAt ?? approval.createdAt} className="shrink-0 text-faint" />}
  >
    <ApprovalCard approval={approval} context={<Goal approval={approval} />} />
  </Disclosure>
)

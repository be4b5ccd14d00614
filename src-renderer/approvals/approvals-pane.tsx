import { ShieldCheck } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useStore } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Loading } from '../ui/loading.tsx'
import { Pane } from '../ui/pane.tsx'
import { useRead } from '../ui/use-read.ts'
import { n, t } from '../words.ts'
import { ApprovalCard } from './approval-card.tsx'
import { ApprovalGoal } from './approval-goal.tsx'
import { ApprovalHistory } from './approval-history.tsx'
import { inOrder } from './approval-words.ts'
import { RunPermissions } from './run-permissions.tsx'

/** Everything the agent asks or asked: what waits first, what was answered below. */
export function ApprovalsPane() {
  const live = useStore(({ approvals }) => approvals.byId)
  const { value, failure, again } = useRead('approvals.list', {})
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

  return (
    <Pane
      title={t('Approvals')}
      about={
        count === 0
          ? t('Nothing waits for you.')
          : n(count, 'One thing waits for you.', '{count} things wait for you.')
      }
    >
      {failure && (
        <ErrorNote
          failure={failure}
          actions={
            <Button size="small" onClick={again}>
              {t('Try again')}
            </Button>
          }
        />
      )}
      {!value && !failure && pending.length === 0 && <Loading what={t('approvals')} />}
      {value && pending.length === 0 && past.length === 0 && (
        <EmptyState icon={ShieldCheck} title={t('Nothing to decide')}>
          {t(
            'What you ask for yourself, inside the folders and hosts you allowed, is done at once. Anything else the agent wants to write, send, delete or run is put before you here first, with what it would do.',
          )}
        </EmptyState>
      )}
      <section
        ref={waiting}
        tabIndex={-1}
        aria-labelledby="approvals-waiting"
        className="flex flex-col gap-4 outline-none"
      >
        <h2 id="approvals-waiting" className="sr-only">
          {t('Waiting for you')}
        </h2>
        {pending.map((approval) => (
          <ApprovalCard
            key={approval.id}
            approval={approval}
            context={<ApprovalGoal approval={approval} />}
          />
        ))}
      </section>
      <RunPermissions past={past} />
      {past.length > 0 && <ApprovalHistory past={past} />}
    </Pane>
  )
}

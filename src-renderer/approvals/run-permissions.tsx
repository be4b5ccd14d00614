import { ShieldCheck } from 'lucide-react'
import type { ApprovalView } from '../../src-preload/contract.ts'
import { goesOn } from '../store/select.ts'
import { useStore } from '../store/store.ts'
import { TimeAgo } from '../ui/time-ago.tsx'
import { said, t } from '../words.ts'
import { ApprovalGoal } from './approval-goal.tsx'

/** What was allowed for a whole run, while that run goes on. It ends with the run, and stopping that takes it back. */
export function RunPermissions({ past }: { past: readonly ApprovalView[] }) {
  const runs = useStore((state) => state.runs.list)
  const going = new Set(runs.filter(goesOn).map(({ id }) => id))
  const inForce = past.filter(({ answer, runId }) => answer === 'run' && going.has(runId))
  if (inForce.length === 0) return null
  return (
    <section aria-labelledby="approvals-in-force" className="flex flex-col gap-1.5">
      <h2 id="approvals-in-force" className="mt-2 font-medium text-soft text-xs">
        {t('Allowed while a run goes on')}
      </h2>
      <p className="text-soft text-xs leading-relaxed">
        {t('Each ends with its run; cancelling the run takes it back at once.')}
      </p>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
        {inForce.map((approval) => (
          <li key={approval.id} className="flex items-start gap-2 px-3 py-2">
            <ShieldCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-good" />
            <div className="min-w-0 flex-1">
              <p className="text-ink text-sm">{said(approval.title)}</p>
              <ApprovalGoal approval={approval} />
            </div>
            <TimeAgo at={approval.answeredAt ?? approval.createdAt} className="shrink-0 text-faint text-xs" />
          </li>
        ))}
      </ul>
    </section>
  )
}

import type { ApprovalView } from '../../src-preload/contract.ts'
import { useActions } from '../store/store.ts'
import { t } from '../words.ts'

/** Which goal something was asked for; leads to its run. */
export function ApprovalGoal({ approval }: { approval: ApprovalView }) {
  const { openRun } = useActions()
  return (
    <p className="flex min-w-0 items-baseline gap-1 text-soft text-xs">
      <span className="shrink-0">{t('For')}</span>
      <button
        type="button"
        className="truncate text-start text-ink underline decoration-line-strong underline-offset-2 hover:decoration-current"
        onClick={() => openRun(approval.runId)}
      >
        {approval.goal}
      </button>
    </p>
  )
}

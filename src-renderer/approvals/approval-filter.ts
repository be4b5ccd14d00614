import type { ApprovalView } from '../../src-preload/contract.ts'

/** What became of it. */
export type Outcome = 'all' | 'allowed' | 'rejected' | 'answered' | 'withdrawn'

export interface ApprovalFilter {
  outcome: Outcome
  query: string
}

/** How an approval that waits no more ended: an act was let through or not, a question was answered, or it lapsed. */
export function outcomeOf({ kind, status, answer }: ApprovalView): Exclude<Outcome, 'all'> {
  if (status === 'withdrawn') return 'withdrawn'
  if (kind === 'question') return 'answered'
  return answer === 'reject' || answer === 'skip' ? 'rejected' : 'allowed'
}

/** Whether it shows under a filter: its outcome, and every word in what was asked, why, for which goal, or said. */
export function fits(approval: ApprovalView, { outcome, query }: ApprovalFilter): boolean {
  const { title, reason, goal, said = '', tool } = approval
  const text = [title, reason, goal, said, tool].join('\n').toLowerCase()
  return (
    (outcome === 'all' || outcomeOf(approval) === outcome) &&
    query
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word))
  )
}

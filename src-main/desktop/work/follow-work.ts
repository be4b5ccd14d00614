import type { AgentEvent, ApprovalView, RunSummary } from '../../../src-preload/contract.ts'
import type { AgentLink } from '../agent-link.ts'

/** What the agent is at, as the desktop shows it. */
export interface Work {
  /** Whether the agent is there to be asked. */
  readonly online: boolean
  /** Since when everything is paused, ISO 8601. */
  readonly pausedSince?: string | undefined
  /** What the operator is asked, the oldest first. */
  readonly pending: readonly ApprovalView[]
  /** Goals that have not ended, the newest first. */
  readonly going: readonly RunSummary[]
}

export const NO_WORK: Work = { online: false, pending: [], going: [] }

const ENDED: readonly RunSummary['status'][] = ['succeeded', 'failed', 'cancelled']

/** The work after an event. Pure; an event that has no part in it changes nothing. */
export function workAfter(work: Work, event: AgentEvent): Work {
  switch (event.type) {
    case 'approval.opened':
      return { ...work, pending: [...others(work.pending, event.approval.id), event.approval] }
    case 'approval.closed':
      return { ...work, pending: others(work.pending, event.approval.id) }
    case 'run.changed': {
      const going = others(work.going, event.run.id)
      return { ...work, going: ENDED.includes(event.run.status) ? going : [event.run, ...going] }
    }
    case 'pause.changed':
      return { ...work, pausedSince: event.pause.since }
    default:
      return work
  }
}

const others = <Row extends { readonly id: string }>(rows: readonly Row[], id: string): Row[] =>
  rows.filter((row) => row.id !== id)

/** Keeps true what the agent is at, and tells of each change. */
export function followWork(
  link: AgentLink,
  changed: (work: Work) => void,
  report: (what: string, error: unknown) => void,
): void {
  let work = NO_WORK
  const show = (next: Work) => {
    if (next === work) return
    work = next
    changed(work)
  }
  const { operator } = link
  const read = async () => {
    const [pending, runs, pause] = await Promise.all([
      operator.call('approvals.list', { status: 'pending' }),
      operator.call('runs.list', { limit: 200 }),
      operator.call('pause.get', {}),
    ])
    const going = runs.filter(({ status }) => !ENDED.includes(status))
    show({ online: true, pausedSince: pause.since, pending: pending.toSorted(byAge), going })
  }
  operator.subscribe((event) => show(workAfter(work, event)))
  link.onPresence((present) => {
    if (present) read().catch((error) => report('what the agent is at could not be read', error))
    else show({ ...work, online: false })
  })
}

const byAge = (a: ApprovalView, b: ApprovalView) => Date.parse(a.createdAt) - Date.parse(b.createdAt)

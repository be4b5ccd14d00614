import type { ApprovalView, RunView } from '../../src-preload/contract.ts'
import type { State } from './state.ts'

const GOING_ON: readonly RunView['status'][] = ['queued', 'running', 'waiting']

export const goesOn = ({ status }: Pick<RunView, 'status'>): boolean => GOING_ON.includes(status)

/** The run that is going on in the conversation shown. */
export function activeRunOf({ conversations, runs }: State): RunView | undefined {
  const { selectedId } = conversations
  if (!selectedId) return undefined
  return Object.values(runs.byId).findLast((run) => run.conversationId === selectedId && goesOn(run))
}

/** Newest first. */
export const pendingApprovals = (byId: Readonly<Record<string, ApprovalView>>): ApprovalView[] =>
  Object.values(byId)
    .filter(({ status }) => status === 'pending')
    .sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt))

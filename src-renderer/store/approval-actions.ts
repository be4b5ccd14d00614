import type { ApprovalAnswer } from '../../src-preload/contract.ts'
import type { ActionContext } from './actions.ts'

export interface ApprovalActions {
  readonly loadApprovals: (status?: 'pending' | 'answered' | 'withdrawn') => Promise<void>
  /** An ApprovalAnswer, or for a question the answer's text. Answers whether it was taken. */
  readonly answerApproval: (
    id: string,
    answer: ApprovalAnswer | (string & {}),
    reason?: string,
  ) => Promise<boolean>
  readonly loadSchedules: () => Promise<void>
  readonly cancelSchedule: (id: string) => Promise<void>
}

export function approvalActions({ get, patch, update, attempt }: ActionContext): ApprovalActions {
  return {
    loadApprovals: async (status) => {
      const list = await attempt('approvals.list', status ? { status } : {})
      if (!list) return
      const kept = status
        ? Object.values(get().approvals.byId).filter((approval) => approval.status !== status)
        : []
      patch('approvals', {
        loaded: true,
        byId: Object.fromEntries([...kept, ...list].map((approval) => [approval.id, approval])),
      })
    },
    answerApproval: async (id, answer, reason) => {
      const approval = await attempt('approvals.answer', {
        id,
        answer,
        via: 'window',
        ...(reason ? { reason } : {}),
      })
      if (!approval) return false
      update((state) => ({
        ...state,
        approvals: { ...state.approvals, byId: { ...state.approvals.byId, [id]: approval } },
      }))
      return true
    },
    loadSchedules: async () => {
      const list = await attempt('schedules.list', {})
      if (list) patch('schedules', { list, loaded: true })
    },
    cancelSchedule: async (id) => {
      const cancelled = await attempt('schedules.cancel', { id })
      if (!cancelled) return
      patch('schedules', {
        list: get().schedules.list.map((schedule) => (schedule.id === id ? cancelled : schedule)),
      })
    },
  }
}

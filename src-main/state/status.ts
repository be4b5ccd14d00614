import type { InquiryKind } from './facts.ts'
import type { RunState, TaskState } from './run-state.ts'

export type RunStatus = 'queued' | 'running' | 'waiting' | 'succeeded' | 'failed' | 'cancelled'
export interface Wait {
  readonly for: 'approval' | 'answer' | 'event' | 'timer' | 'in-doubt'
  readonly what: string
}

const WAIT_FOR: Record<InquiryKind, Wait['for']> = {
  approval: 'approval',
  question: 'answer',
  'in-doubt': 'in-doubt',
}

/** What a run waits for: questions to the operator and times to ask a model again. */
export function waitsOf(run: RunState): Wait[] {
  if (run.ended) return []
  const inquiries = run.inquiries
    .filter(({ status }) => status === 'pending')
    .map(({ id, kind }): Wait => ({ for: WAIT_FOR[kind], what: id }))
  const timers = run.tasks.flatMap(({ modelCall }): Wait[] =>
    modelCall?.status === 'failed' && modelCall.retryAt !== undefined
      ? [{ for: 'timer', what: modelCall.retryAt }]
      : [],
  )
  return run.parked === undefined ? [...inquiries, ...timers] : [{ for: 'event', what: run.parked }]
}

/** 'waiting' only where nothing at all can proceed. */
export function statusOf(run: RunState): RunStatus {
  if (run.ended) return run.ended.status
  const busy =
    run.tasks.some(({ modelCall }) => modelCall && modelCall.status !== 'failed') ||
    run.effects.some(({ status }) => status === 'running' || status === 'approved')
  if (busy && run.parked === undefined) return 'running'
  if (waitsOf(run).length > 0) return 'waiting'
  return run.tasks.every(({ modelCalls }) => modelCalls === 0) ? 'queued' : 'running'
}

/** A task's status as a person sees it. */
export function taskStatusOf(run: RunState, task: TaskState): RunStatus | 'pending' {
  if (task.status !== 'open') return task.status
  const effects = run.effects.filter(({ taskId }) => taskId === task.id)
  if (task.modelCall?.status === 'requested' || effects.some(({ status }) => status === 'running'))
    return 'running'
  const asked = run.inquiries.some(
    (inquiry) => inquiry.status === 'pending' && effects.some(({ id }) => id === inquiry.effectId),
  )
  if (asked || task.modelCall?.status === 'failed') return 'waiting'
  return task.modelCalls === 0 ? 'pending' : 'running'
}

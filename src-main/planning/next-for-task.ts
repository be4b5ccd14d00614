import type { Action } from '../state/actions.ts'
import {
  effectsOfTask,
  isSettled,
  lastResponse,
  ROOT,
  type RunState,
  type TaskState,
} from '../state/run-state.ts'
import { missingActs, missingIsExplained } from './finish.ts'

/** Model calls a task may make; past it the task fails, so that a model that turns in circles comes to an end. */
const MODEL_CALLS_MOST = 60

/** What a task needs: to ask the model, to prepare the calls it asked for, to end, or nothing but time. */
export function nextForTask(run: RunState, task: TaskState): Action[] {
  if (task.status !== 'open' || !mayStart(run, task)) return blocked(run, task)
  const call = task.modelCall
  if (call?.status === 'requested') return []
  if (call?.status === 'failed') {
    return call.retryAt === undefined
      ? [failed(task, call.code ?? 'model-failed', call.errorRef)]
      : [{ do: 'wait-until', taskId: task.id, at: call.retryAt }]
  }
  if (call) return [request(run, task, call.attempt + 1)]
  return afterResponse(run, task)
}

function afterResponse(run: RunState, task: TaskState): Action[] {
  const response = lastResponse(task)
  if (!response) return [request(run, task, 1)]
  const effects = effectsOfTask(run, task.id)
  const unprepared = response.calls.flatMap((call, index): Action[] => {
    const effectId = `${run.id}:e${response.seq}.${index}`
    return effects.some(({ id }) => id === effectId)
      ? []
      : [
          {
            do: 'prepare-call',
            taskId: task.id,
            effectId,
            toolCallId: call.id,
            tool: call.tool,
            responseRef: response.ref,
          },
        ]
  })
  if (unprepared.length > 0) return unprepared
  if (effects.some((effect) => !isSettled(effect))) return []
  const unheard = task.thread.some((entry) => entry.kind !== 'response' && entry.seq > response.requestedSeq)
  if (unheard) return [request(run, task, 1)]
  if (task.id === ROOT && run.tasks.length > 1) return review(run, task, response.requestedSeq)
  return answered(run, task, response.ref)
}

/** The task's answer stands, unless it ends the run while acts that were asked for have no effect: asked about once. */
function answered(run: RunState, task: TaskState, answerRef: string): Action[] {
  const missing = task.id === ROOT ? missingActs(run) : []
  const asked = task.thread.some((entry) => entry.kind === 'notice' && entry.notice === 'missing-evidence')
  return missing.length === 0 || asked || missingIsExplained(run, missing)
    ? [{ do: 'end-task', taskId: task.id, status: 'succeeded', answerRef }]
    : [{ do: 'notify', taskId: task.id, notice: 'missing-evidence', about: missing }]
}

/** The root of a plan is asked again when a task has failed, and when all have ended; what it says then is the answer. */
function review(run: RunState, root: TaskState, knownSeq: number): Action[] {
  const planned = run.tasks.filter(({ id }) => id !== ROOT)
  const news = planned.filter(({ endedSeq }) => (endedSeq ?? 0) > knownSeq)
  const allEnded = planned.every(({ status }) => status !== 'open')
  if (news.some(({ status }) => status === 'failed') || (allEnded && news.length > 0))
    return [request(run, root, 1)]
  const response = lastResponse(root)
  if (!allEnded || !response) return []
  // a plan of which nothing is left to do is no answer yet
  return response.hasPlan ? [request(run, root, 1)] : answered(run, root, response.ref)
}

/** A task starts when all it depends on have succeeded. */
function mayStart(run: RunState, task: TaskState): boolean {
  return task.dependsOn.every((id) =>
    run.tasks.some((other) => other.id === id && other.status === 'succeeded'),
  )
}

/** A task whose dependency failed ends too, once the root has had its chance to plan around the failure, or has none. */
function blocked(run: RunState, task: TaskState): Action[] {
  if (task.status !== 'open') return []
  const root = run.tasks[0] as TaskState
  const responded =
    root.status === 'open' ? (lastResponse(root)?.requestedSeq ?? 0) : Number.POSITIVE_INFINITY
  const hopeless = task.dependsOn.some((id) => {
    const other = run.tasks.find((candidate) => candidate.id === id)
    return (
      !other || (other.status !== 'open' && other.status !== 'succeeded' && (other.endedSeq ?? 0) < responded)
    )
  })
  return hopeless ? [failed(task, 'dependency-failed')] : []
}

function request(run: RunState, task: TaskState, attempt: number): Action {
  if (task.modelCalls >= MODEL_CALLS_MOST) return failed(task, 'too-many-steps')
  const cause = task.modelCall?.callId
  // a repetition keeps the id of the call it repeats; a new one is named after the last fact it answers to
  const callId = cause ?? `${run.id}:m:${task.id}:${causeOf(run, task)}.${task.modelCalls}`
  return { do: 'request-model', taskId: task.id, callId, attempt }
}

/** The number of the fact that makes the task's next request due. */
function causeOf(run: RunState, task: TaskState): number {
  const heard = task.thread.at(-1)?.seq ?? 0
  const ended = task.id === ROOT ? Math.max(0, ...run.tasks.map(({ endedSeq }) => endedSeq ?? 0)) : 0
  return Math.max(heard, ended)
}

const failed = (task: TaskState, code: string, answerRef?: string): Action => ({
  do: 'end-task',
  taskId: task.id,
  status: 'failed',
  code,
  ...(answerRef === undefined ? {} : { answerRef }),
})

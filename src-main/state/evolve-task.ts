import { joinLabels, NO_LABELS } from '../vocabulary/labels.ts'
import type { ContentRef, Fact, PlannedTask } from './facts.ts'
import { ROOT, type RunState, type TaskState } from './run-state.ts'

type TaskFact = Extract<
  Fact,
  {
    type:
      | 'model.requested'
      | 'model.responded'
      | 'model.failed'
      | 'timer.fired'
      | 'notice.given'
      | 'task.ended'
      | 'steering.received'
  }
>

export const newTask = (task: PlannedTask, planRef?: ContentRef): TaskState => ({
  id: task.id,
  dependsOn: task.dependsOn,
  tools: task.tools,
  ...(planRef === undefined ? {} : { planRef }),
  status: 'open',
  thread: [],
  labels: NO_LABELS,
  modelCalls: 0,
  superseded: false,
})

/** What the model, its timers and the operator's words do to the task they are for. */
export function evolveTask(run: RunState, fact: TaskFact): RunState {
  const taskId = fact.type === 'steering.received' ? ROOT : fact.taskId
  const tasks = run.tasks.map((task) => (task.id === taskId ? next(task, fact) : task))
  // an interrupt voids every model call that is under way: they are asked again with what is new
  const interrupted = fact.type === 'steering.received' && fact.interrupt
  return { ...run, tasks: interrupted ? tasks.map(withoutCall) : tasks }
}

function next(task: TaskState, fact: TaskFact): TaskState {
  switch (fact.type) {
    case 'model.requested':
      return {
        ...task,
        modelCall: {
          callId: fact.callId,
          attempt: fact.attempt,
          requestedSeq: fact.seq,
          status: 'requested',
        },
        modelCalls: task.modelCalls + 1,
      }
    case 'model.responded':
      return {
        ...withoutCall(task),
        labels: fact.labels ? joinLabels(task.labels, fact.labels) : task.labels,
        thread: [
          ...task.thread,
          {
            kind: 'response',
            seq: fact.seq,
            ref: fact.responseRef,
            calls: fact.calls,
            hasText: fact.hasText,
            hasPlan: fact.plan !== undefined,
            requestedSeq: task.modelCall?.requestedSeq ?? fact.seq,
          },
        ],
      }
    case 'model.failed':
      return {
        ...task,
        modelCall: {
          callId: fact.callId,
          attempt: task.modelCall?.attempt ?? 1,
          requestedSeq: task.modelCall?.requestedSeq ?? fact.seq,
          status: 'failed',
          code: fact.code,
          errorRef: fact.errorRef,
          ...(fact.retryAt === undefined ? {} : { retryAt: fact.retryAt }),
        },
      }
    case 'timer.fired':
      return task.modelCall?.status === 'failed'
        ? { ...task, modelCall: { ...task.modelCall, status: 'due' } }
        : task
    case 'notice.given':
      return {
        ...task,
        thread: [...task.thread, { kind: 'notice', seq: fact.seq, ref: fact.textRef, notice: fact.notice }],
      }
    case 'steering.received':
      return { ...task, thread: [...task.thread, { kind: 'steering', seq: fact.seq, ref: fact.triggerRef }] }
    case 'task.ended':
      return {
        ...withoutCall(task),
        status: fact.status,
        endedSeq: fact.seq,
        ...(fact.answerRef === undefined ? {} : { answerRef: fact.answerRef }),
        ...(fact.code === undefined ? {} : { code: fact.code }),
      }
  }
}

function withoutCall(task: TaskState): TaskState {
  const { modelCall: _, ...rest } = task
  return rest
}

/**
 * A plan replaces the tasks that have not started; those under way or ended stay, and a failure it came after is
 * taken account of.
 */
export function withPlan(run: RunState, plan: readonly PlannedTask[], planRef: ContentRef): RunState {
  const kept = run.tasks
    .filter((task) => task.id === ROOT || task.status !== 'open' || task.modelCalls > 0)
    .map((task) => (task.status === 'failed' ? { ...task, superseded: true } : task))
  const added = plan
    .filter(({ id }) => !kept.some((task) => task.id === id))
    .map((task) => newTask(task, planRef))
  return { ...run, tasks: [...kept, ...added] }
}

import { joinLabels, NO_LABELS } from '../vocabulary/labels.ts'
import { evolveEffect } from './evolve-effect.ts'
import { evolveTask, newTask, withPlan } from './evolve-task.ts'
import type { Fact } from './facts.ts'
import { ROOT, type RunState } from './run-state.ts'

export const initialRun = (id: string): RunState => ({
  id,
  seq: 0,
  created: false,
  conversationId: '',
  principal: 'agent',
  channel: 'api',
  triggerRef: '',
  goalRef: '',
  labels: NO_LABELS,
  timeZone: 'UTC',
  demands: [],
  tasks: [],
  effects: [],
  inquiries: [],
  steering: [],
  cancelRequested: false,
  model: '',
  usage: { inputTokens: 0, outputTokens: 0 },
  createdAt: '',
  updatedAt: '',
})

/** The next state of a run. Pure; reads no content. A fact it does not know parks the run. */
export function evolve(run: RunState, fact: Fact): RunState {
  const here = { ...run, seq: fact.seq, updatedAt: fact.at }
  switch (fact.type) {
    case 'run.created':
      return {
        ...here,
        created: true,
        conversationId: fact.conversationId,
        principal: fact.principal,
        channel: fact.channel,
        triggerRef: fact.triggerRef,
        goalRef: fact.goalRef,
        labels: fact.labels,
        timeZone: fact.timeZone,
        demands: fact.demands,
        tasks: [newTask({ id: ROOT, dependsOn: [], tools: [] })],
        createdAt: fact.at,
      }
    case 'run.recovered':
      return {
        ...here,
        tasks: here.tasks.map((task) =>
          task.modelCall?.status === 'requested'
            ? { ...task, modelCall: { ...task.modelCall, status: 'lost' } }
            : task,
        ),
        effects: here.effects.map((effect) =>
          effect.status === 'running' ? { ...effect, status: 'in-doubt', doubt: 'crash' } : effect,
        ),
      }
    case 'model.requested':
      return { ...evolveTask(here, fact), model: fact.model }
    case 'model.responded': {
      const next = evolveTask(here, fact)
      const usage = {
        inputTokens: run.usage.inputTokens + fact.usage.inputTokens,
        outputTokens: run.usage.outputTokens + fact.usage.outputTokens,
      }
      return { ...(fact.plan ? withPlan(next, fact.plan, fact.responseRef) : next), usage }
    }
    case 'model.failed':
    case 'timer.fired':
    case 'notice.given':
    case 'task.ended':
      return evolveTask(here, fact)
    case 'steering.received':
      return {
        ...evolveTask(here, fact),
        demands: [...run.demands, ...fact.demands],
        labels: fact.labels ? joinLabels(run.labels, fact.labels) : run.labels,
        steering: [...run.steering, fact.triggerRef],
      }
    case 'effect.intended':
    case 'effect.refused':
    case 'effect.decided':
    case 'effect.dispatched':
    case 'effect.doubted':
    case 'effect.probed':
      return evolveEffect(here, fact)
    case 'effect.settled':
      return withResult(evolveEffect(here, fact), fact)
    case 'inquiry.opened':
    case 'inquiry.answered':
    case 'inquiry.withdrawn':
      return evolveEffect(here, fact)
    case 'cancel.requested':
      return { ...here, cancelRequested: true }
    case 'run.ended':
      return {
        ...here,
        ended: { status: fact.status, answerRef: fact.answerRef, reasonRef: fact.reasonRef },
      }
    default:
      return {
        ...here,
        parked: `fact ${(fact as Fact).seq} is of a kind this version does not know: ${(fact as Fact).type}`,
      }
  }
}

/** The result joins its task's thread, and its labels what the task has read. */
function withResult(run: RunState, fact: Extract<Fact, { type: 'effect.settled' }>): RunState {
  const effect = run.effects.find(({ id }) => id === fact.effectId)
  return {
    ...run,
    tasks: run.tasks.map((task) =>
      task.id === effect?.taskId
        ? {
            ...task,
            labels: joinLabels(task.labels, fact.labels),
            thread: [...task.thread, { kind: 'result', seq: fact.seq, effectId: fact.effectId }],
          }
        : task,
    ),
  }
}

export const foldRun = (id: string, facts: Iterable<Fact>, from: RunState = initialRun(id)): RunState => {
  let run = from
  for (const fact of facts) run = evolve(run, fact)
  return run
}

import type { Model, ModelEvent, ModelRequest } from '../../model.ts'
import { readGoal } from './goal.ts'
import { planEvents } from './plan.ts'
import { reportPlan } from './report.ts'
import { runTask } from './run-task.ts'

/**
 * The model that needs no key and no network: it reads imperative requests by rules and turns them into the calls of
 * the tools it was given. Deterministic, and without any state but the request: asked again with the same thread it
 * says the same. What it cannot do it fails with a ModelError that says what it can.
 */
export function createOfflinePlanner(): Model {
  return {
    id: 'offline',
    respond: async function* (request, signal) {
      signal.throwIfAborted()
      yield* respond(request)
    },
  }
}

function respond(request: ModelRequest): readonly ModelEvent[] {
  const goal = readGoal(request)
  if (request.task) return runTask(request, goal.steps)
  const fresh = planEvents(request, goal)
  if (fresh) return fresh
  if (request.plan.length > 0) return [{ type: 'text', delta: reportPlan(request) }]
  return runTask(request, [...goal.steps, ...goal.added])
}

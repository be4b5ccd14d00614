import type { ModelEvent, ModelRequest, ProposedTask } from '../../model.ts'
import type { Goal, Step } from './goal.ts'
import { instructionOf, titleOf } from './goal.ts'
import { needsOf, waitsForSending } from './needs.ts'
import { toolsFor } from './tools-for.ts'

/**
 * A plan, where one is due: at first for a goal of several clauses, later for what the operator added. Undefined where
 * the thread itself does the work, or where nothing is new.
 */
export function planEvents(request: ModelRequest, { steps, added }: Goal): readonly ModelEvent[] | undefined {
  if (!request.canPlan) return undefined
  const planned = new Set(request.plan.map(({ id }) => id))
  if (planned.size === 0) {
    const started = request.thread.some((item) => item.type === 'response')
    const all = [...steps, ...added]
    if (started || all.length < 2) return undefined
    return [{ type: 'plan', tasks: tasksOf(request, all, steps.length) }]
  }
  const fresh = added.filter(({ id }) => !planned.has(id))
  if (fresh.length === 0) return undefined
  const waiting = request.plan.filter(({ status }) => status === 'pending')
  const kept = waiting.map(({ id, title, instruction, dependsOn }): ProposedTask => {
    const step = [...steps, ...added].find((each) => each.id === id)
    return { id, title, instruction, dependsOn, tools: step ? toolsFor(request, step.command) : [] }
  })
  const all = [...steps, ...added.filter(({ id }) => planned.has(id)), ...fresh]
  const more = tasksOf(request, all, steps.length).filter(({ id }) => fresh.some((step) => step.id === id))
  return [{ type: 'plan', tasks: [...kept, ...more] }]
}

/** One task a step; what need not wait for another runs beside it. */
const tasksOf = (request: ModelRequest, steps: readonly Step[], ofGoal: number): ProposedTask[] =>
  steps.map((step, index) => ({
    id: step.id,
    title: titleOf(step),
    instruction: instructionOf(step, index < ofGoal),
    dependsOn: [...new Set([...needsOf(steps, index), ...waitsForSending(request.goal, steps, index)])],
    tools: toolsFor(request, step.command),
  }))

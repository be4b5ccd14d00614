import type { Action } from '../state/actions.ts'
import { isSettled, type RunState } from '../state/run-state.ts'
import { finishIfDone } from './finish.ts'
import { nextForEffect } from './next-for-effect.ts'
import { nextForTask } from './next-for-task.ts'

/** What to do next in a run: a pure function of its journal's fold. Asked twice in the same state, it says the same. */
export function decide(run: RunState): Action[] {
  if (!run.created || run.ended || run.parked !== undefined) return []
  if (run.cancelRequested) return settleAll(run)
  const effects = run.effects.flatMap((effect) => nextForEffect(run, effect))
  const tasks = run.tasks.flatMap((task) => nextForTask(run, task))
  return [...effects, ...tasks, ...finishIfDone(run)]
}

/**
 * A cancelled run dispatches nothing more. It ends when every dispatched effect has an outcome or is in doubt; what is
 * in doubt stays so in its journal, as the last word about it.
 */
function settleAll(run: RunState): Action[] {
  const withdrawals = run.inquiries
    .filter(({ status }) => status === 'pending')
    .map(({ id }): Action => ({ do: 'withdraw', inquiryId: id }))
  const notStarted = run.effects
    .filter(({ status }) => status === 'intended' || status === 'asking' || status === 'approved')
    .map(({ id }): Action => ({ do: 'settle', effectId: id, as: 'cancelled' }))
  const stillRunning = run.effects.some((effect) => !isSettled(effect) && effect.status === 'running')
  if (withdrawals.length + notStarted.length > 0) return [...withdrawals, ...notStarted]
  return stillRunning ? [] : [{ do: 'end-run', status: 'cancelled', code: 'cancelled' }]
}

import type { Action } from '../state/actions.ts'
import { ROOT, type RunState } from '../state/run-state.ts'
import type { Act } from '../vocabulary/effect.ts'

/**
 * Ends the run when its root task has ended. It succeeds only where no task is left failed and every act that was
 * asked for has its effect: a claim without one goes back to the model once, and then fails the run.
 */
export function finishIfDone(run: RunState): Action[] {
  const root = run.tasks.find(({ id }) => id === ROOT)
  if (!root || root.status === 'open') return []
  const openTasks = run.tasks.filter(({ status }) => status === 'open')
  if (openTasks.length > 0) return []
  const answer = root.answerRef === undefined ? {} : { answerRef: root.answerRef }
  if (root.status !== 'succeeded')
    return [{ do: 'end-run', status: root.status, ...answer, code: root.code ?? 'failed' }]
  const failed = run.tasks.find((task) => task.status === 'failed' && !task.superseded)
  if (failed) return [{ do: 'end-run', status: 'failed', ...answer, code: failed.code ?? 'task-failed' }]
  const missing = missingActs(run)
  if (missing.length > 0)
    return [{ do: 'end-run', status: 'failed', ...answer, code: 'no-evidence', missing }]
  return [{ do: 'end-run', status: 'succeeded', ...answer }]
}

/** Acts that were asked for and that no effect is left for: each succeeded effect shows one, matched as well as can be. */
export function missingActs(run: RunState): Act[] {
  const done = run.effects.filter(({ status }) => status === 'succeeded').map(({ acts }) => acts)
  const shows = new Map<number, Act>()
  // gives an effect that does something else as well to that, where this act has no other
  const place = (act: Act, tried: Set<number>): boolean =>
    done.some((acts, index) => {
      if (tried.has(index) || !acts.includes(act)) return false
      tried.add(index)
      const before = shows.get(index)
      if (before !== undefined && !place(before, tried)) return false
      shows.set(index, act)
      return true
    })
  return run.demands.flatMap(({ act }) => (place(act, new Set()) ? [] : [act]))
}

/** Whether the operator, the policy or a failure already said why those acts are missing. */
export function missingIsExplained(run: RunState, missing: readonly Act[]): boolean {
  return missing.every((act) =>
    run.effects.some(
      ({ acts, status }) =>
        acts.includes(act) && (status === 'denied' || status === 'skipped' || status === 'failed'),
    ),
  )
}

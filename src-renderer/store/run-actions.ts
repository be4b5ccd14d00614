import type { RunStatus, StepView } from '../../src-preload/contract.ts'
import type { ActionContext } from './actions.ts'
import { withReadRun } from './apply-event.ts'

export interface RunActions {
  readonly loadRuns: (filter?: { status?: RunStatus; query?: string; limit?: number }) => Promise<void>
  /** Reads its whole view into `runs.byId`. */
  readonly loadRun: (id: string) => Promise<void>
  readonly loadSteps: (id: string) => Promise<StepView[] | undefined>
  /** What does not fit in its journal, in words. */
  readonly verifyRun: (id: string) => Promise<string[] | undefined>
  readonly cancelRun: (id: string) => Promise<void>
  /** The same goal again, in the same conversation, which is shown. */
  readonly retryRun: (id: string) => Promise<void>
  /** Everything, now. */
  readonly stopAll: () => Promise<void>
  readonly loadPause: () => Promise<void>
  readonly pauseAll: () => Promise<void>
  readonly endPause: () => Promise<void>
}

export function runActions({ patch, update, attempt, get }: ActionContext): RunActions {
  return {
    loadRuns: async (filter = {}) => {
      const list = await attempt('runs.list', filter)
      if (list) patch('runs', { list, loaded: true })
    },
    loadRun: async (id) => {
      const run = await attempt('runs.get', { id })
      if (run) update((state) => ({ ...state, runs: withReadRun(state.runs, run) }))
    },
    loadSteps: (id) => attempt('runs.steps', { id }),
    verifyRun: async (id) => (await attempt('runs.verify', { id }))?.problems,
    cancelRun: async (id) => {
      await attempt('runs.cancel', { id })
    },
    retryRun: async (id) => {
      const started = await attempt('runs.retry', { id })
      if (started && get().conversations.selectedId !== started.conversationId) {
        patch('conversations', { selectedId: started.conversationId })
      }
      if (started) patch('ui', { pane: 'chat' })
    },
    loadPause: async () => {
      const pause = await attempt('pause.get', {})
      if (pause) patch('ui', { pausedSince: pause.since })
    },
    pauseAll: async () => void (await attempt('pause.begin', {})),
    endPause: async () => void (await attempt('pause.end', {})),
    stopAll: async () => {
      await attempt('stop', {})
    },
  }
}

import type { AgentEvent, PauseView } from '../../src-preload/contract.ts'
import type { Standing } from '../state/sqlite/standing.ts'
import type { Clock } from '../vocabulary/clock.ts'

export interface PauseDeps {
  readonly standing: Standing
  readonly clock: Clock
  readonly emit: (event: AgentEvent) => void
  /** Makes the next step of every run that has not ended. */
  readonly goOn: () => Promise<void>
}

/**
 * Everything is paused: what is under way comes to its end and is recorded, goals and answers are taken, but no run
 * makes another step until it is resumed, be it by a later process. A run that is cancelled still ends.
 */
export function createPause({ standing, clock, emit, goOn }: PauseDeps) {
  const view = (): PauseView => {
    const since = standing.since()
    return since === undefined ? {} : { since }
  }
  return {
    view,
    methods: {
      'pause.get': view,
      'pause.begin': () => {
        standing.begin(new Date(clock.now()).toISOString())
        emit({ type: 'pause.changed', pause: view() })
        return view()
      },
      'pause.end': async () => {
        if (!standing.end()) return view()
        emit({ type: 'pause.changed', pause: view() })
        await goOn()
        return view()
      },
    },
  }
}

import type { Advancer, Arrival } from '../state/advance.ts'
import type { Clock } from '../vocabulary/clock.ts'

/** How often an outcome that could not be written is tried again, in ms. */
const ARRIVE_AGAIN_MS = 2_000

export interface ArrivalNeeds {
  readonly clock: Clock
  readonly advance: Advancer['advance']
  readonly report: (what: string, error: unknown) => void
}

export interface Arrivals {
  /** What a model, a tool or a timer has to say goes into its run. */
  arrive(runId: string, arrival: Arrival): void
  /** Asks the model of this task again at a time. */
  armTimer(runId: string, taskId: string, at: string): void
  /** What ends from now on is taken up by the next process, like after a crash. */
  close(): void
}

export function createArrivals({ clock, advance, report }: ArrivalNeeds): Arrivals {
  let closing = false
  const arrive = (runId: string, arrival: Arrival): void => {
    if (closing) return
    advance(runId, arrival).catch((error) => {
      // an outcome must not be lost while the process lives: the disk may have space again
      report(`an outcome of ${runId} could not be written; it will be tried again`, error)
      clock.after(ARRIVE_AGAIN_MS, () => arrive(runId, arrival))
    })
  }
  const armed = new Set<string>()
  return {
    arrive,
    armTimer: (runId, taskId, at) => {
      const key = `${runId} ${taskId} ${at}`
      if (armed.has(key)) return
      armed.add(key)
      clock.after(Date.parse(at) - clock.now(), () => {
        armed.delete(key)
        arrive(runId, (run) => {
          const call = run.tasks.find(({ id }) => id === taskId)?.modelCall
          return call?.retryAt === at ? { facts: [{ type: 'timer.fired', taskId }] } : undefined
        })
      })
    },
    close: () => {
      closing = true
    },
  }
}

import type { Clock } from '../../vocabulary/clock.ts'
import { ToolError } from '../../vocabulary/errors.ts'

/** How often a server is called at the most, and how long a call over that waits for its turn. */
export const CALL_RATE = { calls: 60, perMs: 60_000, longestWaitMs: 10_000 }

/** Lets so many calls through in any span of time; one over that waits, or fails where its turn is too far off. */
export interface CallRate {
  /** Throws ToolError 'too-many-calls'. */
  take(signal: AbortSignal): Promise<void>
}

export function createCallRate(server: string, clock: Clock, rate = CALL_RATE): CallRate {
  let taken: number[] = []
  return {
    take: async (signal) => {
      const now = clock.now()
      taken = taken.filter((at) => at > now - rate.perMs)
      // a call that waits has its turn when the one so many before it is old enough
      const before = taken[taken.length - rate.calls]
      const at = before === undefined ? now : before + rate.perMs
      if (at - now > rate.longestWaitMs) {
        throw new ToolError(
          'too-many-calls',
          `The server "${server}" was called ${rate.calls} times within ${rate.perMs / 1000} seconds.`,
          { fix: `Try again in ${Math.ceil((at - now) / 1000)} seconds.` },
        )
      }
      taken.push(at)
      if (at > now) await turn(clock, at - now, signal)
    },
  }
}

const turn = (clock: Clock, ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const withdraw = clock.after(ms, resolve)
    signal.addEventListener(
      'abort',
      () => {
        withdraw()
        reject(new ToolError('aborted', 'It was stopped before its turn came.'))
      },
      { once: true },
    )
  })

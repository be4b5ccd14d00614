/** A part that comes back after a crash, but not again and again. */
export interface RestartLimit {
  /** It has crashed: whether it should come back by itself. */
  crashed(at: number): boolean
}

/** As many crashes within as many ms are borne. */
export function createRestartLimit(most: number, withinMs: number): RestartLimit {
  let crashes: number[] = []
  return {
    crashed: (at) => {
      crashes = [...crashes.filter((time) => at - time < withinMs), at]
      return crashes.length <= most
    },
  }
}

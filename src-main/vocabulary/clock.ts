import { randomUUID } from 'node:crypto'

/** Time, as a port: tests bring a clock they move by hand. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number
  /** Calls back once, `delayMs` from now (never sooner); the returned function withdraws it. */
  after(delayMs: number, callback: () => void): () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (delayMs, callback) => {
    // setTimeout overflows past 2^31-1 ms; a long wait is cut into spans of a day
    const longest = 86_400_000
    let handle: NodeJS.Timeout
    const arm = (left: number) => {
      handle = setTimeout(() => (left > longest ? arm(left - longest) : callback()), Math.min(left, longest))
      handle.unref?.()
    }
    arm(Math.max(0, delayMs))
    return () => clearTimeout(handle)
  },
}

/** Fresh ids, as a port: `prefix_` and 16 random hexadecimal digits. */
export type NewId = (prefix: string) => string
export const randomId: NewId = (prefix) => `${prefix}_${randomUUID().replaceAll('-', '').slice(0, 16)}`

/** A rhythm of the process itself, apart from the time of day: a clock that is moved does not make it beat faster. */
export type Beat = (everyMs: number, callback: () => void) => () => void
export const systemBeat: Beat = (everyMs, callback) => {
  const handle = setInterval(callback, everyMs)
  handle.unref?.()
  return () => clearInterval(handle)
}

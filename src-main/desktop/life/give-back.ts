import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { type Clock, systemClock } from '../../vocabulary/clock.ts'

/** Nothing has happened for so long, in ms. */
const REST_MS = 5_000

/**
 * Gives memory back that was needed to start, or for what has just been done, once nothing has happened for a while. By
 * itself the engine does so half a minute later, and keeps spare pages. To be told of everything that happens.
 */
export function giveBackAtRest(clock: Clock = systemClock, giveBack = collectAll): () => void {
  let withdraw = () => {}
  return () => {
    withdraw()
    withdraw = clock.after(REST_MS, giveBack)
  }
}

/** Holds the thread up for some 50 ms. */
export function collectAll(): void {
  // a context of its own is given the function; those that come after it are not
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as (options: object) => void
  setFlagsFromString('--no-expose-gc')
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}

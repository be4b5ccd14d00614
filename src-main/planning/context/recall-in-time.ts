import type { Clock } from '../../vocabulary/clock.ts'
import { messageOf } from '../../vocabulary/errors.ts'

/** Longest that a step waits for what memory holds. */
const LONGEST_MS = 1_000

export type Recalled<Row> = { readonly rows: readonly Row[]; readonly problem?: string }

/** What memory gives within a second; where it fails or is late, nothing, and why. Never throws, never hangs. */
export async function recallInTime<Row>(
  ask: () => Promise<readonly Row[]>,
  clock: Pick<Clock, 'after'>,
): Promise<Recalled<Row>> {
  let withdraw = (): void => undefined
  const late = new Promise<Recalled<Row>>((resolve) => {
    withdraw = clock.after(LONGEST_MS, () =>
      resolve({ rows: [], problem: `It did not answer within ${LONGEST_MS / 1_000} s` }),
    )
  })
  const asked = async (): Promise<Recalled<Row>> => ({ rows: await ask() })
  try {
    return await Promise.race([asked(), late])
  } catch (error) {
    return { rows: [], problem: `It could not be asked: ${messageOf(error)}` }
  } finally {
    withdraw()
  }
}

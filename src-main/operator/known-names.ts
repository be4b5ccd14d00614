import type { Clock } from '../vocabulary/clock.ts'

/** Names of people, kept at hand so that whoever begins to speak waits for no search. */
export interface KnownNames {
  current(): readonly string[]
  /** Memory is another one: they are read again in a while. */
  changed(): void
}

/** A long import changes memory many times. */
const SETTLES_MS = 3_000

export function keepKnownNames(
  read: () => Promise<readonly string[]>,
  clock: Clock,
  report: (what: string, error: unknown) => void,
): KnownNames {
  let known: readonly string[] = []
  let waits = false
  return {
    current: () => known,
    changed: () => {
      if (waits) return
      waits = true
      clock.after(SETTLES_MS, () => {
        waits = false
        read().then(
          (names) => {
            known = names
          },
          (error) => report('the names that memory knows could not be read', error),
        )
      })
    },
  }
}

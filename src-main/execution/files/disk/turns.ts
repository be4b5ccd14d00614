/** Lets one piece of work at a time act on a place; the others wait for their turn. */
export interface Turns {
  take<Value>(place: string, work: () => Promise<Value>): Promise<Value>
}

export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>()
  return {
    take(place, work) {
      const before = last.get(place) ?? Promise.resolve()
      const mine = before.then(work)
      // whoever comes next waits for the end, however it ends
      const ended = mine.then(
        () => undefined,
        () => undefined,
      )
      last.set(place, ended)
      void ended.then(() => last.get(place) === ended && last.delete(place))
      return mine
    },
  }
}

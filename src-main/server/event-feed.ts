import type { AgentEvent } from '../../src-preload/contract.ts'
import type { OperatorApi } from '../operator/operator.ts'
import type { Clock } from '../vocabulary/clock.ts'

/** An event as it goes over the line. Streamed words have no id: they are of no use to whoever comes later. */
export interface FeedItem {
  readonly id?: number
  readonly json: string
}

export interface EventFeed {
  /**
   * Hands over each event from now on; before them those after `lastId`. Where these are no longer there, `gap` says so:
   * the listener must look at everything afresh. The returned function ends it.
   */
  listen(listener: (item: FeedItem) => void, lastId?: number): { gap: boolean; end: () => void }
}

const KEPT_EVENTS = 2_000
const KEPT_CHARACTERS = 8_000_000
/** How long after the last listener has gone events are still kept for its return, in ms. */
const LINGER_MS = 60_000

/**
 * Keeps recent events for listeners that lost their connection. Ids increase, over restarts too. It hears the agent only
 * while someone listens or has just done so: otherwise the agent would think that a reminder was shown to a person.
 */
export function createEventFeed(operator: OperatorApi, clock: Clock): EventFeed {
  const listeners = new Set<(item: FeedItem) => void>()
  const kept: { id: number; json: string }[] = []
  let characters = 0
  let lastGiven = clock.now()
  let stopHearing: (() => void) | undefined
  let stopLingering: (() => void) | undefined

  const keep = (json: string): FeedItem => {
    lastGiven += 1
    const item = { id: lastGiven, json }
    kept.push(item)
    characters += json.length
    while (kept.length > KEPT_EVENTS || (characters > KEPT_CHARACTERS && kept.length > 1)) {
      characters -= kept.shift()?.json.length ?? 0
    }
    return item
  }
  const hear = (event: AgentEvent) => {
    const json = JSON.stringify(event)
    const item = event.type === 'model.delta' ? { json } : keep(json)
    for (const listener of listeners) listener(item)
  }
  const leave = () => {
    if (listeners.size > 0) return
    stopLingering = clock.after(LINGER_MS, () => {
      stopHearing?.()
      stopHearing = undefined
      kept.length = 0
      characters = 0
      // what happens now is heard by nobody: ids from before must not seem up to date
      lastGiven += 1
    })
  }

  return {
    listen: (listener, lastId) => {
      stopLingering?.()
      stopHearing ??= operator.subscribe(hear)
      const oldest = kept[0]?.id ?? lastGiven + 1
      const gap = lastId !== undefined && (lastId < oldest - 1 || lastId > lastGiven)
      if (lastId !== undefined && !gap) {
        for (const item of kept) if (item.id > lastId) listener(item)
      }
      listeners.add(listener)
      return {
        gap,
        end: () => {
          if (listeners.delete(listener)) leave()
        },
      }
    },
  }
}

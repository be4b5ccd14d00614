import type { AgentEvent } from '../../src-preload/contract.ts'
import type { JoinedAgent } from '../join-agent.ts'
import type { OperatorApi } from '../operator/operator.ts'

export interface AgentLink {
  /** Calls wait until the agent is there. */
  readonly operator: OperatorApi
  /** Settles when the agent is there the first time. */
  readonly ready: Promise<JoinedAgent>
  /** Told whether the agent is there to be asked, now and whenever that changes. */
  onPresence(listener: (present: boolean) => void): void
  /** The machine was asleep: what came due meanwhile is looked for at once. */
  wake(): Promise<void>
  close(): Promise<void>
}

/**
 * The agent of the data directory, through changes of its owner: where another process owns it and ends, this one joins
 * again (and so becomes the owner) and says so through `rejoined`, for events were missed. `failed` is told when that
 * does not succeed; the first failure to join is that of `ready`.
 */
export function linkAgent(
  join: () => Promise<JoinedAgent>,
  { rejoined, failed }: { rejoined: () => void; failed: (error: unknown) => void },
): AgentLink {
  const listeners = new Set<(event: AgentEvent) => void>()
  const presence = new Set<(present: boolean) => void>()
  let present = false
  let closing = false
  const tell = (isPresent: boolean) => {
    present = isPresent
    for (const listener of presence) listener(isPresent)
  }
  const joinOnce = async (): Promise<JoinedAgent> => {
    const agent = await join()
    agent.operator.subscribe((event) => {
      for (const listener of listeners) listener(event)
    })
    await agent.resume()
    tell(true)
    void agent.ownerGone.then(async () => {
      if (closing) return
      tell(false)
      current = joinOnce()
      await current.then(rejoined, failed)
    })
    return agent
  }
  const ready = joinOnce()
  let current = ready
  return {
    ready,
    operator: {
      call: async (method, input) => (await current).operator.call(method, input),
      subscribe: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    onPresence: (listener) => {
      presence.add(listener)
      listener(present)
    },
    wake: async () => (await current).wake(),
    close: async () => {
      closing = true
      const agent = await current.catch(() => undefined)
      await agent?.close()
    },
  }
}

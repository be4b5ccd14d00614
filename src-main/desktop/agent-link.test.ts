import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { AgentEvent } from '../../src-preload/contract.ts'
import type { JoinedAgent } from '../join-agent.ts'
import { linkAgent } from './agent-link.ts'

/** An agent that answers with its name; `leave` ends its owner. */
function agentNamed(name: string) {
  const listeners = new Set<(event: AgentEvent) => void>()
  let leave = () => {}
  let resumed = false
  const agent = {
    operator: {
      call: async () => name,
      subscribe: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    ownerGone: new Promise<void>((resolve) => {
      leave = resolve
    }),
    resume: async () => {
      resumed = true
      for (const listener of listeners) listener({ type: 'memory.changed', id: name })
    },
    close: async () => undefined,
  } as Partial<JoinedAgent> as JoinedAgent
  return { agent, leave: () => leave(), resumed: () => resumed }
}
const nothing = { rejoined: () => undefined, failed: () => undefined }

describe('the window and its agent', () => {
  it('a call made while the agent is starting waits for it', async () => {
    let start = (_agent: JoinedAgent) => {}
    const link = linkAgent(() => new Promise((resolve) => (start = resolve)), nothing)
    const answer = link.operator.call('tools.list', {})
    start(agentNamed('first').agent)
    expect(await answer).toBe('first')
  })

  it('what the agent says while it takes up its work is heard', async () => {
    const heard: AgentEvent[] = []
    const first = agentNamed('first')
    const link = linkAgent(async () => first.agent, nothing)
    link.operator.subscribe((event) => heard.push(event))
    await link.ready
    expect(heard).toEqual([{ type: 'memory.changed', id: 'first' }])
  })

  it('when the owner in another process ends, it joins again, takes up the work and says so', async () => {
    const agents = [agentNamed('first'), agentNamed('second')] as const
    const queue = [...agents]
    const rejoined = new Promise<void>((resolve) => {
      const link = linkAgent(async () => queue.shift()?.agent as JoinedAgent, {
        rejoined: () => {
          expect(link.operator.call('tools.list', {})).resolves.toBe('second').then(resolve)
        },
        failed: () => undefined,
      })
      void link.ready.then(agents[0].leave)
    })
    await rejoined
    expect(agents[1].resumed()).toBe(true)
  })

  it('does not join again once it was closed', async () => {
    const first = agentNamed('first')
    let joins = 0
    const link = linkAgent(async () => {
      joins += 1
      return first.agent
    }, nothing)
    await link.ready
    await link.close()
    first.leave()
    await turn()
    expect(joins).toBe(1)
  })
})

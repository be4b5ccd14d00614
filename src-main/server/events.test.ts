import { describe, expect, it } from 'vitest'
import type { AgentEvent } from '../../src-preload/contract.ts'
import { agentUnderTest } from '../testing/agent-under-test.ts'
import { httpFace, TEST_TOKEN } from '../testing/http-face.ts'
import { createManualClock } from '../testing/manual-clock.ts'
import { connectOperator } from './client.ts'
import { createEventFeed, type FeedItem } from './event-feed.ts'
import { readEvents, type ServerSentEvent } from './read-events.ts'

const remember = (face: { agent: { operator: Parameters<typeof createEventFeed>[0] } }, text: string) =>
  face.agent.operator.call('memory.add', { text })

/** Reads events from the address until the wanted number has come. */
async function hear(address: string, count: number, lastId?: string, opened = () => {}) {
  const controller = new AbortController()
  const response = await fetch(`${address}/api/events`, {
    signal: controller.signal,
    headers: { authorization: `Bearer ${TEST_TOKEN}`, ...(lastId ? { 'last-event-id': lastId } : {}) },
  })
  opened()
  const events: ServerSentEvent[] = []
  if (!response.body) throw new Error('no stream')
  for await (const event of readEvents(response.body)) {
    events.push(event)
    if (events.length === count) break
  }
  controller.abort()
  return events
}
const rowOf = ({ data }: ServerSentEvent) => (JSON.parse(data) as { id: string }).id

describe('events over HTTP', () => {
  it('come in order with increasing ids, and are sent again from where a listener lost them', async () => {
    const face = await httpFace()
    const ids: string[] = []
    const heard = await hear(face.server.address, 3, undefined, () => {
      void (async () => {
        for (const text of ['one', 'two', 'three']) ids.push((await remember(face, text)).id)
      })()
    })
    expect(heard.map(rowOf)).toEqual(ids)
    const numbers = heard.map(({ id }) => Number(id))
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
    ids.push((await remember(face, 'four')).id)
    expect((await hear(face.server.address, 3, heard[0]?.id)).map(rowOf)).toEqual(ids.slice(1))
  })

  it('start with a reset where what was missed is gone', async () => {
    const face = await httpFace()
    const [first] = await hear(face.server.address, 1, '1')
    expect(first).toMatchObject({ type: 'reset' })
  })
})

describe('the feed of events', () => {
  const feedUnderTest = async () => {
    const face = await agentUnderTest()
    const clock = createManualClock('2026-03-02T08:00:00Z')
    let listeners = 0
    const operator: Parameters<typeof createEventFeed>[0] = {
      call: face.agent.operator.call,
      subscribe: (listener) => {
        listeners += 1
        const end = face.agent.operator.subscribe(listener)
        return () => {
          listeners -= 1
          end()
        }
      },
    }
    return { face, clock, feed: createEventFeed(operator, clock), listeners: () => listeners }
  }

  it('hears the agent only while somebody listens or has just done so', async () => {
    const { feed, clock, listeners } = await feedUnderTest()
    expect(listeners()).toBe(0)
    const { end } = feed.listen(() => {})
    expect(listeners()).toBe(1)
    end()
    clock.advance(59_000)
    expect(listeners()).toBe(1)
    clock.advance(1_000)
    expect(listeners()).toBe(0)
  })

  it('keeps what happens while a listener is away for a moment, and says so where it was away for longer', async () => {
    const { feed, clock, face } = await feedUnderTest()
    const heard: FeedItem[] = []
    feed.listen((item) => heard.push(item)).end()
    const { id } = await remember(face, 'while away')
    const back = feed.listen((item) => heard.push(item), clock.now())
    expect(back.gap).toBe(false)
    expect(heard.map(({ json }) => JSON.parse(json))).toEqual([{ type: 'memory.changed', id }])
    back.end()
    clock.advance(60_000)
    expect(feed.listen(() => {}, heard[0]?.id).gap).toBe(true)
  })
})

describe('an agent in another process', () => {
  it('is called and heard as if it were here', async () => {
    const face = await httpFace()
    const client = await connectOperator({ address: face.server.address, token: TEST_TOKEN })
    const heard = new Promise<AgentEvent>((resolve) => client.operator.subscribe(resolve))
    const row = await client.operator.call('memory.add', { text: 'from afar' })
    expect(await heard).toEqual({ type: 'memory.changed', id: row.id })
    await expect(client.operator.call('runs.get', { id: 'none' })).rejects.toMatchObject({ code: 'no-run' })
    client.close()
  })

  it('that ends is noticed, and said when it is called', async () => {
    const face = await httpFace()
    const client = await connectOperator({ address: face.server.address, token: TEST_TOKEN })
    await face.server.close()
    await client.ended
    await expect(client.operator.call('runs.list', {})).rejects.toMatchObject({ code: 'owner-gone' })
  })

  it('is not reached with a wrong token', async () => {
    const face = await httpFace()
    const { address } = face.server
    await expect(connectOperator({ address, token: 'wrong' })).rejects.toMatchObject({ code: 'unauthorised' })
  })
})

import { describe, expect, it } from 'vitest'
import { CallError } from '../adjutant-client.ts'
import { createHttpClient } from './http-client.ts'

const CLOSED = 2

/** The browser's side of a stream of events, in the test's hand. */
class Stream extends EventTarget {
  readyState = 0
  onopen: (() => void) | null = null
  onmessage: ((event: { data: string }) => void) | null = null
  onerror: (() => void) | null = null
  close() {
    this.readyState = CLOSED
  }
}

/** A page with its agent: streams as they were opened, delays as they were asked for, the listener's diary. */
function page(answer: () => Response = () => Response.json({ ok: true, value: 'yes' })) {
  const streams: Stream[] = []
  const delays: number[] = []
  const diary: string[] = []
  const requests: { url: string; body: string }[] = []
  let due: (() => void) | undefined
  const client = createHttpClient({
    fetch: async (url, init) => {
      requests.push({ url, body: String(init.body) })
      return answer()
    },
    openEvents: () => {
      const stream = new Stream()
      streams.push(stream)
      return stream as unknown as EventSource
    },
    after: (delayMs, callback) => {
      delays.push(delayMs)
      due = callback
      return () => {
        due = undefined
      }
    },
  })
  const end = client.listen({
    event: ({ type }) => diary.push(type),
    status: (status) => diary.push(status),
    stale: () => diary.push('stale'),
  })
  const latest = () => {
    const stream = streams.at(-1)
    if (!stream) throw new Error('no stream was opened')
    return stream
  }
  const open = () => {
    latest().readyState = 1
    latest().onopen?.()
  }
  const refuse = () => {
    latest().readyState = CLOSED
    latest().onerror?.()
  }
  const passTime = () => {
    const callback = due
    due = undefined
    callback?.()
  }
  return { client, end, streams, delays, diary, requests, latest, open, refuse, passTime }
}

const notReached = () => {
  throw new TypeError('Failed to fetch')
}
const signedOut = () =>
  Response.json({ ok: false, error: { code: 'no-token', message: 'No.' } }, { status: 401 })

describe('a lost stream', () => {
  it('that the browser resumes by itself is left to it, and misses nothing', () => {
    const { diary, latest, open, streams } = page()
    open()
    latest().readyState = 0
    latest().onerror?.()
    open()
    expect(diary).toEqual(['connecting', 'online', 'offline', 'online'])
    expect(streams).toHaveLength(1)
  })

  it('that the browser gave up is opened anew, and what was read before is stale', async () => {
    const { diary, open, refuse, passTime, delays } = page(notReached)
    open()
    refuse()
    await expect.poll(() => delays).toEqual([500])
    passTime()
    open()
    expect(diary).toEqual(['connecting', 'online', 'offline', 'online', 'stale'])
  })

  it('is tried ever more slowly, at most ten seconds apart, and quickly again after it was there', async () => {
    const { open, refuse, passTime, delays } = page(notReached)
    for (let tried = 1; tried <= 7; tried++) {
      refuse()
      await expect.poll(() => delays.length).toBe(tried)
      passTime()
    }
    expect(delays).toEqual([500, 1000, 2000, 4000, 8000, 10_000, 10_000])
    open()
    refuse()
    await expect.poll(() => delays.at(-1)).toBe(500)
  })

  it('that was refused for want of a session asks to sign in, and tries no more by itself', async () => {
    const { diary, refuse, delays } = page(signedOut)
    refuse()
    await expect.poll(() => diary).toEqual(['connecting', 'signed-out'])
    expect(delays).toEqual([])
  })

  it('is not tried again once nobody listens', async () => {
    const { diary, end, refuse, delays, streams } = page(notReached)
    end()
    refuse()
    expect([delays, streams.length, diary]).toEqual([[], 1, ['connecting']])
  })
})

it('events come in order, and a gap that the agent admits makes all stale', () => {
  const { diary, latest, open } = page()
  open()
  latest().onmessage?.({ data: '{"type":"memory.changed","id":"a"}' })
  latest().dispatchEvent(new Event('reset'))
  latest().onmessage?.({ data: '{"type":"run.changed"}' })
  expect(diary.slice(2)).toEqual(['memory.changed', 'stale', 'run.changed'])
})

describe('a call', () => {
  it('posts its input and answers the value', async () => {
    const { client, requests } = page()
    await expect(client.call('runs.get', { id: 'r' })).resolves.toBe('yes')
    expect(requests).toEqual([{ url: '/api/call/runs.get', body: '{"id":"r"}' }])
  })

  it.each([
    [
      'that is refused',
      () => Response.json({ ok: false, error: { code: 'no-run', message: 'No.' } }),
      'no-run',
    ],
    ['that does not arrive', notReached, 'unreachable'],
    ['whose answer is no JSON', () => new Response('<html>', { status: 502 }), 'unreadable'],
  ])('%s fails as such', async (_name, answer, code) => {
    const failure = await page(answer)
      .client.call('runs.get', { id: 'r' })
      .catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(CallError)
    expect(failure).toMatchObject({ code })
  })

  it('without a session asks to sign in', async () => {
    const { client, diary } = page(signedOut)
    await expect(client.call('host.get', {})).rejects.toThrow()
    expect(diary).toEqual(['connecting', 'signed-out'])
  })
})

describe('signing in', () => {
  it('opens the stream anew', async () => {
    const { client, streams, requests } = page(() => new Response(null, { status: 204 }))
    await client.signIn('secret')
    expect(requests).toEqual([{ url: '/api/session', body: '{"token":"secret"}' }])
    expect(streams).toHaveLength(2)
  })

  it('with a wrong token says where the right one is', async () => {
    const { client, streams } = page(signedOut)
    await expect(client.signIn('wrong')).rejects.toMatchObject({ code: 'bad-token' })
    expect(streams).toHaveLength(1)
  })
})

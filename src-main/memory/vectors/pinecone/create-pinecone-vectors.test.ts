import { describe, expect, it, onTestFinished } from 'vitest'
import { PineconeRefusal } from '../../../testing/vector-servers/pinecone-refusal.ts'
import { type PineconeServer, startPineconeServer } from '../../../testing/vector-servers/pinecone-server.ts'
import type { Clock } from '../../../vocabulary/clock.ts'
import type { VectorEntry } from '../vector-store.ts'
import { createPineconeVectors } from './create-pinecone-vectors.ts'

type Options = Partial<Parameters<typeof createPineconeVectors>[0]>

async function serverForTest(options?: { lag: number }): Promise<PineconeServer> {
  const server = await startPineconeServer(options)
  onTestFinished(server.stop)
  return server
}

function vectorsAt(server: PineconeServer, options: Options = {}) {
  const vectors = createPineconeVectors({
    apiKey: server.apiKey,
    index: 'memories',
    controllerUrl: server.url,
    model: 'test/model',
    dimension: 3,
    namespace: 'home',
    ...options,
  })
  onTestFinished(vectors.close)
  return vectors
}

/** Time that goes on as soon as somebody waits. */
function hurriedClock(): Clock {
  let now = 0
  return {
    now: () => now,
    after: (delayMs, callback) => {
      now += delayMs
      queueMicrotask(callback)
      return () => {}
    },
  }
}

const EAST = Float32Array.of(1, 0, 0)
const NORTH = Float32Array.of(0, 1, 0)
const NORTH_EAST = Float32Array.of(Math.SQRT1_2, Math.SQRT1_2, 0)

const entry = (id: string, vector = EAST, rest: Partial<VectorEntry> = {}): VectorEntry => ({
  id,
  vector,
  scope: 'person',
  kind: 'fact',
  thread: undefined,
  at: 1_000,
  trusted: true,
  ...rest,
})
const many = (count: number, dimension = 3) =>
  Array.from({ length: count }, (_, index) =>
    entry(
      `m${index}`,
      Float32Array.from({ length: dimension }, (_, place) => Math.sin(index + place) || 1),
    ),
  )
const ids = (matches: readonly { id: string }[]) => matches.map(({ id }) => id)
const lines = (server: PineconeServer, path: string) =>
  server.requests.filter(({ line }) => line.endsWith(path))

const createIndex = (name: string, dimension: number, metric: string) => ({
  name,
  schema: { fields: { _values: { type: 'dense_vector', dimension, metric } } },
  deployment: { deployment_type: 'managed', cloud: 'aws', region: 'us-east-1' },
})

describe('an index of Pinecone', () => {
  it('is made where it is not there, for cosine and the dimension of the model', async () => {
    const server = await serverForTest()
    await vectorsAt(server).put([entry('a')])
    expect(server.control.describe('memories')).toMatchObject({
      deployment: { deployment_type: 'managed' },
      schema: { fields: { _values: { dimension: 3, metric: 'cosine' } } },
    })
    expect(lines(server, 'POST /indexes')).toHaveLength(1)
  })

  it('is used as it is where it is there', async () => {
    const server = await serverForTest()
    server.control.create(createIndex('memories', 3, 'cosine'))
    await vectorsAt(server).put([entry('a')])
    expect(lines(server, 'POST /indexes')).toHaveLength(0)
  })

  it('may be made by two at the same time', async () => {
    const server = await serverForTest()
    const [one, other] = [vectorsAt(server), vectorsAt(server)]
    await Promise.all([one.put([entry('a')]), other.put([entry('b')])])
    await expect(one.count()).resolves.toBe(2)
  })

  it.each([
    [
      'of another dimension',
      createIndex('memories', 4, 'cosine'),
      'wrong-dimension',
      /4 dimensions, not of 3/,
    ],
    [
      'of another metric',
      createIndex('memories', 3, 'dotproduct'),
      'wrong-metric',
      /dotproduct, not by cosine/,
    ],
  ])('%s is refused, with what to do', async (_, request, code, message) => {
    const server = await serverForTest()
    server.control.create(request)
    await expect(vectorsAt(server).put([entry('a')])).rejects.toMatchObject({
      code,
      passing: false,
      message: expect.stringMatching(message),
      fix: expect.stringMatching(/Settings > Memory/),
    })
  })

  it('that is not ready yet may work later, and does', async () => {
    const server = await serverForTest()
    server.control.create(createIndex('memories', 3, 'cosine'))
    const index = server.control.indexes.get('memories')
    if (!index) throw new Error('not made')
    index.ready = false
    const vectors = vectorsAt(server)
    await expect(vectors.count()).rejects.toMatchObject({
      passing: true,
      message: expect.stringMatching(/not ready: Initializing/),
    })
    index.ready = true
    await expect(vectors.count()).resolves.toBe(0)
  })

  it('that is deleted fails one call, and is made anew by the next', async () => {
    const server = await serverForTest()
    const vectors = vectorsAt(server)
    await vectors.put([entry('a')])
    server.control.indexes.delete('memories')
    await expect(vectors.put([entry('b')])).rejects.toMatchObject({ passing: true })
    await vectors.put([entry('b')])
    await expect(vectors.count()).resolves.toBe(1)
  })
})

describe('a search in Pinecone', () => {
  it('sends the filter with the query, so that the nearest are looked for among what it admits', async () => {
    const server = await serverForTest()
    const vectors = vectorsAt(server)
    await vectors.put([
      entry('near, elsewhere', EAST, { scope: 'work' }),
      entry('near, too late', EAST, { at: 2_000, thread: 't' }),
      entry('near, doubtful', EAST, { trusted: false, thread: 't' }),
      entry('farther', NORTH_EAST, { thread: 't' }),
    ])
    const filter = {
      scopes: ['person', 'home'],
      kinds: ['fact'],
      thread: 't',
      from: 1_000,
      to: 2_000,
      trustedOnly: true,
    }
    await expect(vectors.search(EAST, filter, 1)).resolves.toEqual([
      { id: 'farther', similarity: expect.closeTo(Math.SQRT1_2, 6) },
    ])
    expect(lines(server, '/query')[0]?.body).toMatchObject({
      topK: 1,
      filter: {
        scope: { $in: ['person', 'home'] },
        kind: { $in: ['fact'] },
        thread: { $eq: 't' },
        trusted: { $eq: true },
        at: { $gte: 1_000, $lt: 2_000 },
      },
    })
  })

  it('finds nothing in no scope, and does not ask', async () => {
    const server = await serverForTest()
    const vectors = vectorsAt(server)
    await vectors.put([entry('a')])
    const before = server.requests.length
    await expect(vectors.search(EAST, { scopes: [] }, 5)).resolves.toEqual([])
    await expect(vectors.similarities(EAST, ['a'], { scopes: [] })).resolves.toEqual([])
    expect(server.requests).toHaveLength(before)
  })

  it('tells similarities of rows that the filter admits', async () => {
    const vectors = vectorsAt(await serverForTest())
    await vectors.put([entry('a', NORTH_EAST), entry('b', NORTH), entry('c', EAST, { scope: 'work' })])
    await expect(
      vectors.similarities(EAST, ['b', 'a', 'a', 'c', 'gone'], { scopes: ['person'] }),
    ).resolves.toEqual([
      { id: 'a', similarity: expect.closeTo(Math.SQRT1_2, 6) },
      { id: 'b', similarity: expect.closeTo(0, 6) },
    ])
  })

  it('sees one memory and one model only', async () => {
    const server = await serverForTest()
    const mine = vectorsAt(server)
    const others = [vectorsAt(server, { namespace: 'office' }), vectorsAt(server, { model: 'other/model' })]
    await mine.put([entry('mine')])
    for (const other of others) {
      await other.put([entry('theirs'), entry('mine', NORTH)])
      await expect(other.count()).resolves.toBe(2)
      await other.clear()
    }
    expect(ids(await mine.search(EAST, { scopes: ['person'] }, 5))).toEqual(['mine'])
    await expect(mine.count()).resolves.toBe(1)
  })
})

describe('what is written to Pinecone', () => {
  it.each([0, 1, 5])('can be read when put returns, where a write shows after %i looks', async (lag) => {
    const vectors = vectorsAt(await serverForTest({ lag }), { clock: hurriedClock() })
    await vectors.put([entry('a'), entry('b', NORTH)])
    expect(ids(await vectors.fetch(['a', 'b']))).toEqual(['a', 'b'])
    await vectors.put([entry('a', NORTH_EAST, { thread: 't', trusted: false })])
    expect(await vectors.fetch(['a'])).toEqual([entry('a', NORTH_EAST, { thread: 't', trusted: false })])
    await vectors.delete(['a', 'gone'])
    expect(await vectors.fetch(['a'])).toEqual([])
    await vectors.clear()
    await expect(vectors.count()).resolves.toBe(0)
  })

  it('stands one after the other where it is written at once', async () => {
    const vectors = vectorsAt(await serverForTest({ lag: 2 }), { clock: hurriedClock() })
    const writes = [EAST, NORTH, NORTH_EAST].map((vector) => vectors.put([entry('a', vector)]))
    await Promise.all(writes)
    expect(await vectors.fetch(['a'])).toEqual([entry('a', NORTH_EAST)])
  })

  it('is waited for no longer than a minute', async () => {
    const clock = hurriedClock()
    const vectors = vectorsAt(await serverForTest({ lag: Number.POSITIVE_INFINITY }), { clock })
    await expect(vectors.put([entry('a')])).rejects.toMatchObject({ code: 'store-lags', passing: true })
    expect(clock.now()).toBeGreaterThanOrEqual(60_000)
    expect(clock.now()).toBeLessThan(65_000)
  })

  it('goes in requests within the limits', async () => {
    const server = await serverForTest()
    const small = vectorsAt(server)
    await small.put(many(450))
    await expect(small.count()).resolves.toBe(450)
    const large = vectorsAt(server, { index: 'large', dimension: 3_072 })
    await large.put(many(90, 3_072))
    await expect(large.count()).resolves.toBe(90)
    const upserts = lines(server, 'memories/vectors/upsert').map(
      ({ body }) => (body as { vectors: unknown[] }).vectors.length,
    )
    expect(upserts).toEqual([200, 200, 50])
    const sizes = lines(server, 'large/vectors/upsert').map(({ bytes }) => bytes)
    expect(sizes.length).toBeGreaterThan(1)
    expect(Math.max(...sizes)).toBeLessThan(2_000_000)
  })

  it('comes back under any name', async () => {
    const vectors = vectorsAt(await serverForTest())
    const named = ['näh/é 50%', '记忆&id=a', '%C3%A9', '__proto__', '7'].map((id) =>
      entry(id, EAST, { scope: `project:${id}`, kind: id, thread: id }),
    )
    await vectors.put(named)
    for (const each of named) {
      expect(await vectors.fetch([each.id])).toEqual([each])
      const filter = { scopes: [each.scope], kinds: [each.kind], thread: each.id }
      expect(ids(await vectors.search(EAST, filter, 9))).toEqual([each.id])
    }
    await vectors.delete(named.map(({ id }) => id))
    await expect(vectors.count()).resolves.toBe(0)
  })

  it.each([
    ['of another dimension', entry('b', Float32Array.of(1, 0)), 'wrong-dimension'],
    ['that is not a number', entry('b', Float32Array.of(Number.NaN, 0, 1)), 'not-finite'],
    ['that is infinite', entry('b', Float32Array.of(Number.POSITIVE_INFINITY, 0, 1)), 'not-finite'],
    ['under a name too long', entry('b'.repeat(513)), 'unstorable'],
    ['under no name', entry(''), 'unstorable'],
  ])('is refused before anything is sent: a vector %s', async (_, bad, code) => {
    const server = await serverForTest()
    await expect(vectorsAt(server).put([entry('a'), bad])).rejects.toMatchObject({ code, passing: false })
    expect(server.requests).toHaveLength(0)
  })

  it.each([
    ['of another dimension', Float32Array.of(1, 0), 'wrong-dimension'],
    ['that is not a number', Float32Array.of(Number.NaN, 0, 1), 'not-finite'],
  ])('is not asked with a question %s', async (_, question, code) => {
    const server = await serverForTest()
    const vectors = vectorsAt(server)
    const filter = { scopes: ['person'] }
    await expect(vectors.search(question, filter, 1)).rejects.toMatchObject({ code, passing: false })
    await expect(vectors.similarities(question, ['a'], filter)).rejects.toMatchObject({
      code,
      passing: false,
    })
    expect(server.requests).toHaveLength(0)
  })

  it('needs no namespace to be deleted from', async () => {
    const vectors = vectorsAt(await serverForTest())
    await vectors.delete(['a'])
    await vectors.clear()
    await expect(vectors.fetch(['a', ''])).resolves.toEqual([])
    await expect(vectors.count()).resolves.toBe(0)
  })
})

describe('where Pinecone does not serve', () => {
  it('says that it cannot be reached, and works when it is back', async () => {
    const server = await serverForTest()
    const vectors = vectorsAt(server)
    await vectors.put([entry('a')])
    await server.stop()
    await expect(vectors.search(EAST, { scopes: ['person'] }, 1)).rejects.toMatchObject({
      code: 'store-unreachable',
      passing: true,
      message: expect.stringContaining(`The Pinecone index memories at ${server.url} cannot be reached`),
    })
    await server.start()
    expect(ids(await vectors.search(EAST, { scopes: ['person'] }, 1))).toEqual(['a'])
  })

  it.each([
    [429, undefined, 'Too many requests', 'store-unreachable', true],
    [500, undefined, 'Internal error', 'store-unreachable', true],
    [503, undefined, 'Unavailable', 'store-unreachable', true],
    [400, 3, 'Bad request', 'store-unusable', false],
    [402, undefined, 'Pay first', 'store-unusable', false],
    [403, 'FORBIDDEN', 'Quota reached', 'store-unusable', false],
  ] as const)(
    '%i is told as one that passes by itself or not',
    async (status, code, said, expected, passing) => {
      const server = await serverForTest()
      const vectors = vectorsAt(server)
      await vectors.put([entry('a')])
      server.answerWith(new PineconeRefusal(status, code, said))
      await expect(vectors.count()).rejects.toMatchObject({
        name: 'VectorStoreError',
        code: expected,
        passing,
      })
      server.answerWith()
      await expect(vectors.count()).resolves.toBe(1)
    },
  )

  it('says to check a key that is refused', async () => {
    const server = await serverForTest()
    await expect(vectorsAt(server, { apiKey: 'pcsk_another' }).count()).rejects.toMatchObject({
      code: 'store-refused',
      passing: false,
      message: `The Pinecone index memories at ${server.url} refuses the API key`,
      fix: expect.stringMatching(/Check the API key/),
    })
  })

  it.each(['', 'pcsk_with a space', 'pcsk_with\nanother line'])('refuses the key %j', async (apiKey) => {
    const server = await serverForTest()
    expect(() => vectorsAt(server, { apiKey })).toThrow(
      expect.objectContaining({
        code: 'store-refused',
        passing: false,
        message: expect.stringMatching(/no usable API key/),
      }),
    )
  })

  it('never tells the key', async () => {
    const server = await serverForTest()
    const vectors = vectorsAt(server)
    const told: unknown[] = []
    for (const status of [400, 401, 403, 404, 429]) {
      server.answerWith(new PineconeRefusal(status, 3, `no ${server.apiKey} here`))
      await vectors.count().catch((error: Error) => told.push(error.message))
    }
    expect(told).toHaveLength(5)
    expect(told.join('\n')).not.toContain(server.apiKey)
  })
})

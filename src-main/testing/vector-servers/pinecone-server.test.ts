import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PineconeServer, startPineconeServer } from './pinecone-server.ts'

let server: PineconeServer
beforeAll(async () => {
  server = await startPineconeServer()
  await ask('POST', '/indexes', index('there'))
  await upsert({
    id: 'a',
    values: [1, 0],
    metadata: { scope: 'person', at: 5, tags: ['x', 'y'], trusted: true },
  })
  await upsert({ id: 'b', values: [0, 1], metadata: { scope: 'work', at: 9, trusted: false } })
})
afterAll(() => server.stop())

const index = (name: string, field: object = {}, more: object = {}) => ({
  name,
  schema: { fields: { _values: { type: 'dense_vector', dimension: 2, metric: 'cosine', ...field } } },
  deployment: { deployment_type: 'managed', cloud: 'aws', region: 'us-east-1' },
  ...more,
})

interface Answer {
  readonly status: number
  readonly body: Record<string, unknown>
}

async function ask(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${server.url}${path}`, {
    method,
    headers: {
      'api-key': server.apiKey,
      'x-pinecone-api-version': '2026-07',
      'content-type': 'application/json',
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type') === 'application/json'
  return { status: response.status, body: isJson ? JSON.parse(text) : { text } }
}

const data = (path: string, body: unknown) => ask('POST', `/on/there${path}`, body)
const upsert = (...vectors: object[]) => data('/vectors/upsert', { namespace: 'n', vectors })
const query = (filter: unknown) => data('/query', { namespace: 'n', topK: 9, vector: [1, 0.1], filter })

describe("the test's Pinecone", () => {
  it.each([
    ['no key', { 'api-key': '' }, 401, { text: 'Invalid API Key' }],
    ['another key', { 'api-key': 'pcsk_other' }, 401, { text: 'Invalid API Key' }],
    ['another version', { 'x-pinecone-api-version': '2023-01' }, 400, { code: 3 }],
  ])('refuses %s', async (_, headers, status, body) => {
    await expect(ask('GET', '/indexes', undefined, headers)).resolves.toMatchObject({ status, body })
  })

  it('lists and describes its indexes', async () => {
    await expect(ask('GET', '/indexes')).resolves.toMatchObject({ body: { indexes: [{ name: 'there' }] } })
    await expect(ask('GET', '/indexes/there')).resolves.toMatchObject({
      status: 200,
      body: { status: { ready: true }, host: `${server.url.slice('http://'.length)}/on/there` },
    })
    await expect(ask('GET', '/indexes/gone')).resolves.toEqual({
      status: 404,
      body: { status: 404, error: { code: 'NOT_FOUND', message: 'Resource gone not found' } },
    })
  })

  it.each([
    ['a name that is there', index('there'), 409, 'ALREADY_EXISTS'],
    ['a name with capitals', index('There'), 400, 'INVALID_ARGUMENT'],
    ['an unknown metric', index('new', { metric: 'manhattan' }), 400, 'INVALID_ARGUMENT'],
    ['no dimension', index('new', { dimension: 0 }), 400, 'INVALID_ARGUMENT'],
    ['an unknown field', index('new', {}, { spec: {} }), 400, 'INVALID_ARGUMENT'],
  ])('makes no index of %s', async (_, body, status, code) => {
    await expect(ask('POST', '/indexes', body)).resolves.toMatchObject({
      status,
      body: { status, error: { code } },
    })
  })

  it.each([
    [
      'of another dimension',
      { id: 'c', values: [1, 0, 0], metadata: {} },
      /dimension 3 does not match .* index 2/,
    ],
    ['of zeros', { id: 'c', values: [0, 0], metadata: {} }, /at least one non-zero/],
    ['with what is no number', { id: 'c', values: [1, null], metadata: {} }, /expected number/],
    ['with null in its metadata', { id: 'c', values: [1, 0], metadata: { thread: null } }, /metadata/],
    ['with an unknown field', { id: 'c', values: [1, 0], metadata: {}, text: 'x' }, /Unrecognized key/],
    ['with a name beyond ASCII', { id: 'é', values: [1, 0], metadata: {} }, /ASCII/],
    [
      'with much metadata',
      { id: 'c', values: [1, 0], metadata: { text: 'x'.repeat(41_000) } },
      /exceeds the limit/,
    ],
  ])('keeps no vector %s', async (_, vector, message) => {
    await expect(upsert({ id: 'good', values: [1, 1], metadata: {} }, vector)).resolves.toMatchObject({
      status: 400,
      body: { code: 3, message: expect.stringMatching(message), details: [] },
    })
    const { body } = await ask('GET', '/on/there/vectors/fetch?ids=good&ids=c&namespace=n')
    expect(body.vectors).toEqual({})
  })

  it.each([
    ['half a text', '/query', '{"topK"'],
    ['no topK', '/query', { namespace: 'n', vector: [1, 0] }],
    ['a topK beyond 10000', '/query', { namespace: 'n', vector: [1, 0], topK: 10_001 }],
    ['a question of another dimension', '/query', { namespace: 'n', vector: [1], topK: 1 }],
    ['ids and all at once', '/vectors/delete', { namespace: 'n', ids: ['a'], deleteAll: true }],
    ['statistics with a filter', '/describe_index_stats', { filter: { scope: 'person' } }],
    [
      'more than 1000 vectors',
      '/vectors/upsert',
      {
        namespace: 'n',
        vectors: Array.from({ length: 1_001 }, (_, place) => ({
          id: `v${place}`,
          values: [1, 0],
          metadata: {},
        })),
      },
    ],
    ['more than 2 MB', '/vectors/upsert', `{"namespace":"n","vectors":[${' '.repeat(2_000_000)}]}`],
  ])('refuses %s', async (_, path, body) => {
    await expect(data(path, body)).resolves.toMatchObject({ status: 400, body: { code: 3, details: [] } })
  })

  it('knows no namespace that nothing was written to', async () => {
    await expect(data('/vectors/delete', { namespace: 'new', deleteAll: true })).resolves.toEqual({
      status: 404,
      body: { code: 5, message: 'Namespace not found', details: [] },
    })
  })

  it.each([
    [{ scope: { $in: ['person', 'x'] } }, ['a']],
    [{ scope: { $nin: ['person'] } }, ['b']],
    [{ scope: 'work' }, ['b']],
    [{ scope: { $ne: 'work' } }, ['a']],
    [{ trusted: { $eq: true } }, ['a']],
    [{ at: { $gte: 5, $lt: 9 } }, ['a']],
    [{ at: { $gt: 5, $lte: 9 } }, ['b']],
    [{ tags: { $exists: true } }, ['a']],
    [{ tags: { $in: ['y'] } }, ['a']],
    [{ $or: [{ at: 9 }, { tags: 'x' }] }, ['a', 'b']],
    [{ $and: [{ at: 9 }, { tags: 'x' }] }, []],
    [{ scope: { $in: ['person', 'work'] }, at: 5 }, ['a']],
    [undefined, ['a', 'b']],
  ])('finds by %j: %j', async (filter, expected) => {
    const { body } = await query(filter)
    expect((body.matches as { id: string }[]).map(({ id }) => id)).toEqual(expected)
  })

  it.each([
    {},
    [],
    { scope: {} },
    { scope: null },
    { scope: { $in: [] } },
    { scope: { $in: 'person' } },
    { trusted: { $in: [true] } },
    { scope: { $in: ['a', 1] } },
    { at: { $gte: '5' } },
    { at: { $between: [1, 2] } },
    { $not: [{ at: 5 }] },
    { $and: {} },
    { at: { $eq: [5] } },
  ])('does not understand the filter %j', async (filter) => {
    await expect(query(filter)).resolves.toMatchObject({ status: 400, body: { code: 3, details: [] } })
  })
})

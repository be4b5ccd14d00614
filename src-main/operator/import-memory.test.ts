import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { httpFace, TEST_TOKEN } from '../testing/http-face.ts'
import { importLines } from './import-lines.ts'

const authorization = `Bearer ${TEST_TOKEN}`
const lines = (...rows: unknown[]) =>
  rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n')

describe('importing over HTTP', () => {
  const post = async (body: string | Buffer, query = '?wait=1', type = 'application/x-ndjson') => {
    const face = await httpFace()
    const response = await fetch(`${face.server.address}/api/memory/import${query}`, {
      method: 'POST',
      headers: { authorization, 'content-type': type },
      body: typeof body === 'string' ? body : new Uint8Array(body),
    })
    // biome-ignore lint/suspicious/noExplicitAny: looked at by the expectations
    return { face, status: response.status, view: (await response.json()) as any }
  }
  const turns = [
    {
      externalId: 't1',
      text: 'Who supplies our toner?',
      speaker: 'Ann',
      thread: 'c',
      position: 1,
      at: '2026-01-05T10:00:00Z',
    },
    {
      externalId: 't2',
      text: 'That is Kowalski, since May.',
      speaker: 'Ben',
      thread: 'c',
      position: 2,
      at: '2026-01-05T10:01:00Z',
    },
    { externalId: 'n1', text: 'The fair is in Bonn', scope: 'work' },
  ]

  it('answers with counts once everything is searchable, by words and by meaning', async () => {
    const { face, status, view } = await post(lines(...turns))
    expect(status).toBe(200)
    expect(view).toMatchObject({ status: 'finished', received: 3, added: 3, refused: 0, pending: 0 })
    const { body } = await face.request('GET', '/api/memory?q=who%20provides%20printer%20ink%3F&k=2&thread=c')
    expect(body.hits.map((hit: { externalId: string }) => hit.externalId)).toContain('t2')
    expect(body.hits[0]).toMatchObject({
      id: expect.any(String),
      text: expect.any(String),
      at: expect.any(String),
      source: { kind: 'import' },
      scope: 'personal',
      kind: 'episode',
      score: expect.any(Number),
      why: expect.any(String),
    })
    expect(body.elapsedMs).toEqual(expect.any(Number))
    const work = await face.request('GET', '/api/memory?q=fair&scope=work')
    expect(work.body.hits.map((hit: { externalId: string }) => hit.externalId)).toEqual(['n1'])
  })

  it('without waiting answers at once with the name of the import', async () => {
    const { face, status, view } = await post(lines(...turns), '')
    expect(status).toBe(202)
    expect(view.importId).toEqual(expect.any(String))
    const later = await face.request('GET', `/api/memory/import/${view.importId}?wait=1`)
    expect(later.body).toMatchObject({ added: 3, pending: 0 })
  })

  it.each(['application/json', 'text/plain', 'application/octet-stream'])('takes %s too', async (type) => {
    expect((await post(lines(...turns), '?wait=1', type)).view).toMatchObject({ added: 3 })
  })

  it('is taken for what anyone may have written, unless the operator says it is theirs', async () => {
    const { face } = await post(lines(turns[0]))
    expect((await face.request('GET', '/api/memory?q=toner')).body.hits[0].trust).toBe('untrusted')
    const mine = await post(lines(turns[0]), '?wait=1&mine=1')
    expect((await mine.face.request('GET', '/api/memory?q=toner')).body.hits[0].trust).toBe('trusted')
  })
})

describe('lines that cannot be taken are named with their place, and the others are kept', () => {
  const good = { externalId: 'good', text: 'Rex is our dog' }
  it.each<[string, string | Buffer, string]>([
    ['not JSON', 'dear diary', 'is not JSON'],
    ['JSON that breaks off', '{"externalId": "x", "text": "a', 'is not JSON'],
    ['a list', '[1, 2]', 'expected object'],
    ['without a name', '{"text": "a"}', 'externalId'],
    ['with an empty name', '{"externalId": "", "text": "a"}', 'externalId'],
    ['without a text', '{"externalId": "x"}', 'text'],
    ['with an empty text', '{"externalId": "x", "text": "  "}', 'empty'],
    ['with a number for a text', '{"externalId": "x", "text": 5}', 'text'],
    [
      'with a text of a million characters',
      JSON.stringify({ externalId: 'x', text: 'long '.repeat(200_000) }),
      'longer than',
    ],
    [
      'with a text of 120,000 characters',
      JSON.stringify({ externalId: 'x', text: 'long '.repeat(24_000) }),
      '120000 characters',
    ],
    [
      'with a time that is none',
      '{"externalId": "x", "text": "a", "at": "yesterday-ish"}',
      '"at" is not a time',
    ],
    ['with a place that is no number', '{"externalId": "x", "text": "a", "position": "first"}', 'position'],
    ['of a kind that does not exist', '{"externalId": "x", "text": "a", "kind": "rumour"}', 'kind'],
    ['in a scope that cannot be', '{"externalId": "x", "text": "a", "scope": "\\"; drop"}', 'scope'],
    ['with NUL characters', '{"externalId": "x", "text": "a\\u0000b"}', 'NUL'],
    ['with half a surrogate pair', '{"externalId": "x", "text": "a\\ud800"}', 'Unicode'],
    ['in another encoding', Buffer.from('{"externalId": "x", "text": "Stra\xdfe"}', 'latin1'), 'UTF-8'],
  ])('%s', async (_, line, message) => {
    const { agent } = await httpFace()
    const bytes = Buffer.concat([
      Buffer.from(`${JSON.stringify(good)}\n`),
      Buffer.from(line),
      Buffer.from(`\n${JSON.stringify({ ...good, externalId: 'last' })}\n`),
    ])
    const view = await importLines(agent.operator, Readable.from([bytes.subarray(0, 60), bytes.subarray(60)]))
    expect(view).toMatchObject({ received: 3, added: 2, refused: 1 })
    expect(view.problems).toEqual([{ line: 2, message: expect.stringContaining(message) }])
  })

  it('the same name twice: the later text holds, and the earlier is kept as its version', async () => {
    const { agent } = await httpFace()
    const view = await importLines(
      agent.operator,
      Readable.from([Buffer.from(lines(good, { ...good, text: 'Rex is our cat' }))]),
    )
    expect(view).toMatchObject({ added: 1, changed: 1, refused: 0 })
    const [row] = await agent.operator.call('memory.list', {})
    expect(row?.text).toBe('Rex is our cat')
    const detail = await agent.operator.call('memory.get', { id: row?.id as string })
    expect(detail.versions.map(({ text }) => text)).toEqual(['Rex is our cat', 'Rex is our dog'])
  })

  it('an import that this process does not know is named', async () => {
    const { agent } = await httpFace()
    await expect(agent.operator.call('memory.imported', { importId: 'import_x' })).rejects.toMatchObject({
      code: 'no-import',
      fix: expect.stringContaining('again'),
    })
  })
})

it('what was exported can be imported elsewhere', async () => {
  const first = await httpFace()
  const second = await httpFace()
  await first.agent.operator.call('memory.add', { text: 'Rex is our dog', at: '2026-01-01T00:00:00Z' })
  const rows = await first.agent.operator.call('memory.page', {})
  const exported = Readable.from([Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))])
  await importLines(second.agent.operator, exported, { mine: true })
  expect(await second.agent.operator.call('memory.list', {})).toMatchObject([
    { text: 'Rex is our dog', at: '2026-01-01T00:00:00.000Z', trust: 'trusted' },
  ])
})

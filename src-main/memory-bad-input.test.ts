import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { startMemory } from './memory/worker/memory-client.ts'
import { agentUnderTest } from './testing/agent-under-test.ts'
import { type HttpFace, httpFace } from './testing/http-face.ts'
import { memoryUnderTest } from './testing/memory-under-test.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

const ROOT = join(import.meta.dirname, '..')
const BUNDLED = join(ROOT, 'resources', 'models')

/** What memory holds, and that it is still found. */
async function expectNothingLost({ request }: HttpFace, id: string): Promise<void> {
  expect((await request('GET', '/api/memory')).body.hits).toMatchObject([{ id, text: 'Ada likes green tea' }])
  expect((await request('GET', '/api/memory?q=green+tea')).body.hits[0]).toMatchObject({ id })
}

describe('what memory cannot take over HTTP is refused with what and where, and nothing is lost', () => {
  const HALF = '{"text": "half of a pair: \\ud800"}'
  it.each<[what: string, method: string, path: string, body: unknown, status: number, says: RegExp]>([
    ['no text', 'POST', '', {}, 400, /string.*at text/s],
    ['an empty text', 'POST', '', { text: '' }, 400, /must not be empty.*at text/s],
    ['a text of blanks', 'POST', '', { text: ' \n\t' }, 400, /must not be empty.*at text/s],
    ['a text of 1 MB', 'POST', '', { text: 'a'.repeat(1_000_000) }, 400, /100000 characters.*at text/s],
    ['a body of 10 MB', 'POST', '', { text: 'a'.repeat(10_000_000) }, 413, /larger|large/],
    ['NUL characters', 'POST', '', { text: 'a\0b' }, 400, /NUL/],
    ['half of a surrogate pair', 'POST', '', HALF, 400, /not valid Unicode/],
    ['JSON that breaks off', 'POST', '', '{"text": "a', 400, /not valid JSON/],
    ['a list for a text', 'POST', '', { text: ['a'] }, 400, /array.*at text/s],
    ['a kind that does not exist', 'POST', '', { text: 'a', kind: 'rumour' }, 400, /episode.*at kind/s],
    ['a scope without a name', 'POST', '', { text: 'a', scope: '' }, 400, /at scope/],
    ['a scope that cannot be one', 'POST', '', { text: 'a', scope: '"; drop' }, 400, /scope/],
    ['a time that is none', 'POST', '', { text: 'a', at: 'the day before' }, 400, /datetime.*at at/s],
    ['a key that does not exist', 'POST', '', { text: 'a', txet: 'b' }, 400, /txet/],
    ['a search for no hit', 'GET', '?q=tea&k=0', undefined, 400, /at k/],
    ['a search for a milliard hits', 'GET', '?q=tea&k=1000000000', undefined, 400, /<=100.*at k/s],
    ['a number of hits in words', 'GET', '?q=tea&k=many', undefined, 400, /at k/],
    ['a scope that is not there', 'GET', '?q=tea&scope=nowhere', undefined, 404, /no memory scope "nowhere"/],
    ['a question of 4,000 letters', 'GET', `?q=${'tea+'.repeat(1000)}`, undefined, 400, /2000.*at q/s],
    ['a row that is not there', 'GET', '/mem_none', undefined, 404, /no memory mem_none/],
    ['forgetting what is not there', 'DELETE', '/mem_none', undefined, 404, /no memory mem_none/],
    ['an edit of what is not there', 'PATCH', '/mem_none', { text: 'a' }, 404, /no memory mem_none/],
    ['an edit that leaves nothing', 'PATCH', '/ID', { text: ' ' }, 400, /must not be empty/],
    ['activating what is no rule', 'POST', '/ID/active', { active: true }, 400, /Only a rule/],
    ['an import that nobody began', 'GET', '/import/none', undefined, 404, /no import none/],
  ])('%s', async (_, method, path, body, status, says) => {
    const face = await httpFace()
    const { id } = (await face.request('POST', '/api/memory', { text: 'Ada likes green tea' })).body
    const answer = await face.request(method, `/api/memory${path.replace('ID', id)}`, body)
    expect(answer.status).toBe(status)
    expect(answer.body.error.message).toMatch(says)
    await expectNothingLost(face, id)
  })

  it('a line of 2 MB within an import names its line, and the others are taken', async () => {
    const { request } = await httpFace()
    const line = (name: string, text: string) => JSON.stringify({ externalId: name, text })
    const body = [line('a', 'before'), line('b', 'x'.repeat(2_000_000)), line('c', 'after')].join('\r\n')
    const { body: view } = await request('POST', '/api/memory/import?wait=1', `\uFEFF${body}`)
    expect(view).toMatchObject({ received: 3, added: 2, refused: 1, pending: 0 })
    expect(view.problems).toEqual([{ line: 2, message: expect.stringMatching(/longer than/) }])
  })

  it('an import of an empty file adds nothing, and says so', async () => {
    const { request } = await httpFace()
    expect(await request('POST', '/api/memory/import', '')).toMatchObject({
      status: 202,
      body: { status: 'finished', received: 0, added: 0, refused: 0 },
    })
  })
})

describe('a model that cannot be used leaves recall by words, and the status says what is wrong', () => {
  it.each<[what: string, spoil: (folder: string) => void, says: RegExp]>([
    [
      'with a changed file',
      (folder) => {
        const file = join(folder, 'onnx', 'model_quantized.onnx')
        const bytes = readFileSync(file)
        bytes.writeUInt32LE(0xdeadbeef, bytes.length >> 1)
        writeFileSync(file, bytes)
      },
      /model_quantized\.onnx/,
    ],
    [
      'with half of its weights',
      (folder) => truncateSync(join(folder, 'onnx', 'model_quantized.onnx'), 9_000_000),
      /model_quantized\.onnx/,
    ],
    ['without its tokenizer', (folder) => rmSync(join(folder, 'tokenizer.json')), /tokenizer\.json/],
  ])('%s', async (_, spoil, says) => {
    const models = join(temporaryFolder(), 'models')
    const folder = join(models, 'all-minilm-l6-v2')
    mkdirSync(models, { recursive: true })
    cpSync(join(BUNDLED, 'SHA256SUMS'), join(models, 'SHA256SUMS'))
    cpSync(join(BUNDLED, 'all-minilm-l6-v2'), folder, { recursive: true })
    spoil(folder)
    const { agent } = await agentUnderTest({
      openMemory: startMemory,
      config: { memory: { models, learn: 'plain' } },
    })
    const { call } = agent.operator
    await call('memory.add', { text: 'Ada likes green tea' })
    expect((await call('memory.search', { q: 'green tea' })).hits).toHaveLength(1)
    await expect
      .poll(async () => (await call('memory.status', {})).problem, { timeout: 15_000 })
      .toMatch(says)
    expect((await call('memory.status', {})).pending).toBe(1)
  })

  it('at an endpoint that is down', async () => {
    const embedder = { provider: 'openai', baseUrl: 'http://127.0.0.1:9/v1', name: 'some-model' }
    const { agent } = await agentUnderTest({ config: { memory: { embedder, learn: 'plain' } } })
    const { call } = agent.operator
    await call('memory.add', { text: 'Ada likes green tea' })
    expect((await call('memory.search', { q: 'green tea' })).hits).toHaveLength(1)
    await expect
      .poll(async () => (await call('memory.status', {})).problem, { timeout: 15_000 })
      .toMatch(/127\.0\.0\.1:9/)
  })
})

describe('a memory file in a bad state', () => {
  it('that is no database is named, kept as it is, and the rest of the agent works', async () => {
    const base = temporaryFolder()
    const folders = { data: join(base, 'data'), home: join(base, 'home') }
    mkdirSync(folders.data, { recursive: true })
    const file = join(folders.data, 'memory.sqlite')
    writeFileSync(file, 'dear diary '.repeat(1000))
    await expect(
      agentUnderTest({ folders }).then(({ agent }) => agent.operator.call('memory.list', {})),
    ).rejects.toThrow(/memory\.sqlite/)
    expect(readFileSync(file, 'utf8')).toBe('dear diary '.repeat(1000))
  })

  it('of a newer version is refused and left as it is', async () => {
    const { path, memory, remember } = await memoryUnderTest()
    await remember('Ada likes green tea')
    await memory.close()
    const db = new Sqlite(path)
    db.pragma('user_version = 900')
    db.close()
    await expect(memoryUnderTest({ path })).rejects.toThrow(/newer Adjutant/)
    const again = new Sqlite(path)
    expect(again.prepare('SELECT text FROM memory').pluck().all()).toEqual(['Ada likes green tea'])
    again.close()
  })

  it('on a full disk refuses what is new, loses nothing, and goes on when there is space', async () => {
    const { db, memory, remember, recalled } = await memoryUnderTest()
    const { id } = await remember('Ada likes green tea')
    await memory.searchable()
    const pages = db.pragma('page_count', { simple: true }) as number
    db.pragma(`max_page_count = ${pages}`)
    await expect(remember('It is full. '.repeat(8_000))).rejects.toThrow(/full/)
    const rows = Array.from({ length: 500 }, (_, index) => ({
      externalId: `row-${index}`,
      text: `Row ${index} of a long book of notes`,
      labels: { trust: 'trusted', origins: ['operator'] } as never,
      source: { kind: 'import', ref: 'x' } as const,
    }))
    await expect(memory.importRows('operator', rows)).rejects.toThrow(/full/)
    expect(await recalled('who likes green tea?')).toEqual(['Ada likes green tea'])
    db.pragma('max_page_count = 1000000')
    await memory.importRows('operator', rows)
    expect(await memory.list('operator', { limit: 1000 })).toHaveLength(501)
    expect((await memory.detail('operator', id))?.row.text).toBe('Ada likes green tea')
  })
})

describe('a command of the terminal that cannot be done says why', () => {
  const command = (...words: string[]) =>
    spawnSync(process.execPath, [join(ROOT, 'src-main', 'commands', 'memory.ts'), ...words], {
      env: { PATH: process.env.PATH, HOME: temporaryFolder(), ADJUTANT_HOME: temporaryFolder() },
      encoding: 'utf8',
    })

  it.each<[what: string, words: string[], says: RegExp]>([
    ['no command', [], /search, forget, export, import/],
    ['a command that does not exist', ['recall'], /search, forget, export, import/],
    [
      'a file that does not exist',
      ['import', '/nowhere/rows.jsonl'],
      /\/nowhere\/rows\.jsonl cannot be read/,
    ],
    ['a folder for a file', ['import', '/'], /\/ cannot be read|directory/],
    ['a search without words', ['search'], /search needs words/],
    ['a number of hits in words', ['search', 'tea', '--k', 'many'], /--k needs a whole number.*many/],
    ['an option that does not exist', ['search', 'tea', '--size', '3'], /--size/],
    ['a store that does not exist', ['move', '--to', 'shelf'], /sqlite, pgvector, pinecone, milvus/],
    ['forgetting what is not there', ['forget', 'mem_none'], /no memory mem_none/],
  ])('%s', (_, words, says) => {
    const { status, stderr } = command(...words)
    expect(status).toBeGreaterThan(0)
    expect(stderr).toMatch(says)
    expect(stderr).not.toMatch(/\n\s+at /)
  })
})

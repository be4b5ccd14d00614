import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { freePort } from '../../../testing/vector-servers/free-port.ts'
import { type PgServer, startPgServer } from '../../../testing/vector-servers/pgvector-server.ts'
import { besides, entryOf, randoms, randomVector, unit } from '../../../testing/vector-store-rows.ts'
import type { VectorStore } from '../vector-store.ts'
import { createPgVectors } from './create-pg-vectors.ts'

const DIMENSION = 8
const SECRET = 'p@ss/word?'
const everywhere = { scopes: ['personal'] }
const random = randoms(3)
const vector = () => randomVector(random, DIMENSION)

let server: PgServer
let spaces = 0
beforeAll(async () => {
  server = await startPgServer()
})
afterAll(() => server.close())
afterEach(async () => {
  await server.db.exec('RESET ALL')
})

function opened(changes: Partial<Parameters<typeof createPgVectors>[0]> = {}): VectorStore {
  const namespace = `n${spaces++}`
  const store = createPgVectors({ url: server.url, model: 'm', dimension: DIMENSION, namespace, ...changes })
  onTestFinished(() => store.close())
  return store
}
const tables = async () =>
  (
    await server.db.query<{ name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
    )
  ).rows.map(({ name }) => name)
const failure = (work: Promise<unknown>) =>
  work.then(
    () => {
      throw new Error('it did not fail')
    },
    (error: unknown) => error as Error & { fix: string },
  )

describe('a search of many rows', () => {
  const question = vector()
  const crowd = () =>
    Array.from({ length: 2_300 }, (_, n) => entryOf(`crowd${n}`, besides(question, 0.4, random), { at: 1 }))
  const opposite = unit(question.map((value) => -value))

  it('goes by the index, and gives up on it rather than a row that the filter admits', async () => {
    const store = opened()
    const far = Array.from({ length: 2_001 }, (_, n) =>
      entryOf(`far${n}`, besides(opposite, 0.2, random), { at: 9 }),
    )
    await store.put([...crowd(), ...far])
    const [table] = (await tables()).filter((name) => name.includes(`n${spaces - 1}_`))
    await server.db.exec('SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_sort = off')
    const used = await server.db.query<{ scans: string }>(
      `SELECT idx_scan::text AS scans FROM pg_stat_user_indexes WHERE indexrelname = '${table}_n'`,
    )
    expect(used.rows).toHaveLength(1)
    // the index would stop long before it comes to the far ones
    await server.db.exec('SET hnsw.max_scan_tuples = 300')
    const plan = await server.db.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT id FROM "${table}" ORDER BY vector <=> '[${question.join()}]' LIMIT 5`,
    )
    expect(plan.rows.map((row) => row['QUERY PLAN']).join('\n')).toContain(`${table}_n`)
    const found = await store.search(question, { scopes: ['personal'], from: 9 }, 20)
    expect(found).toHaveLength(20)
    expect(found.every(({ id }) => id.startsWith('far'))).toBe(true)
    const near = await store.search(question, everywhere, 20)
    expect(near.every(({ id }) => id.startsWith('crowd'))).toBe(true)
  })

  it('compares all of them where the extension is older than 0.8', async () => {
    await server.db.exec("UPDATE pg_extension SET extversion = '0.7.4' WHERE extname = 'vector'")
    onTestFinished(async () => {
      await server.db.exec("UPDATE pg_extension SET extversion = '0.8.7' WHERE extname = 'vector'")
    })
    const store = opened()
    await store.put([...crowd(), entryOf('far', opposite, { at: 9 })])
    expect(await store.search(question, { ...everywhere, from: 9 }, 5)).toMatchObject([{ id: 'far' }])
  })
})

describe('the table of a space', () => {
  it('is not confused with another one by what a model or a namespace is called', async () => {
    const namespace = 'x"; DROP TABLE y; --'
    const one = opened({ namespace, model: 'it\'s/\\"one"' })
    const other = opened({ namespace, model: 'it\'s/\\"other"' })
    await one.put([entryOf('a', vector())])
    expect(await other.count()).toBe(0)
    expect((await tables()).every((name) => /^[a-z0-9_]{1,63}$/.test(name))).toBe(true)
  })

  it('is made anew where somebody dropped it', async () => {
    const store = opened()
    await store.put([entryOf('a', vector())])
    for (const table of await tables()) await server.db.exec(`DROP TABLE "${table}"`)
    expect(await failure(store.count())).toMatchObject({ code: 'store-unusable', passing: true })
    expect(await store.count()).toBe(0)
  })

  it('that holds vectors of another dimension is named, and left as it is', async () => {
    const store = opened({ namespace: 'altered' })
    await store.count()
    const [table] = (await tables()).filter((name) => name.includes('altered'))
    await server.db.exec(`ALTER TABLE "${table}" ALTER COLUMN vector TYPE vector(5)`)
    const error = await failure(opened({ namespace: 'altered' }).count())
    expect(error).toMatchObject({ code: 'wrong-dimension', passing: false })
    expect(error.message).toContain(`${table}`)
    expect(error.message).toContain('5 dimensions, not of 8')
    expect(error.fix).toContain(`${table}`)
    expect(await tables()).toContain(table)
  })

  it('stands beside an extension that lives in a schema of its own', async () => {
    const elsewhere = await startPgServer()
    onTestFinished(() => elsewhere.close())
    await elsewhere.db.exec('CREATE SCHEMA "Ext"; CREATE EXTENSION vector SCHEMA "Ext"')
    const store = opened({ url: elsewhere.url })
    const question = vector()
    await store.put([entryOf('a', question)])
    expect(await store.search(question, everywhere, 1)).toMatchObject([{ id: 'a' }])
    expect(await store.similarities(question, ['a'], everywhere)).toMatchObject([{ id: 'a' }])
  })
})

describe('a database that cannot be used', () => {
  it('without the extension is told how to get it', async () => {
    const bare = await startPgServer({ withVectors: false })
    onTestFinished(() => bare.close())
    const error = await failure(opened({ url: bare.url }).count())
    expect(error).toMatchObject({ code: 'no-vector-extension', passing: false })
    expect(error.message).toContain(new URL(bare.url).host)
    expect(error.fix).toContain('pgvector')
  })

  it('and that nobody listens at is named without its password', async () => {
    const port = await freePort()
    const encoded = encodeURIComponent(SECRET)
    for (const url of [
      `postgres://me:${encoded}@127.0.0.1:${port}/memory`,
      `postgres://me@127.0.0.1:${port}/memory?password=${encoded}`,
    ]) {
      const error = await failure(opened({ url }).count())
      expect(error).toMatchObject({ code: 'store-unreachable', passing: true })
      expect(error.message).toContain(`127.0.0.1:${port}/memory`)
      for (const form of [SECRET, encoded]) expect(`${error.message} ${error.fix}`).not.toContain(form)
    }
  })

  it('and refuses the password is named, the password is not, whatever the server says', async () => {
    const refusing = createServer((socket) => {
      socket.once('data', () => {
        const fields = ['SFATAL', 'C28P01', `Mpassword authentication failed, it was ${SECRET}`, '', '']
        const body = Buffer.from(fields.join('\0'))
        const head = Buffer.from('E\0\0\0\0')
        head.writeInt32BE(body.length + 4, 1)
        socket.end(Buffer.concat([head, body]))
      })
    })
    await once(refusing.listen(0, '127.0.0.1'), 'listening')
    onTestFinished(() => void refusing.close())
    const { port } = refusing.address() as AddressInfo
    const error = await failure(
      opened({ url: `postgres://me:${encodeURIComponent(SECRET)}@127.0.0.1:${port}/m` }).count(),
    )
    expect(error).toMatchObject({ code: 'store-refused', passing: false })
    expect(error.message).toContain('it was ***')
    expect(error.message).not.toContain(SECRET)
  })

  it.each(['not an address: secret', 'mysql://me:secret@host/db', 'postgres://me:sec ret@ho st'])(
    'since %j is no address of one is refused at once, and not repeated',
    (url) => {
      expect(() => opened({ url })).toThrow(/cannot be read/)
      expect(() => opened({ url })).not.toThrow(/sec ?ret/)
    },
  )
})

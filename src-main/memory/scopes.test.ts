import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createManualClock } from '../testing/manual-clock.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { STORES } from '../testing/vector-servers/stores-under-test.ts'
import type { StoreUnderTest } from '../testing/vector-store-conformance.ts'
import { randoms, unit } from '../testing/vector-store-rows.ts'
import { randomId } from '../vocabulary/clock.ts'
import { OPERATOR_LABELS } from '../vocabulary/labels.ts'
import { createMemory } from './create-memory.ts'
import type { Embedder } from './embedding/embedder.ts'
import type { Memory, NewMemory, RecallOptions } from './memory.ts'
import { openMemoryDatabase } from './sqlite/memory-database.ts'
import { createSqliteVectors } from './vectors/sqlite/create-sqlite-vectors.ts'

const QUERIES = process.env.ADJUTANT_LONG === '1' ? 10_000 : 500
const SCOPES_OF = { 'webhook:crm': ['work', 'clients'], 'schedule:diary': ['personal'] } as const
type Guest = keyof typeof SCOPES_OF

const WORDS = 'harbour violin toner invoice garden Kowalski Maria meeting Kiel May ada@example.org'.split(' ')
const DIMENSION = 16

/** Texts that share words are near each other. */
const embedder: Embedder = {
  id: 'words',
  dimension: DIMENSION,
  embed: async (texts) =>
    texts.map((text) => {
      const sum = new Array<number>(DIMENSION).fill(0.01)
      for (const word of text.match(/\w+/g) ?? []) {
        const random = randoms(
          [...word.toLowerCase()].reduce((hash, char) => hash * 31 + char.charCodeAt(0), 7),
        )
        for (let at = 0; at < DIMENSION; at += 1) sum[at] = (sum[at] ?? 0) + random() - 0.5
      }
      return unit(sum)
    }),
  close: async () => undefined,
}

/** Rows of all scopes, mixed: the same words, threads, names and times within the scopes of either guest and outside. */
function makeRows(): NewMemory[] {
  const random = randoms(11)
  const any = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
  return Array.from({ length: 300 }, (_, index) => {
    const inThread = random() < 0.6
    return {
      externalId: `row-${index}`,
      kind: any(['fact', 'episode', 'procedure'] as const),
      text: `${Array.from({ length: 6 }, () => any(WORDS)).join(' ')}${any(['?', '.', ''])}`,
      scope: any(['personal', 'work', 'clients', 'salaries', 'salaries']),
      at: new Date(Date.UTC(2026, 3, 1 + Math.floor(random() * 33))).toISOString(),
      labels: any([OPERATOR_LABELS, { ...OPERATOR_LABELS, trust: 'untrusted' as const }]),
      source: { kind: 'import', ref: `row-${index}` },
      ...(inThread ? { thread: any(['a', 'b']), position: index, speaker: any(['Maria', 'Ben']) } : {}),
    }
  })
}

const question = fc.record({
  words: fc.array(fc.constantFrom(...WORDS, 'last week', 'in May', 'who', 'salary', 'yesterday'), {
    minLength: 1,
    maxLength: 5,
  }),
  k: fc.integer({ min: 1, max: 40 }),
  thread: fc.option(fc.constantFrom('a', 'b', 'nowhere'), { nil: undefined }),
  kinds: fc.option(fc.subarray(['fact', 'episode', 'procedure'] as const), { nil: undefined }),
  trustedOnly: fc.boolean(),
  scope: fc.option(fc.nat(1), { nil: undefined }),
})

describe.each(Object.keys(STORES))('what stands in other scopes, with vectors in %s', (kind) => {
  let store: StoreUnderTest
  const folder = temporaryFolder
  const open: Memory[] = []
  const rows = makeRows()

  /** A memory of these rows alone, which the guest sees by the same table as always. */
  async function memoryOf(name: string, some: readonly NewMemory[]): Promise<Memory> {
    const db = openMemoryDatabase(join(folder(), 'memory.sqlite'))
    const memory = createMemory({
      db,
      clock: createManualClock('2026-05-04T09:00:00Z'),
      newId: randomId,
      timeZone: () => 'Europe/Berlin',
      meaning: {
        openEmbedder: async () => embedder,
        openVectors: async (space) =>
          kind === 'sqlite'
            ? createSqliteVectors({ db, ...space })
            : store.open({ ...space, namespace: name }),
        dropLocal: async () => undefined,
      },
      report: (what, error) => {
        throw new Error(what, { cause: error })
      },
    })
    open.push(memory)
    await memory.importRows('operator', some)
    for (const [guest, scopes] of Object.entries(SCOPES_OF))
      for (const scope of scopes)
        db.prepare('INSERT OR IGNORE INTO principal_scopes VALUES (?, ?)').run(guest, scope)
    await memory.searchable()
    return memory
  }

  beforeAll(async () => {
    store = await (STORES[kind] as () => Promise<StoreUnderTest>)()
  })
  afterAll(async () => {
    for (const memory of open) await memory.close()
    await store.close()
  })

  it.each(Object.keys(SCOPES_OF) as Guest[])(
    '%s never finds, and its hits are ranked and counted as if there were nothing else',
    async (guest) => {
      const scopes: readonly string[] = SCOPES_OF[guest]
      const all = await memoryOf(`all-${guest}`, rows)
      const own = await memoryOf(
        `own-${guest}`,
        rows.filter(({ scope = '' }) => scopes.includes(scope)),
      )
      await fc.assert(
        fc.asyncProperty(question, async ({ words, scope, ...asked }) => {
          const options = {
            ...asked,
            ...(scope === undefined ? {} : { scope: scopes[scope % scopes.length] }),
          } as RecallOptions
          const query = words.join(' ')
          const hits = await all.recall(guest, query, options)
          expect(hits.filter(({ scope }) => !scopes.includes(scope))).toEqual([])
          const told = (some: typeof hits) =>
            some.map(({ externalId, score, why }) => ({ externalId, why, score: score.toFixed(4) }))
          expect(told(hits)).toEqual(told(await own.recall(guest, query, options)))
        }),
        { numRuns: QUERIES, seed: 4 },
      )
    },
    QUERIES * 200,
  )
})

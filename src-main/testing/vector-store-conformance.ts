import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type VectorEntry, type VectorStore, VectorStoreError } from '../memory/vectors/vector-store.ts'
import { besides, entryOf, HOSTILE_NAMES, randoms, randomVector, unit } from './vector-store-rows.ts'

/** A kind of store, as the suite opens it. */
export interface StoreUnderTest {
  /** A store of a space that nothing is in yet, unless it is named again. */
  open(space: { dimension: number; namespace: string; model?: string }): Promise<VectorStore>
  /** What has to stand elsewhere before entries can be put. */
  rowsOf?(entries: readonly VectorEntry[]): void
  /** For a store that is a service: takes it away and brings it back. */
  readonly service?: { readonly address: string; stop(): Promise<void>; start(): Promise<void> }
  close(): Promise<void>
}

const DIMENSION = 24
const EVERYWHERE = { scopes: ['personal', 'work'] }
const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id)

/** The promises of VectorStore, kept by every kind of it. */
export function describeVectorStore(kind: string, start: () => Promise<StoreUnderTest>): void {
  describe(`vectors in ${kind}`, () => {
    let under: StoreUnderTest
    let spaces = 0
    const open: VectorStore[] = []
    const opened = async (space: { namespace?: string; model?: string; dimension?: number } = {}) => {
      const store = await under.open({ dimension: DIMENSION, namespace: `n${spaces++}`, ...space })
      open.push(store)
      return store
    }
    const put = async (store: VectorStore, entries: readonly VectorEntry[]) => {
      under.rowsOf?.(entries)
      await store.put(entries)
    }
    const random = randoms(7)
    const vector = () => randomVector(random, DIMENSION)

    beforeAll(async () => {
      under = await start()
    })
    afterEach(async () => {
      for (const store of open.splice(0)) await store.close()
    })
    afterAll(() => under.close())

    it('are kept with all that they are filtered by', async () => {
      const store = await opened()
      const entries = [
        entryOf('a', vector(), { scope: 'work', kind: 'episode', thread: 't1', at: 1_712_345_678_901 }),
        entryOf('b', vector(), { trusted: false, at: -5 }),
      ]
      await put(store, entries)
      const found = await store.fetch(['b', 'a', 'nowhere'])
      expect(ids(found).sort()).toEqual(['a', 'b'])
      for (const entry of entries) {
        const kept = found.find(({ id }) => id === entry.id)
        expect({ ...kept, vector: [] }).toEqual({ ...entry, vector: [] })
        kept?.vector.forEach((value, index) => {
          expect(value).toBeCloseTo(entry.vector[index] ?? Number.NaN, 6)
        })
      }
      expect(await store.count()).toBe(2)
    })

    it('are replaced by a new one of the same row, in the same breath as well', async () => {
      const store = await opened()
      const [before, after] = [vector(), vector()]
      await put(store, [entryOf('a', before, { scope: 'work' })])
      under.rowsOf?.([entryOf('a', after)])
      await store.put([entryOf('a', before), entryOf('a', after)])
      expect(await store.count()).toBe(1)
      const [match] = await store.search(after, { scopes: ['personal'] }, 5)
      expect(match?.similarity).toBeCloseTo(1, 4)
      expect(await store.search(after, { scopes: ['work'] }, 5)).toEqual([])
    })

    it('are found no more once they are deleted', async () => {
      const store = await opened()
      const gone = vector()
      await put(store, [entryOf('a', gone), entryOf('b', vector())])
      await store.delete(['a'])
      expect(await store.fetch(['a', 'b']).then(ids)).toEqual(['b'])
      expect(await store.search(gone, EVERYWHERE, 5).then(ids)).toEqual(['b'])
      expect(await store.similarities(gone, ['a', 'b'], EVERYWHERE).then(ids)).toEqual(['b'])
      expect(await store.count()).toBe(1)
    })

    it('may be put, deleted and cleared again and again', async () => {
      const store = await opened()
      await store.delete(['never there'])
      await store.clear()
      const entries = [entryOf('a', vector()), entryOf('b', vector())]
      await put(store, entries)
      await put(store, entries)
      expect(await store.count()).toBe(2)
      await store.delete(['a', 'a'])
      await store.delete(['a'])
      expect(await store.count()).toBe(1)
      await store.put([])
      await store.delete([])
      expect(await store.fetch([])).toEqual([])
      await store.clear()
      await store.clear()
      expect(await store.count()).toBe(0)
      await put(store, entries)
      expect(await store.count()).toBe(2)
    })

    it('are found nearest first, with the cosine of the angle between', async () => {
      const store = await opened()
      const question = unit([1, ...Array(DIMENSION - 1).fill(0)])
      const at = (cosine: number) =>
        Float32Array.of(cosine, Math.sqrt(1 - cosine * cosine), ...Array(DIMENSION - 2).fill(0))
      const cosines = { opposite: -1, aside: 0, far: 0.3, near: 0.8, same: 1 }
      await put(
        store,
        Object.entries(cosines).map(([id, cosine]) => entryOf(id, at(cosine))),
      )
      const found = await store.search(question, EVERYWHERE, 10)
      expect(ids(found)).toEqual(['same', 'near', 'far', 'aside', 'opposite'])
      for (const { id, similarity } of found)
        expect(similarity).toBeCloseTo(cosines[id as keyof typeof cosines], 4)
      expect(ids(await store.search(question, EVERYWHERE, 2))).toEqual(['same', 'near'])
      expect(await store.search(question, EVERYWHERE, 0)).toEqual([])
      const known = await store.similarities(question, ['aside', 'near', 'nowhere', 'near'], EVERYWHERE)
      expect(ids(known)).toEqual(['near', 'aside'])
      expect(known[0]?.similarity).toBeCloseTo(0.8, 4)
    })

    it('are found in a rare scope, thread, kind or time though thousands outside are nearer', async () => {
      const store = await opened()
      const question = vector()
      const crowd = Array.from({ length: 2_500 }, (_, n) =>
        entryOf(`crowd${n}`, besides(question, 0.3, random), { scope: 'crowd', at: 1_000, trusted: false }),
      )
      const rare = (id: string, changes: Partial<VectorEntry>) =>
        entryOf(id, unit(vector().map((value, index) => value - (question[index] ?? 0))), {
          scope: 'crowd',
          at: 1_000,
          trusted: false,
          ...changes,
        })
      const few = [0, 1, 2, 3, 4].flatMap((n) => [
        rare(`scope${n}`, { scope: 'rare' }),
        rare(`thread${n}`, { thread: 'rare' }),
        rare(`kind${n}`, { kind: 'rule' }),
        rare(`early${n}`, { at: 10 }),
        rare(`late${n}`, { at: 2_000 }),
        rare(`trusted${n}`, { trusted: true }),
      ])
      await put(store, [...crowd, ...few])
      const all = { scopes: ['crowd', 'rare'] }
      const five = (name: string) => [0, 1, 2, 3, 4].map((n) => `${name}${n}`)
      for (const [name, filter] of [
        ['scope', { scopes: ['rare'] }],
        ['thread', { ...all, thread: 'rare' }],
        ['kind', { ...all, kinds: ['rule'] }],
        ['early', { ...all, to: 1_000 }],
        ['late', { ...all, from: 1_001 }],
        ['trusted', { ...all, trustedOnly: true }],
      ] as const) {
        expect(ids(await store.search(question, filter, 5)).sort(), name).toEqual(five(name))
        expect(ids(await store.search(question, filter, 50)).sort(), name).toEqual(five(name))
        const known = await store.similarities(question, ['crowd1', `${name}0`], filter)
        expect(ids(known), name).toEqual([`${name}0`])
      }
      expect(ids(await store.search(question, { ...all, from: 10, to: 11 }, 50)).sort()).toEqual(
        five('early'),
      )
      expect(await store.search(question, all, 40)).toHaveLength(40)
    })

    it.each(HOSTILE_NAMES)('stay apart in a scope and a thread named %j', async (name) => {
      const store = await opened()
      const question = vector()
      await put(store, [
        entryOf('within', vector(), { scope: name, thread: name, kind: 'episode' }),
        entryOf('outside', question, { scope: 'personal', thread: 'other' }),
      ])
      expect(ids(await store.search(question, { scopes: [name] }, 5))).toEqual(['within'])
      expect(ids(await store.search(question, { scopes: ['personal'] }, 5))).toEqual(['outside'])
      expect(ids(await store.search(question, { scopes: [name, 'personal'], thread: name }, 5))).toEqual([
        'within',
      ])
      expect(ids(await store.similarities(question, ['within', 'outside'], { scopes: [name] }))).toEqual([
        'within',
      ])
      const [kept] = await store.fetch(['within'])
      expect(kept).toMatchObject({ scope: name, thread: name })
    })

    it('are not found where nothing is asked for', async () => {
      const store = await opened()
      const question = vector()
      await put(store, [entryOf('a', question)])
      for (const filter of [
        { scopes: [] },
        { scopes: ['personal'], kinds: [] },
        { scopes: ['personal\0'] },
        { scopes: ['personal'], from: 5, to: 5 },
      ]) {
        expect(await store.search(question, filter, 5)).toEqual([])
        expect(await store.similarities(question, ['a'], filter)).toEqual([])
      }
      expect(await store.similarities(question, [], EVERYWHERE)).toEqual([])
    })

    it('of another dimension are refused, and nothing is written', async () => {
      const store = await opened()
      const long = randomVector(random, DIMENSION + 1)
      const refusal = { code: 'wrong-dimension', passing: false }
      const entries = [entryOf('good', vector()), entryOf('long', long)]
      under.rowsOf?.(entries)
      await expect(store.put(entries)).rejects.toMatchObject(refusal)
      await expect(store.search(long, EVERYWHERE, 5)).rejects.toMatchObject(refusal)
      await expect(store.similarities(long, ['a'], EVERYWHERE)).rejects.toMatchObject(refusal)
      expect(await store.count()).toBe(0)
    })

    it('with a value that is not a number are refused, and nothing is written', async () => {
      const store = await opened()
      for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
        const broken = vector()
        broken[3] = value
        const entries = [entryOf('good', vector()), entryOf('broken', broken)]
        under.rowsOf?.(entries)
        await expect(store.put(entries)).rejects.toMatchObject({ code: 'not-finite', passing: false })
        await expect(store.search(broken, EVERYWHERE, 5)).rejects.toBeInstanceOf(VectorStoreError)
      }
      expect(await store.count()).toBe(0)
    })

    it('of another model are another space', async () => {
      const store = await opened({ namespace: 'shared', model: 'one' })
      const other = await opened({ namespace: 'shared', model: 'other' })
      const question = vector()
      await put(store, [entryOf('a', question)])
      await put(other, [entryOf('b', question)])
      expect(ids(await store.search(question, EVERYWHERE, 5))).toEqual(['a'])
      await other.clear()
      expect(await store.count()).toBe(1)
    })

    it('of a service that is down are an error that passes, names the address and no secret, and work again after it', async (test) => {
      const { service } = under
      if (!service) return test.skip('it is no service')
      const store = await opened()
      await put(store, [entryOf('a', vector())])
      await service.stop()
      try {
        for (const call of [
          () => store.put([entryOf('b', vector())]),
          () => store.search(vector(), EVERYWHERE, 5),
          () => store.count(),
          () => store.delete(['a']),
        ]) {
          const error = await call().then(
            () => undefined,
            (thrown: unknown) => thrown,
          )
          expect(error).toBeInstanceOf(VectorStoreError)
          const { passing, message, fix } = error as VectorStoreError
          expect({ passing, message }).toEqual({
            passing: true,
            message: expect.stringContaining(service.address),
          })
          expect(fix).toBeTruthy()
          expect(message).not.toMatch(/secret|pcsk_/)
        }
      } finally {
        await service.start()
      }
      await expect.poll(() => store.count().catch(() => undefined)).toBe(1)
      await put(store, [entryOf('b', vector())])
      expect(await store.count()).toBe(2)
    })
  })
}

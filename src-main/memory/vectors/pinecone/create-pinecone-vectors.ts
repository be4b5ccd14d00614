import type { Index, PineconeRecord } from '@pinecone-database/pinecone'
import { type Clock, systemClock } from '../../../vocabulary/clock.ts'
import { assertVector, checkedEntries, checkedFilter, piecesOf } from '../check-entries.ts'
import { admits, rankEntries, sameEntry } from '../compare-entries.ts'
import { maskAddress } from '../mask-secrets.ts'
import { spaceName, type VectorSpace } from '../space-name.ts'
import { type VectorEntry, type VectorStore, VectorStoreError } from '../vector-store.ts'
import { openPineconeIndex, PINECONE_CLOUD, type PineconePlace } from './open-pinecone-index.ts'
import { assertApiKey, pineconeFailure } from './pinecone-failure.ts'
import { pineconeFilter } from './pinecone-filter.ts'
import { assertRecordId, entryIdOf, entryOf, isRecordId, recordIdOf, recordOf } from './pinecone-record.ts'

/**
 * Pinecone takes 1000 records and 2 MB a request (https://docs.pinecone.io/reference/api/database-limits/operation-limits);
 * some is left for what stands around them.
 */
const RECORDS_AT_ONCE = 200
const BYTES_AT_ONCE = 1_900_000
/** Ids travel in the address of the request. */
const IDS_AT_ONCE = 100
const MATCHES_MOST = 10_000
/** What was written can be read after a moment; so long it is waited for. */
const SETTLED_WITHIN_MS = 60_000
const FIRST_LOOK_MS = 20
const LOOK_EVERY_MS = 1_000

/** Vectors in a serverless index of Pinecone's, one namespace a space. The index is opened when first wanted. */
export function createPineconeVectors({
  clock = systemClock,
  model,
  dimension,
  namespace,
  ...place
}: PineconePlace & VectorSpace & { clock?: Clock }): VectorStore {
  const space = { model, dimension, namespace }
  const name = spaceName(space)
  const where = `The Pinecone index ${place.index} at ${maskAddress(place.controllerUrl ?? PINECONE_CLOUD)}`
  assertApiKey(place.apiKey, where)
  let opening: Promise<Index> | undefined
  let lastWrite: Promise<unknown> | undefined

  const within = async <Result>(work: (index: Index) => Promise<Result>): Promise<Result> => {
    try {
      opening ??= openPineconeIndex(place, dimension).then((index) => index.namespace(name))
      return await work(await opening)
    } catch (cause) {
      opening = undefined
      throw pineconeFailure(cause, where, place.apiKey)
    }
  }

  const fetch = async (ids: readonly string[]): Promise<VectorEntry[]> => {
    const entries: VectorEntry[] = []
    for (const piece of piecesOf(ids.filter(isRecordId), IDS_AT_ONCE)) {
      const { records } = await within((index) => index.fetch({ ids: piece.map(recordIdOf) }))
      entries.push(...Object.values(records).flatMap((record) => entryOf(record) ?? []))
    }
    return entries
  }

  /** One write after the other: each waits until it is seen, which the next would change. */
  const inTurn = <Result>(write: () => Promise<Result>): Promise<Result> => {
    const mine = Promise.allSettled([lastWrite]).then(write)
    lastWrite = mine
    return mine
  }

  /** Pinecone tells that it has written before all can read it. */
  const settled = async (what: string, holds: () => Promise<boolean>): Promise<void> => {
    const until = clock.now() + SETTLED_WITHIN_MS
    for (let pause = FIRST_LOOK_MS; !(await holds()); pause = Math.min(LOOK_EVERY_MS, 2 * pause)) {
      if (clock.now() > until)
        throw new VectorStoreError(
          'store-lags',
          `${where} still does not show ${what} after ${SETTLED_WITHIN_MS / 1_000} seconds`,
          { passing: true, fix: 'It is tried again by itself.' },
        )
      await new Promise<void>((resolve) => clock.after(pause, resolve))
    }
  }

  const put = async (checked: readonly VectorEntry[]): Promise<void> => {
    for (const records of requestsOf(checked)) await within((index) => index.upsert({ records }))
    for (const piece of piecesOf(checked, IDS_AT_ONCE))
      await settled('what was written', async () => {
        const there = new Map((await fetch(piece.map(({ id }) => id))).map((entry) => [entry.id, entry]))
        return piece.every((entry) => {
          const found = there.get(entry.id)
          return found !== undefined && sameEntry(entry, found)
        })
      })
  }

  const remove = async (ids: readonly string[]): Promise<void> => {
    for (const piece of piecesOf(ids.filter(isRecordId), IDS_AT_ONCE)) {
      await within((index) => index.deleteMany({ ids: piece.map(recordIdOf) }).catch(unlessAbsent))
      await settled('that rows were deleted', async () => (await fetch(piece)).length === 0)
    }
  }

  const count = async (): Promise<number> => {
    const { namespaces } = await within((index) => index.describeIndexStats())
    return namespaces?.[name]?.recordCount ?? 0
  }

  return {
    kind: 'pinecone',
    model,
    dimension,
    put: async (entries) => {
      const checked = checkedEntries(entries, space)
      for (const { id } of checked) assertRecordId(id)
      await inTurn(() => put(checked))
    },
    fetch,
    count,
    delete: (ids) => inTurn(() => remove(ids)),
    search: async (vector, filter, k) => {
      assertVector(vector, space, 'The question')
      const checked = checkedFilter(filter)
      if (!checked || k < 1) return []
      const { matches } = await within((index) =>
        index.query({
          vector: [...vector],
          topK: Math.min(k, MATCHES_MOST),
          filter: pineconeFilter(checked),
        }),
      )
      return matches.map(({ id, score }) => ({
        id: entryIdOf(id),
        // computed in 32 bits, it may stand a little beyond
        similarity: Math.max(-1, Math.min(1, score ?? 0)),
      }))
    },
    similarities: async (vector, ids, filter) => {
      assertVector(vector, space, 'The question')
      const checked = checkedFilter(filter)
      if (!checked) return []
      const entries = await fetch([...new Set(ids)])
      return rankEntries(
        vector,
        entries.filter((entry) => admits(checked, entry)),
      )
    },
    clear: () =>
      inTurn(async () => {
        await within((index) => index.deleteAll().catch(unlessAbsent))
        await settled('that it was emptied', async () => (await count()) === 0)
      }),
    close: async () => {
      opening = undefined
    },
  }
}

/** Records in lots that one request may hold. */
function* requestsOf(entries: readonly VectorEntry[]): Generator<PineconeRecord[]> {
  let records: PineconeRecord[] = []
  let bytes = 0
  for (const entry of entries) {
    const record = recordOf(entry)
    const size = Buffer.byteLength(JSON.stringify(record)) + 1
    if (records.length === RECORDS_AT_ONCE || (records.length > 0 && bytes + size > BYTES_AT_ONCE)) {
      yield records
      records = []
      bytes = 0
    }
    records.push(record)
    bytes += size
  }
  if (records.length > 0) yield records
}

/** A namespace that nothing was written to does not exist; there is nothing to delete in it. */
function unlessAbsent(error: unknown): void {
  if (!(error instanceof Error && error.name === 'PineconeNotFoundError')) throw error
}

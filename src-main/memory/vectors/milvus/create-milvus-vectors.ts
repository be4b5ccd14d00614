import { ConsistencyLevelEnum } from '@zilliz/milvus2-sdk-node'
import { type Clock, systemClock } from '../../../vocabulary/clock.ts'
import { assertVector, checkedEntries, checkedFilter, isStorable, piecesOf } from '../check-entries.ts'
import { admits, rankEntries } from '../compare-entries.ts'
import { maskAddress } from '../mask-secrets.ts'
import { spaceName, type VectorSpace } from '../space-name.ts'
import type { VectorEntry, VectorStore } from '../vector-store.ts'
import { idExpression, markThread, milvusExpression, unmarkThread } from './milvus-expression.ts'
import { assertGood, milvusFailure } from './milvus-failure.ts'
import { type MilvusPlace, type MilvusSpace, openMilvusSpace } from './open-milvus-space.ts'

const ENTRIES_AT_ONCE = 250
const IDS_AT_ONCE = 250
const MATCHES_MOST = 16_384
/** How many nodes of the graph are looked at, at least. */
const LOOKED_AT_LEAST = 128
const ANSWER_WITHIN_MS = 60_000
/** Whoever writes reads it at once. */
const STRONG = ConsistencyLevelEnum.Strong
const COUNT = 'count(*)'

/** Vectors in Milvus, one collection a space. The collection is opened when first wanted. */
export function createMilvusVectors({
  clock = systemClock,
  model,
  dimension,
  namespace,
  ...place
}: MilvusPlace & VectorSpace & { clock?: Clock }): VectorStore {
  const space = { model, dimension, namespace }
  const collection = spaceName(space)
  const where = `Milvus at ${shown(place.address)}`
  let opening: Promise<MilvusSpace> | undefined

  const leave = async (): Promise<void> => {
    const left = opening
    opening = undefined
    const opened = await left?.catch(() => undefined)
    await opened?.client.closeConnection()
  }

  /** After a failure it is connected anew: another Milvus may answer at the address. */
  const within = async <Result>(work: (opened: MilvusSpace) => Promise<Result>): Promise<Result> => {
    try {
      opening ??= openMilvusSpace(place, { collection, dimension }, clock)
      return await work(await opening)
    } catch (cause) {
      void leave()
      throw milvusFailure(cause, where, place.token)
    }
  }

  const put = async (entries: readonly VectorEntry[]): Promise<void> => {
    for (const piece of piecesOf(checkedEntries(entries, space), ENTRIES_AT_ONCE))
      await within(async ({ client }) => {
        const data = piece.map(({ vector, thread, ...rest }) => ({
          ...rest,
          vector: [...vector],
          thread: markThread(thread),
        }))
        assertGood(await client.upsert({ collection_name: collection, data, timeout: ANSWER_WITHIN_MS }))
      })
  }

  const fetch = async (ids: readonly string[]): Promise<VectorEntry[]> => {
    const entries: VectorEntry[] = []
    for (const piece of piecesOf(ids.filter(isStorable), IDS_AT_ONCE))
      await within(async ({ client }) => {
        const { data } = assertGood(
          await client.query({
            collection_name: collection,
            filter: idExpression(piece),
            output_fields: ['id', 'vector', 'scope', 'kind', 'thread', 'at', 'trusted'],
            consistency_level: STRONG,
          }),
        )
        entries.push(...data.map(entryOf))
      })
    return entries
  }

  return {
    kind: 'milvus',
    model,
    dimension,
    put,
    fetch,
    delete: async (ids) => {
      for (const piece of piecesOf(ids.filter(isStorable), IDS_AT_ONCE))
        await within(async ({ client }) =>
          assertGood(
            await client.deleteEntities({ collection_name: collection, filter: idExpression(piece) }),
          ),
        )
    },
    search: async (vector, filter, k) => {
      assertVector(vector, space, 'The question')
      const checked = checkedFilter(filter)
      if (!checked || k < 1) return []
      const limit = Math.min(k, MATCHES_MOST)
      return within(async ({ client }) => {
        const { results } = assertGood(
          await client.search({
            collection_name: collection,
            anns_field: 'vector',
            data: [...vector],
            filter: milvusExpression(checked),
            limit,
            metric_type: 'COSINE',
            params: { ef: Math.max(LOOKED_AT_LEAST, 2 * limit) },
            output_fields: ['id'],
            consistency_level: STRONG,
          }),
        )
        return results.map(({ id, score }) => ({ id, similarity: score }))
      })
    },
    similarities: async (vector, ids, filter) => {
      assertVector(vector, space, 'The question')
      const entries = await fetch([...new Set(ids)])
      return rankEntries(
        vector,
        entries.filter((entry) => admits(filter, entry)),
      )
    },
    count: () =>
      within(async ({ client }) => {
        const { data } = assertGood(
          await client.query({
            collection_name: collection,
            filter: '',
            output_fields: [COUNT],
            consistency_level: STRONG,
          }),
        )
        return Number(data[0]?.[COUNT])
      }),
    clear: async () => {
      await within(async ({ client }) =>
        assertGood(await client.dropCollection({ collection_name: collection })),
      )
      // what the client knows of the collection is over as well
      await leave()
    },
    close: leave,
  }
}

const shown = (address: string): string =>
  maskAddress(address.includes('://') ? address : `milvus://${address}`).replace('milvus://', '')

const entryOf = (row: Readonly<Record<string, unknown>>): VectorEntry => ({
  id: String(row.id),
  vector: Float32Array.from(row.vector as number[]),
  scope: String(row.scope),
  kind: String(row.kind),
  thread: unmarkThread(String(row.thread)),
  at: Number(row.at),
  trusted: row.trusted === true,
})

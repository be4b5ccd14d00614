import { DataType, type DescribeCollectionResponse, MilvusClient } from '@zilliz/milvus2-sdk-node'
import type { Clock } from '../../../vocabulary/clock.ts'
import { VectorStoreError } from '../vector-store.ts'
import { assertGood } from './milvus-failure.ts'

export interface MilvusPlace {
  /** Like `localhost:19530` or `https://….zillizcloud.com`. */
  readonly address: string
  /** `user:password`, or an API key. */
  readonly token?: string | undefined
}

export interface MilvusSpace {
  readonly client: MilvusClient
  readonly collection: string
}

/** Bytes of a text that is filtered by; the most that Milvus has. */
const TEXT_MOST = 65_535
const ID_MOST = 512
const ANSWER_WITHIN_MS = 30_000
const RETRIES = 2
const LOADED_WITHIN_MS = 60_000
const FIRST_LOOK_MS = 20
const LOOK_EVERY_MS = 1_000
/** Of the graph: links of a node, and how carefully it is built. */
const GRAPH = { M: 16, efConstruction: 200 }

/** Connects, finds or makes the collection, checks that it fits, and loads it. */
export async function openMilvusSpace(
  place: MilvusPlace,
  space: { collection: string; dimension: number },
  clock: Clock,
): Promise<MilvusSpace> {
  const client = connect(place)
  try {
    await client.connectPromise
    await collection(client, space)
    await load(client, space.collection, clock)
    return { client, collection: space.collection }
  } catch (error) {
    void client.closeConnection()
    throw error
  }
}

function connect({ address, token }: MilvusPlace): MilvusClient {
  return new MilvusClient({
    address,
    ...(token ? { token } : {}),
    timeout: ANSWER_WITHIN_MS,
    maxRetries: RETRIES,
    logLevel: 'error',
    telemetry: { enabled: false },
    channelOptions: {
      // a client made anew tries at once, whatever another one met before
      'grpc.use_local_subchannel_pool': 1,
      'grpc.initial_reconnect_backoff_ms': 100,
      'grpc.max_reconnect_backoff_ms': 5_000,
    },
  })
}

async function collection(
  client: MilvusClient,
  { collection: name, dimension }: { collection: string; dimension: number },
): Promise<void> {
  const described = await client.describeCollection({ collection_name: name })
  if (!isAbsent(described.status)) assertFits(assertGood(described), name, dimension)
  else
    assertGood(
      await client.createCollection({
        collection_name: name,
        consistency_level: 'Strong',
        fields: [
          {
            name: 'id',
            data_type: DataType.VarChar,
            max_length: ID_MOST,
            is_primary_key: true,
            autoID: false,
          },
          { name: 'vector', data_type: DataType.FloatVector, dim: dimension },
          { name: 'scope', data_type: DataType.VarChar, max_length: TEXT_MOST },
          { name: 'kind', data_type: DataType.VarChar, max_length: TEXT_MOST },
          { name: 'thread', data_type: DataType.VarChar, max_length: TEXT_MOST },
          { name: 'at', data_type: DataType.Double },
          { name: 'trusted', data_type: DataType.Bool },
        ],
      }),
    )
  // one that was made and not indexed is finished; the same index again is no error
  assertGood(
    await client.createIndex({
      collection_name: name,
      field_name: 'vector',
      index_name: 'nearest',
      index_type: 'HNSW',
      metric_type: 'COSINE',
      params: GRAPH,
    }),
  )
}

/** By code, and by the word that Milvus before 2.3 said. */
const isAbsent = ({ code, error_code }: { code?: number; error_code: string | number }): boolean =>
  code === 100 || error_code === 'CollectionNotExists'

function assertFits({ schema }: DescribeCollectionResponse, name: string, dimension: number): void {
  const vector = schema.fields.find((field) => field.name === 'vector')
  const there = Number(vector?.type_params.find(({ key }) => key === 'dim')?.value)
  if (there === dimension) return
  throw new VectorStoreError(
    'wrong-dimension',
    `The Milvus collection ${name} holds vectors of ${there || 'no'} dimensions, not of ${dimension}`,
    { passing: false, fix: `Drop the collection ${name}, or choose another Milvus.` },
  )
}

async function load(client: MilvusClient, name: string, clock: Clock): Promise<void> {
  assertGood(await client.loadCollectionAsync({ collection_name: name }))
  const until = clock.now() + LOADED_WITHIN_MS
  for (let pause = FIRST_LOOK_MS; ; pause = Math.min(LOOK_EVERY_MS, 2 * pause)) {
    const { state } = assertGood(await client.getLoadState({ collection_name: name }))
    if (state === 'LoadStateLoaded') return
    if (clock.now() > until)
      throw new VectorStoreError(
        'store-lags',
        `Milvus has not loaded the collection ${name} after ${LOADED_WITHIN_MS / 1_000} seconds`,
        { passing: true, fix: 'It is tried again by itself.' },
      )
    await new Promise<void>((resolve) => clock.after(pause, resolve))
  }
}

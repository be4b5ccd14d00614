import { type Index, Pinecone } from '@pinecone-database/pinecone'
import { VectorStoreError } from '../vector-store.ts'

export interface PineconePlace {
  readonly apiKey: string
  readonly index: string
  /** Where indexes are made and described; default: Pinecone's cloud. */
  readonly controllerUrl?: string | undefined
}

export const PINECONE_CLOUD = 'https://api.pinecone.io'

/** Where an index is made that is not there: the region that every plan of Pinecone's has. */
const DEPLOYMENT = { deploymentType: 'managed', cloud: 'aws', region: 'us-east-1' } as const
/** The name Pinecone gives the vectors of a record. */
const VECTORS = '_values'
const READY_WITHIN_MS = 120_000
const ANSWER_WITHIN_MS = 30_000

type IndexModel = Awaited<ReturnType<Pinecone['indexes']['describe']>>

/** Finds the index, makes it where it is absent, and checks that it fits. */
export async function openPineconeIndex(place: PineconePlace, dimension: number): Promise<Index> {
  const pinecone = new Pinecone({
    apiKey: place.apiKey,
    ...(place.controllerUrl ? { controllerHostUrl: place.controllerUrl } : {}),
    fetchApi: (url, options) => fetch(url, { ...options, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) }),
  })
  const described = (await find(pinecone, place.index)) ?? (await make(pinecone, place.index, dimension))
  assertReady(described)
  assertFits(described, dimension)
  return pinecone.index({ host: hostOf(described, place.controllerUrl) })
}

async function find(pinecone: Pinecone, name: string): Promise<IndexModel | undefined> {
  try {
    return await pinecone.indexes.describe(name)
  } catch (error) {
    if (error instanceof Error && error.name === 'PineconeNotFoundError') return undefined
    throw error
  }
}

async function make(pinecone: Pinecone, name: string, dimension: number): Promise<IndexModel> {
  await pinecone.indexes.create({
    name,
    schema: { fields: { [VECTORS]: { type: 'dense_vector', dimension, metric: 'cosine' } } },
    deployment: DEPLOYMENT,
    waitUntilReady: true,
    timeout: READY_WITHIN_MS,
    // another one made it meanwhile
    suppressConflicts: true,
  })
  return pinecone.indexes.describe(name)
}

/** Until it is ready it may have no host and no fields yet. */
function assertReady({ name, host, status }: IndexModel): void {
  if (status.ready && host) return
  throw new VectorStoreError(
    'store-unreachable',
    `The Pinecone index ${name} is not ready: ${status.state}`,
    {
      passing: true,
      fix: 'It is tried again by itself.',
    },
  )
}

function assertFits({ name, schema }: IndexModel, dimension: number): void {
  const field = schema.fields[VECTORS]
  const vectors = field && 'type' in field && field.type === 'dense_vector' ? field : undefined
  const fix = 'Name another index in Settings > Memory; one that is not there is made.'
  if (vectors?.dimension !== dimension)
    throw new VectorStoreError(
      'wrong-dimension',
      `The Pinecone index ${name} holds vectors of ${vectors?.dimension ?? 'no'} dimensions, not of ${dimension}`,
      { passing: false, fix },
    )
  if (vectors.metric !== 'cosine')
    throw new VectorStoreError(
      'wrong-metric',
      `The Pinecone index ${name} compares vectors by ${vectors.metric}, not by cosine`,
      { passing: false, fix },
    )
}

/** Pinecone tells its hosts without a scheme; one on this computer speaks HTTP. */
const hostOf = ({ host }: IndexModel, controllerUrl: string | undefined): string =>
  /^https?:/.test(host) || !controllerUrl?.startsWith('http:') ? host : `http://${host}`

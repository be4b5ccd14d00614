import { z } from 'zod'
import type { PineconeControl, PineconeIndex } from './pinecone-control.ts'
import { readFilter } from './pinecone-filter-check.ts'
import { INVALID_ARGUMENT, NOT_FOUND, PineconeRefusal } from './pinecone-refusal.ts'

const RECORDS_MOST = 1_000
const METADATA_MOST_BYTES = 40_960

const namespace = z.string().regex(/^[\x20-\x7e]*$/)
const id = z
  .string()
  .min(1)
  .max(512)
  .regex(/^\p{ASCII}*$/u, 'Vector ID must be ASCII')
const upsertRequest = z.strictObject({
  namespace,
  vectors: z
    .array(
      z.strictObject({
        id,
        values: z.array(z.number()),
        metadata: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
      }),
    )
    .min(1)
    .max(RECORDS_MOST),
})
const queryRequest = z.strictObject({
  namespace,
  topK: z.int().min(1).max(10_000),
  vector: z.array(z.number()),
  filter: z.unknown().optional(),
  includeValues: z.boolean().optional(),
  includeMetadata: z.boolean().optional(),
})
const deleteRequest = z.union([
  z.strictObject({ namespace, ids: z.array(id).min(1).max(RECORDS_MOST) }),
  z.strictObject({ namespace, deleteAll: z.literal(true) }),
])

/** Requests to the host of one index. */
export function pineconeData(control: PineconeControl, index: PineconeIndex, lag: number) {
  const known = (name: string) => {
    if (!index.namespaces.has(name)) throw new PineconeRefusal(404, NOT_FOUND, 'Namespace not found')
    return control.records(index, name, lag)
  }
  const assertDimension = (values: readonly number[], what: string) => {
    if (values.length !== index.dimension)
      throw refusal(
        `${what} dimension ${values.length} does not match the dimension of the index ${index.dimension}`,
      )
  }

  return {
    upsert(body: unknown): object {
      const { namespace: name, vectors } = parse(upsertRequest, body)
      for (const vector of vectors) {
        assertDimension(vector.values, 'Vector')
        if (vector.values.every((value) => value === 0))
          throw refusal('Dense vectors must contain at least one non-zero value.')
        if (Buffer.byteLength(JSON.stringify(vector.metadata)) > METADATA_MOST_BYTES)
          throw refusal(`Metadata size exceeds the limit of ${METADATA_MOST_BYTES} bytes per vector`)
      }
      control.records(index, name, lag).change((records) => {
        for (const vector of vectors)
          records.set(vector.id, { ...vector, values: vector.values.map(Math.fround) })
      })
      return { upsertedCount: vectors.length }
    },
    query(body: unknown): object {
      const { namespace: name, vector, topK, filter, ...include } = parse(queryRequest, body)
      assertDimension(vector, 'Query vector')
      const admits = filter === undefined ? () => true : readFilter(filter)
      const found = index.namespaces.get(name)?.query(vector, topK, admits) ?? []
      return {
        namespace: name,
        results: [],
        matches: found.map(({ id: match, score, values, metadata }) => ({
          id: match,
          score,
          values: include.includeValues ? values : [],
          ...(include.includeMetadata ? { metadata } : {}),
        })),
        usage: { readUnits: 1 },
      }
    },
    fetch(query: URLSearchParams): object {
      const unknown = [...query.keys()].find((key) => key !== 'ids' && key !== 'namespace')
      if (unknown) throw refusal(`unknown query parameter ${unknown}`)
      const ids = query.getAll('ids')
      if (ids.length === 0 || ids.length > RECORDS_MOST) throw refusal('1 to 1000 ids must be given')
      for (const wanted of ids) parse(id, wanted)
      const name = query.get('namespace') ?? ''
      const records = index.namespaces.get(name)?.read()
      const found = [...new Set(ids)].flatMap((wanted) => records?.get(wanted) ?? [])
      return {
        namespace: name,
        vectors: Object.fromEntries(found.map((record) => [record.id, record])),
        usage: { readUnits: 1 },
      }
    },
    delete(body: unknown): object {
      const request = parse(deleteRequest, body)
      known(request.namespace).change((records) => {
        if ('deleteAll' in request) records.clear()
        else for (const gone of request.ids) records.delete(gone)
      })
      return {}
    },
    stats(body: unknown): object {
      parse(z.strictObject({}), body)
      const counts = [...index.namespaces].map(([name, records]) => [name, records.read().size] as const)
      return {
        namespaces: Object.fromEntries(
          counts.filter(([, count]) => count > 0).map(([name, vectorCount]) => [name, { vectorCount }]),
        ),
        dimension: index.dimension,
        indexFullness: 0,
        totalVectorCount: counts.reduce((sum, [, count]) => sum + count, 0),
        metric: index.metric,
        vectorType: 'dense',
      }
    },
  }
}

const refusal = (message: string) => new PineconeRefusal(400, INVALID_ARGUMENT, message)

function parse<Shape>(schema: z.ZodType<Shape>, body: unknown): Shape {
  const parsed = schema.safeParse(body)
  if (!parsed.success) throw refusal(z.prettifyError(parsed.error).replaceAll('\n', ' '))
  return parsed.data
}

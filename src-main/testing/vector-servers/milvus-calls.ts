import descriptors from '@zilliz/milvus2-sdk-node/dist/milvus/proto-json/milvus.js'
import protobuf from 'protobufjs'
import { type FieldData, type KeyValue, MilvusCollection, type MilvusField } from './milvus-collection.ts'
import {
  COLLECTION_NOT_FOUND,
  COLLECTION_NOT_LOADED,
  INVALID_PARAMETER,
  MilvusRefusal,
} from './milvus-refusal.ts'

/** A request as the protocol's loader gives it: fields by their names in the .proto files, enums as words. */
export interface MilvusRequest {
  readonly collection_name: string
  readonly schema: Buffer
  readonly consistency_level: string
  readonly field_name: string
  readonly index_name: string
  readonly extra_params: readonly KeyValue[]
  readonly fields_data: readonly FieldData[]
  readonly num_rows: number
  readonly expr: string
  readonly dsl: string
  readonly nq: string
  readonly placeholder_group: Buffer
  readonly search_params: readonly KeyValue[]
  readonly output_fields: readonly string[]
}

const GOOD = { error_code: 'Success', code: 0, reason: '' }
const MATCHES_MOST = 16_384
const COUNT = 'count(*)'
const root = protobuf.Root.fromJSON((descriptors as unknown as { default?: object }).default ?? descriptors)
const schemaType = root.lookupType('milvus.proto.schema.CollectionSchema')
const placeholderType = root.lookupType('milvus.proto.common.PlaceholderGroup')

/** What Milvus does when it is called, over the collections it holds. */
export function milvusCalls(collections: Map<string, MilvusCollection>) {
  let created = 0
  const there = (name: string): MilvusCollection => {
    const collection = collections.get(name)
    if (!collection)
      throw new MilvusRefusal(
        COLLECTION_NOT_FOUND,
        `collection not found[database=default][collection=${name}]`,
      )
    return collection
  }
  const loaded = (name: string): MilvusCollection => {
    const collection = there(name)
    if (!collection.loaded)
      throw new MilvusRefusal(COLLECTION_NOT_LOADED, `collection not loaded[collection=${name}]`)
    return collection
  }

  return {
    Connect: () => ({ status: GOOD, identifier: '1', server_info: { build_tags: '2.6.0' } }),
    CreateCollection: ({ collection_name, schema, consistency_level }: MilvusRequest) => {
      if (!/^[A-Za-z_]\w{0,254}$/.test(collection_name))
        throw new MilvusRefusal(INVALID_PARAMETER, `Invalid collection name: ${collection_name}`)
      const read = schemaType.toObject(schemaType.decode(schema), {
        enums: String,
        longs: String,
        defaults: true,
      })
      const { fields } = read as { fields: MilvusField[] }
      if (fields.filter((field) => field.is_primary_key).length !== 1)
        throw new MilvusRefusal(INVALID_PARAMETER, 'primary key is not specified')
      created += 1
      const collection = new MilvusCollection({ ...read, fields }, consistency_level, created)
      if (!(collection.dimension > 0 && collection.dimension <= 32_768))
        throw new MilvusRefusal(INVALID_PARAMETER, `invalid dimension: ${collection.dimension}`)
      collections.set(collection_name, collection)
      return GOOD
    },
    DescribeCollection: ({ collection_name }: MilvusRequest) => {
      const { schema, consistency, created: at } = there(collection_name)
      return {
        status: GOOD,
        schema,
        collection_name,
        consistency_level: consistency,
        update_timestamp: String(at),
        update_timestamp_str: String(at),
      }
    },
    DropCollection: ({ collection_name }: MilvusRequest) => {
      collections.delete(collection_name)
      return GOOD
    },
    CreateIndex: ({ collection_name, field_name, index_name, extra_params }: MilvusRequest) => {
      const collection = there(collection_name)
      if (!collection.schema.fields.some(({ name }) => name === field_name))
        throw new MilvusRefusal(INVALID_PARAMETER, `cannot create index on non-exist field: ${field_name}`)
      const given = (name: string) => extra_params.find(({ key }) => key === name)?.value
      if (given('index_type') !== 'HNSW' || !['COSINE', 'L2', 'IP'].includes(given('metric_type') ?? ''))
        throw new MilvusRefusal(INVALID_PARAMETER, 'invalid index type or metric type')
      if (collection.index && JSON.stringify(collection.index.params) !== JSON.stringify(extra_params))
        throw new MilvusRefusal(65_535, 'at most one distinct index is allowed per field')
      collection.index = { name: index_name, field: field_name, params: extra_params }
      return GOOD
    },
    LoadCollection: ({ collection_name }: MilvusRequest) => {
      const collection = there(collection_name)
      if (!collection.index) throw new MilvusRefusal(700, `index not found[collection=${collection_name}]`)
      collection.loaded = true
      return GOOD
    },
    GetLoadState: ({ collection_name }: MilvusRequest) => ({
      status: GOOD,
      state: there(collection_name).loaded ? 'LoadStateLoaded' : 'LoadStateNotLoad',
    }),
    Upsert: ({ collection_name, fields_data, num_rows }: MilvusRequest) => {
      const ids = there(collection_name).upsert(fields_data, num_rows)
      return {
        status: GOOD,
        IDs: { str_id: { data: ids } },
        upsert_cnt: String(ids.length),
        acknowledged: true,
      }
    },
    Delete: ({ collection_name, expr }: MilvusRequest) => {
      const collection = loaded(collection_name)
      if (expr.trim() === '') throw new MilvusRefusal(INVALID_PARAMETER, 'delete plan can not be empty')
      return { status: GOOD, delete_cnt: String(collection.delete(collection.test(expr))) }
    },
    Query: ({ collection_name, expr, output_fields, consistency_level }: MilvusRequest) => {
      const collection = loaded(collection_name)
      const test = collection.test(expr)
      const entries = collection.read(consistency_level).filter(({ row }) => test(row))
      if (output_fields.join() === COUNT)
        return {
          status: GOOD,
          fields_data: [
            { type: 'Int64', field_name: COUNT, scalars: { long_data: { data: [String(entries.length)] } } },
          ],
        }
      if (expr.trim() === '')
        throw new MilvusRefusal(INVALID_PARAMETER, 'empty expression should be used with limit')
      return { status: GOOD, fields_data: collection.columns(entries, output_fields), output_fields }
    },
    Search: ({ collection_name, dsl, placeholder_group, search_params, ...asked }: MilvusRequest) => {
      const collection = loaded(collection_name)
      const given = (name: string) => search_params.find(({ key }) => key === name)?.value
      const topk = Number(given('topk'))
      if (!(topk >= 1 && topk <= MATCHES_MOST))
        throw new MilvusRefusal(
          65_535,
          `topk [${topk}] is invalid, it should be in range [1, ${MATCHES_MOST}]`,
        )
      const metric = collection.index?.params.find(({ key }) => key === 'metric_type')?.value
      if (given('metric_type') && given('metric_type') !== metric)
        throw new MilvusRefusal(
          INVALID_PARAMETER,
          `metric type not match: invalid [expected=${metric}][actual=${given('metric_type')}]`,
        )
      const vector = vectorOf(placeholder_group, collection.dimension)
      const test = collection.test(dsl)
      const best = collection
        .read(asked.consistency_level)
        .filter(({ row }) => test(row))
        .map((entry) => ({ entry, score: cosine(vector, entry.vector) }))
        .sort((one, other) => other.score - one.score)
        .slice(0, topk)
      return {
        status: GOOD,
        results: {
          num_queries: asked.nq,
          top_k: String(topk),
          topks: [String(best.length)],
          scores: best.map(({ score }) => score),
          ids: { str_id: { data: best.map(({ entry }) => String(entry.row.id)) } },
          fields_data: collection.columns(
            best.map(({ entry }) => entry),
            asked.output_fields,
          ),
          output_fields: asked.output_fields,
        },
      }
    },
  }
}

function vectorOf(group: Buffer, dimension: number): number[] {
  const { placeholders } = placeholderType.toObject(placeholderType.decode(group)) as {
    placeholders?: { values: Buffer[] }[]
  }
  const bytes = placeholders?.[0]?.values[0]
  if (bytes?.length !== dimension * 4)
    throw new MilvusRefusal(
      INVALID_PARAMETER,
      `vector dimension mismatch, expected vector size(byte) ${dimension * 4}, actual ${bytes?.length}`,
    )
  return Array.from({ length: dimension }, (_, index) => Buffer.from(bytes).readFloatLE(index * 4))
}

function cosine(one: readonly number[], other: readonly number[]): number {
  const dot = (left: readonly number[], right: readonly number[]) =>
    left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0)
  return dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other)) || 0
}

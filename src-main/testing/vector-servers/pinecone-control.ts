import { z } from 'zod'
import { PineconeRecords } from './pinecone-records.ts'
import { PineconeRefusal } from './pinecone-refusal.ts'

export interface PineconeIndex {
  readonly name: string
  readonly dimension: number
  readonly metric: string
  readonly deployment: object
  ready: boolean
  namespaces: Map<string, PineconeRecords>
}

const createRequest = z.strictObject({
  name: z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,43}[a-z0-9])?$/),
  schema: z.strictObject({
    fields: z.strictObject({
      _values: z.strictObject({
        type: z.literal('dense_vector'),
        dimension: z.int().min(1).max(20_000),
        metric: z.enum(['cosine', 'euclidean', 'dotproduct']),
      }),
    }),
  }),
  deployment: z.strictObject({
    deployment_type: z.literal('managed'),
    cloud: z.enum(['aws', 'gcp', 'azure']),
    region: z.string().min(1),
  }),
  read_capacity: z.strictObject({ mode: z.literal('OnDemand') }).optional(),
  tags: z.record(z.string(), z.string()).optional(),
  deletion_protection: z.enum(['enabled', 'disabled']).optional(),
})

/** Indexes of a project, as the control plane makes and describes them. */
export class PineconeControl {
  readonly indexes = new Map<string, PineconeIndex>()
  readonly #host: () => string

  constructor(host: () => string) {
    this.#host = host
  }

  create(body: unknown): object {
    const parsed = createRequest.safeParse(body)
    if (!parsed.success)
      throw new PineconeRefusal(400, 'INVALID_ARGUMENT', z.prettifyError(parsed.error).replaceAll('\n', ' '))
    const { name, schema, deployment } = parsed.data
    if (this.indexes.has(name))
      throw new PineconeRefusal(409, 'ALREADY_EXISTS', `Resource ${name} already exists`)
    const { dimension, metric } = schema.fields._values
    this.indexes.set(name, { name, dimension, metric, deployment, ready: true, namespaces: new Map() })
    return this.describe(name)
  }

  describe(name: string): object {
    const index = this.indexes.get(name)
    if (!index) throw new PineconeRefusal(404, 'NOT_FOUND', `Resource ${name} not found`)
    const { dimension, metric, deployment, ready } = index
    return {
      name,
      host: `${this.#host()}/on/${name}`,
      status: { ready, state: ready ? 'Ready' : 'Initializing' },
      deployment: { ...deployment, environment: 'aped-4627-b74a' },
      read_capacity: { mode: 'OnDemand', status: { state: 'Ready' } },
      schema: {
        fields: ready ? { _values: { type: 'dense_vector', dimension, metric, description: null } } : {},
      },
      deletion_protection: 'disabled',
    }
  }

  list(): object {
    return { indexes: [...this.indexes.keys()].map((name) => this.describe(name)) }
  }

  records(index: PineconeIndex, namespace: string, lag: number): PineconeRecords {
    const records = index.namespaces.get(namespace) ?? new PineconeRecords(lag)
    index.namespaces.set(namespace, records)
    return records
  }
}

import type { VectorFilter } from '../vector-store.ts'

/** A filter in Pinecone's terms, applied before the nearest are looked for. */
export function pineconeFilter({ scopes, kinds, thread, from, to, trustedOnly }: VectorFilter): object {
  return {
    scope: { $in: scopes },
    ...(kinds ? { kind: { $in: kinds } } : {}),
    ...(thread === undefined ? {} : { thread: { $eq: thread } }),
    ...(trustedOnly ? { trusted: { $eq: true } } : {}),
    ...(from === undefined && to === undefined
      ? {}
      : { at: { ...(from === undefined ? {} : { $gte: from }), ...(to === undefined ? {} : { $lt: to }) } }),
  }
}

import { AdjutantError } from '../../vocabulary/errors.ts'

/** What a store keeps beside each vector, to filter by within the search. */
export interface VectorEntry {
  /** Id of the memory row. */
  readonly id: string
  /** Of length 1, of the space's dimension. */
  readonly vector: Float32Array
  readonly scope: string
  readonly kind: string
  readonly thread: string | undefined
  /** Of the row's `at`: ms since the epoch. */
  readonly at: number
  readonly trusted: boolean
}

/** Conditions that hold inside the search, before ranking. A row must stand in one of `scopes`. */
export interface VectorFilter {
  readonly scopes: readonly string[]
  readonly kinds?: readonly string[] | undefined
  readonly thread?: string | undefined
  /** Bounds of `at`: from inclusive, to exclusive. */
  readonly from?: number | undefined
  readonly to?: number | undefined
  readonly trustedOnly?: boolean | undefined
}

/** `similarity`: cosine, -1 to 1. */
export interface VectorMatch {
  readonly id: string
  readonly similarity: number
}

/**
 * Vectors of one space: one embedder's, of one dimension. The text they were made of lives elsewhere and can fill a
 * store anew; a store is an index, never the authority. All methods may be repeated: putting replaces, deleting what
 * is not there is no error. Throws VectorStoreError.
 */
export interface VectorStore {
  readonly kind: 'sqlite' | 'pgvector' | 'pinecone' | 'milvus'
  readonly model: string
  readonly dimension: number
  put(entries: readonly VectorEntry[]): Promise<void>
  delete(ids: readonly string[]): Promise<void>
  /** The nearest, best first. */
  search(vector: Float32Array, filter: VectorFilter, k: number): Promise<VectorMatch[]>
  /** Similarities of those of these rows that the filter admits. */
  similarities(vector: Float32Array, ids: readonly string[], filter: VectorFilter): Promise<VectorMatch[]>
  count(): Promise<number>
  /** Entries as they are kept, to compare two stores by. */
  fetch(ids: readonly string[]): Promise<VectorEntry[]>
  /** Removes the whole space. */
  clear(): Promise<void>
  close(): Promise<void>
}

/** A store cannot be reached or used as it is. */
export class VectorStoreError extends AdjutantError {
  /** Whether it may work again by itself later. */
  readonly passing: boolean
  constructor(code: string, message: string, options: { passing: boolean; fix?: string; cause?: unknown }) {
    super(code, message, options)
    this.passing = options.passing
  }
}

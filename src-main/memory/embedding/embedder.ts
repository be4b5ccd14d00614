import { AdjutantError } from '../../vocabulary/errors.ts'

/** Turns texts into vectors of length 1 whose dot product tells how close their meanings are. */
export interface Embedder {
  /** Names the model, e.g. 'all-minilm-l6-v2' or 'openai/text-embedding-3-small'. Vectors of two ids never mix. */
  readonly id: string
  readonly dimension: number
  /**
   * Vectors in the order of the texts. A `query` goes before whatever waits. Rejects with EmbedderError, or with the
   * signal's reason; waits while the queue is full.
   */
  embed(
    texts: readonly string[],
    options?: { readonly query?: boolean; readonly signal?: AbortSignal },
  ): Promise<Float32Array[]>
  close(): Promise<void>
}

/** The embedder cannot be used: no weights, damaged weights, an endpoint that is down or answers nonsense. */
export class EmbedderError extends AdjutantError {
  /** Whether it may work again by itself later. */
  readonly passing: boolean
  constructor(code: string, message: string, options: { passing: boolean; fix?: string; cause?: unknown }) {
    super(code, message, options)
    this.passing = options.passing
  }
}

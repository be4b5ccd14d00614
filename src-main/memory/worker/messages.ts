import { AdjutantError, ConfigError, messageOf, RequestError, StorageError } from '../../vocabulary/errors.ts'
import { EmbedderError } from '../embedding/embedder.ts'
import type { Memory } from '../memory.ts'
import { VectorStoreError } from '../vectors/vector-store.ts'

export type MemoryMethod = keyof Memory

/** To the worker. `now` is the caller's clock, ms since the epoch: time is one for both. */
export type ToWorker =
  | {
      readonly call: number
      readonly method: MemoryMethod
      readonly args: readonly unknown[]
      readonly now: number
    }
  | { readonly cancel: number }

/** From the worker. */
export type FromWorker =
  | { readonly done: number; readonly value: unknown }
  | { readonly failed: number; readonly error: Failure }
  | { readonly report: string; readonly error: Failure }
  /** Rows that the journal's database held are here now. */
  | { readonly tookOver: true }

/** An error as it crosses a thread. */
export interface Failure {
  readonly name: string
  readonly message: string
  readonly code?: string
  readonly fix?: string
  readonly passing?: boolean
}

export function failureOf(error: unknown): Failure {
  if (!(error instanceof AdjutantError))
    return { name: error instanceof Error ? error.name : 'Error', message: messageOf(error) }
  const passing =
    error instanceof EmbedderError || error instanceof VectorStoreError ? error.passing : undefined
  return {
    name: error.name,
    message: error.message,
    code: error.code,
    ...(error.fix === undefined ? {} : { fix: error.fix }),
    ...(passing === undefined ? {} : { passing }),
  }
}

export function errorOf({ name, message, code = 'memory-failed', fix, passing = false }: Failure): Error {
  const options = fix === undefined ? {} : { fix }
  switch (name) {
    case 'RequestError':
      return new RequestError(code, message, options)
    case 'ConfigError':
      return new ConfigError(code, message, options)
    case 'EmbedderError':
      return new EmbedderError(code, message, { ...options, passing })
    case 'VectorStoreError':
      return new VectorStoreError(code, message, { ...options, passing })
    case 'AbortError':
      return new DOMException(message, 'AbortError')
    default:
      return new StorageError(code, message, options)
  }
}

import { Worker } from 'node:worker_threads'
import { type Clock, systemClock } from '../../../vocabulary/clock.ts'
import { messageOf } from '../../../vocabulary/errors.ts'
import { threadFile } from '../../../vocabulary/thread-file.ts'
import { type Embedder, EmbedderError } from '../embedder.ts'
import { EMBEDDING_MODEL } from '../embedding-model.ts'
import { type Batch, createWorkQueue } from '../work-queue.ts'
import type { EmbedAnswer, EmbedRequest } from './embedding-worker.ts'

export const BUNDLED_MODEL = EMBEDDING_MODEL.name
const DIMENSION = 384
const BATCH = 16
const CAPACITY = 2_000

const WORKER = threadFile('embedding-worker', import.meta.url)

/** The model takes a hundred megabytes and is loaded in a third of a second: it stays this long after its last text. */
const IDLE_MS = 5 * 60_000

export interface BundledEmbedderOptions {
  /** The folder that holds the model's folder. */
  readonly models: string
  readonly clock?: Clock
}

/**
 * sentence-transformers/all-MiniLM-L6-v2 in a thread of its own, which starts with the first text and ends when idle.
 * Where it dies, what it was at is asked once more of a new one.
 */
export function createBundledEmbedder({ models, clock = systemClock }: BundledEmbedderOptions): Embedder {
  let worker: Worker | undefined
  let atWork: { readonly batch: Batch; readonly id: number } | undefined
  let last = 0
  let closed = false
  let retried: Batch | undefined
  let lastWords: unknown
  let endIdle = () => {}

  const queue = createWorkQueue({ batch: BATCH, capacity: CAPACITY, wake: () => next() })

  const hear = (answer: EmbedAnswer) => {
    if (atWork?.id !== answer.id) return
    const { batch } = atWork
    atWork = undefined
    if ('vectors' in answer) queue.done(batch, split(answer.vectors))
    else {
      const { code, message, fix, unloaded } = answer
      // a thread that could not load its model is not asked again: the next one may find it mended
      if (unloaded) dismiss()
      queue.failed(
        batch,
        new EmbedderError(code, message, { passing: false, ...(fix === undefined ? {} : { fix }) }),
      )
    }
    next()
  }

  const dismiss = () => {
    worker?.postMessage({ end: true } satisfies EmbedRequest)
    worker?.unref()
    worker = undefined
  }

  const start = (): Worker => {
    const made = new Worker(WORKER, {
      workerData: { models, name: BUNDLED_MODEL, dimension: DIMENSION },
      name: 'embedding',
    })
    made.on('message', hear)
    made.on('error', (error) => {
      lastWords = error
    })
    made.on('exit', () => {
      if (worker !== made) return
      worker = undefined
      if (!atWork) return
      const { batch } = atWork
      atWork = undefined
      if (closed || retried === batch) {
        queue.failed(batch, died(lastWords))
      } else {
        retried = batch
        queue.again(batch)
      }
      next()
    })
    made.unref()
    return made
  }

  const next = (): void => {
    if (atWork || closed) return
    const batch = queue.take()
    endIdle()
    if (!batch) {
      worker?.unref()
      if (worker) endIdle = clock.after(IDLE_MS, dismiss)
      return
    }
    worker ??= start()
    atWork = { batch, id: ++last }
    worker.ref()
    worker.postMessage({ id: atWork.id, texts: batch.texts } satisfies EmbedRequest)
  }

  return {
    id: BUNDLED_MODEL,
    dimension: DIMENSION,
    embed: (texts, options = {}) => queue.add(texts, options),
    close: async () => {
      closed = true
      endIdle()
      const ending = worker
      worker = undefined
      atWork = undefined
      queue.close(new EmbedderError('embedder-closed', 'The embedder is closed', { passing: false }))
      if (!ending) return
      // not `once`: an error on the way out is no reason to fail
      const exited = new Promise((resolve) => ending.once('exit', resolve))
      ending.ref()
      ending.postMessage({ end: true } satisfies EmbedRequest)
      await exited
    },
  }
}

const died = (cause: unknown) =>
  new EmbedderError(
    'embedder-died',
    `The thread that makes vectors died twice over the same texts${cause ? `: ${messageOf(cause)}` : ''}`,
    {
      passing: true,
      fix: 'It is started again by itself; memory is searched by words until then. If it goes on, install Adjutant again.',
      cause,
    },
  )

/** Copies, so that one kept vector does not keep its whole batch. */
const split = (vectors: Float32Array): Float32Array[] =>
  Array.from({ length: vectors.length / DIMENSION }, (_, index) =>
    vectors.slice(index * DIMENSION, (index + 1) * DIMENSION),
  )

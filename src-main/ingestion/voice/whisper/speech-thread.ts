import { Worker } from 'node:worker_threads'
import type { Clock } from '../../../vocabulary/clock.ts'
import { messageOf } from '../../../vocabulary/errors.ts'
import { threadFile } from '../../../vocabulary/thread-file.ts'
import { TranscriberError } from '../transcriber.ts'
import type { FromSpeechWorker, SpeechAnswers, SpeechQuestion, ToSpeechWorker } from './messages.ts'

const WORKER = threadFile('speech-worker', import.meta.url)

/** The thread in which speech is detected and understood. It starts with the first question, and ends when idle. */
export interface SpeechThread {
  /**
   * Where the thread dies, the question is asked once more of a new one. Rejects with TranscriberError, or with the
   * signal's reason.
   */
  ask<Question extends SpeechQuestion>(
    question: Question,
    signal?: AbortSignal,
  ): Promise<SpeechAnswers[Question['kind']]>
  close(): Promise<void>
}

interface Asked {
  readonly question: SpeechQuestion
  readonly resolve: (answer: never) => void
  readonly reject: (error: unknown) => void
  deaths: number
}

export function createSpeechThread(options: {
  /** Resolves to the folder that holds the model's folder. Asked for each new thread; left out where only speech is found. */
  readonly findModels?: () => Promise<string>
  readonly name: string
  readonly threads: number
  readonly clock: Clock
  readonly idleMs: number
}): SpeechThread {
  const { clock } = options
  const asked = new Map<number, Asked>()
  let worker: Worker | undefined
  let starting: Promise<void> | undefined
  let last = 0
  let closed = false
  let endIdle = () => {}
  const exits = new Set<Promise<void>>()

  const post = (id: number) => {
    const each = asked.get(id)
    if (each) worker?.postMessage({ id, question: each.question } satisfies ToSpeechWorker)
  }
  const settle = (id: number): Asked | undefined => {
    const each = asked.get(id)
    asked.delete(id)
    if (asked.size === 0 && worker) {
      worker.unref()
      endIdle()
      endIdle = clock.after(options.idleMs, dismiss)
    }
    return each
  }
  const dismiss = () => {
    endIdle()
    worker?.postMessage({ end: true } satisfies ToSpeechWorker)
    worker?.unref()
    worker = undefined
  }
  const hear = (message: FromSpeechWorker) => {
    const { id } = message
    if ('answer' in message) return settle(id)?.resolve(message.answer as never)
    const { code, fix, unloaded } = message
    const failed = settle(id)
    // a thread that could not load its model is not asked again: the next one may find it mended
    if (unloaded) dismiss()
    failed?.reject(
      new TranscriberError(code, message.message, { passing: false, ...(fix === undefined ? {} : { fix }) }),
    )
  }
  const start = async () => {
    const models = await options.findModels?.()
    if (closed) return
    const made = new Worker(WORKER, {
      workerData: { models, name: options.name, threads: options.threads },
      name: 'speech',
    })
    worker = made
    let lastWords: unknown
    made.on('message', hear)
    made.on('error', (error) => {
      lastWords = error
    })
    const exited = new Promise<void>((resolve) => made.once('exit', () => resolve()))
    exits.add(exited)
    made.once('exit', () => {
      exits.delete(exited)
      if (worker !== made) return
      worker = undefined
      endIdle()
      for (const [id, each] of asked) {
        each.deaths += 1
        if (each.deaths > 1) settle(id)?.reject(died(lastWords))
      }
      if (asked.size > 0) startForAll()
    })
    for (const id of asked.keys()) post(id)
    if (asked.size === 0) made.unref()
  }
  const startForAll = () => {
    starting ??= start()
      .catch((error) => {
        for (const id of [...asked.keys()]) settle(id)?.reject(error)
      })
      .finally(() => {
        starting = undefined
      })
  }

  return {
    ask: (question, signal) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(closedError())
        if (signal?.aborted) return reject(signal.reason)
        const id = ++last
        const abort = () => {
          worker?.postMessage({ cancel: id } satisfies ToSpeechWorker)
          settle(id)?.reject(signal?.reason)
        }
        signal?.addEventListener('abort', abort, { once: true })
        const free = () => signal?.removeEventListener('abort', abort)
        asked.set(id, {
          question,
          resolve: (answer) => {
            free()
            resolve(answer)
          },
          reject: (error) => {
            free()
            reject(error)
          },
          deaths: 0,
        })
        endIdle()
        if (!worker) return startForAll()
        worker.ref()
        post(id)
      }),
    close: async () => {
      closed = true
      for (const id of [...asked.keys()]) settle(id)?.reject(closedError())
      await starting
      worker?.ref()
      worker?.postMessage({ end: true } satisfies ToSpeechWorker)
      worker = undefined
      endIdle()
      await Promise.all(exits)
    },
  }
}

const closedError = () => new TranscriberError('closed', 'Speech recognition is closed', { passing: false })

const died = (cause: unknown) =>
  new TranscriberError(
    'transcriber-died',
    `The thread that understands speech died twice over the same words${cause ? `: ${messageOf(cause)}` : ''}`,
    {
      passing: true,
      fix: 'It is started again by itself. Say it again; if it goes on, install Adjutant again.',
      cause,
    },
  )

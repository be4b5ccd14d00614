import { Worker } from 'node:worker_threads'
import type { Clock } from '../../vocabulary/clock.ts'
import { StorageError } from '../../vocabulary/errors.ts'
import { threadFile } from '../../vocabulary/thread-file.ts'
import type { Memory } from '../memory.ts'
import { errorOf, type FromWorker, type MemoryMethod, type ToWorker } from './messages.ts'
import type { OpenMemoryOptions } from './open-memory.ts'

export interface MemoryClient extends Memory {
  /** Closes memory and opens it with other choices; calls in between wait. */
  reopen(options: OpenMemoryOptions): Promise<void>
}

export interface MemoryClientHooks {
  readonly clock: Clock
  readonly report: (what: string, error: unknown) => void
  /** Rows of the older database are in memory's own. */
  readonly tookOver: () => void
}

const WORKER = threadFile('memory-worker', import.meta.url)

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
}

/**
 * Memory in a thread of its own, so that nothing it does holds up the thread that answers the operator. The thread
 * starts with the first call, and again after it died: what it was asked then is refused, and what it had committed is
 * there.
 */
export function startMemory(first: OpenMemoryOptions, hooks: MemoryClientHooks): MemoryClient {
  let options = first
  let worker: Worker | undefined
  let last = 0
  let between: Promise<unknown> = Promise.resolve()
  const waiting = new Map<number, Waiting>()

  const hear = (message: FromWorker) => {
    if ('report' in message) return hooks.report(message.report, errorOf(message.error))
    if ('tookOver' in message) return hooks.tookOver()
    const id = 'done' in message ? message.done : message.failed
    const call = waiting.get(id)
    waiting.delete(id)
    if (waiting.size === 0) worker?.unref()
    if ('done' in message) call?.resolve(message.value)
    else call?.reject(errorOf(message.error))
  }

  const start = (): Worker => {
    const made = new Worker(WORKER, { workerData: options, name: 'memory' })
    made.on('message', hear)
    made.on('error', (error) =>
      hooks.report('the memory thread died; it is started again when next asked', error),
    )
    made.on('exit', () => {
      if (worker === made) worker = undefined
      const lost = [...waiting.values()]
      waiting.clear()
      for (const { reject } of lost)
        reject(
          new StorageError('memory-stopped', 'Memory stopped while it was at work', { fix: 'Try again.' }),
        )
    })
    return made
  }

  const post = (method: MemoryMethod, args: readonly unknown[], signal?: AbortSignal): Promise<unknown> => {
    worker ??= start()
    const to = worker
    const call = ++last
    const cancel = () => to.postMessage({ cancel: call } satisfies ToWorker)
    return new Promise((resolve, reject) => {
      waiting.set(call, { resolve, reject })
      to.ref()
      to.postMessage({ call, method, args, now: hooks.clock.now() } satisfies ToWorker)
      signal?.addEventListener('abort', cancel, { once: true })
    }).finally(() => signal?.removeEventListener('abort', cancel))
  }

  const ask = async (method: MemoryMethod, args: readonly unknown[], signal?: AbortSignal) => {
    await between
    signal?.throwIfAborted()
    return post(method, args, signal)
  }
  const shut = async () => {
    if (!worker) return
    const ending = worker
    const exited = new Promise<void>((resolve) => ending.once('exit', () => resolve()))
    await post('close', [])
    ending.ref()
    await exited
  }
  const passed =
    <Method extends MemoryMethod>(method: Method) =>
    (...args: Parameters<Memory[Method]>) =>
      ask(method, args) as ReturnType<Memory[Method]>

  return {
    remember: passed('remember'),
    rememberAll: passed('rememberAll'),
    keysThere: passed('keysThere'),
    importRows: passed('importRows'),
    recall: (principal, query, { signal, ...asked } = {}) =>
      ask('recall', [principal, query, asked], signal) as ReturnType<Memory['recall']>,
    list: passed('list'),
    page: passed('page'),
    get: passed('get'),
    detail: passed('detail'),
    facets: passed('facets'),
    ownNames: passed('ownNames'),
    rules: passed('rules'),
    edit: passed('edit'),
    setActive: passed('setActive'),
    beginForgetting: passed('beginForgetting'),
    finishForgetting: passed('finishForgetting'),
    forgetting: passed('forgetting'),
    status: passed('status'),
    searchable: async (signal) => void (await ask('searchable', [], signal)),
    reindex: passed('reindex'),
    move: passed('move'),
    embed: passed('embed'),
    close: shut,
    reopen: async (changed) => {
      const before = between
      between = before.then(async () => {
        await shut()
        options = changed
      })
      await between
    },
  }
}

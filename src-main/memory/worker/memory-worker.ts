import { parentPort, workerData } from 'node:worker_threads'
import type { RecallOptions } from '../memory.ts'
import type { FromWorker, MemoryMethod, ToWorker } from './messages.ts'
import { failureOf } from './messages.ts'
import { type OpenMemoryOptions, openMemory } from './open-memory.ts'

const post = (message: FromWorker) => parentPort?.postMessage(message)

/** What the caller's clock is ahead of this machine's, in ms: nought but in tests. */
let ahead = 0
const memory = openMemory(workerData as OpenMemoryOptions, {
  now: () => Date.now() + ahead,
  report: (what, error) => post({ report: what, error: failureOf(error) }),
  tookOver: () => post({ tookOver: true }),
})
const running = new Map<number, AbortController>()

/** A signal cannot cross threads: recall and waiting get one of this thread, aborted by message. */
function withSignal(method: MemoryMethod, args: readonly unknown[], signal: AbortSignal): unknown[] {
  if (method === 'searchable') return [signal]
  if (method !== 'recall') return [...args]
  const [principal, query, asked] = args as [unknown, unknown, RecallOptions | undefined]
  return [principal, query, { ...asked, signal }]
}

parentPort?.on('message', async (message: ToWorker) => {
  if ('cancel' in message) {
    running.get(message.cancel)?.abort()
    return
  }
  const { call, method, args, now } = message
  ahead = now - Date.now()
  const controller = new AbortController()
  running.set(call, controller)
  try {
    const api = memory() as unknown as Record<string, (...given: unknown[]) => Promise<unknown>>
    const value = await api[method]?.(...withSignal(method, args, controller.signal))
    post({ done: call, value })
  } catch (error) {
    post({ failed: call, error: failureOf(error) })
  } finally {
    running.delete(call)
    if (method === 'close') parentPort?.close()
  }
})

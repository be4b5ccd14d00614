import type { MemoryClient, MemoryClientHooks } from '../memory/worker/memory-client.ts'
import { type OpenMemoryOptions, openMemory } from '../memory/worker/open-memory.ts'
import { sharedEmbedder } from './memory-under-test.ts'

/** Memory in the thread of the test, all with one loaded model: a test that is about something else waits for neither. */
export function memoryInThread(options: OpenMemoryOptions, hooks: MemoryClientHooks): MemoryClient {
  const shared = options.embedder?.provider === 'bundled' ? { openEmbedder: sharedEmbedder } : {}
  let given = options
  const made = () => openMemory(given, { now: () => hooks.clock.now(), ...hooks, ...shared })
  let memory = made()
  let closed: Promise<void> | undefined
  const close = () => {
    closed ??= memory().close()
    return closed
  }
  return new Proxy({} as MemoryClient, {
    get: (_, name: keyof MemoryClient) => {
      if (name === 'close') return close
      if (name === 'reopen')
        return async (changed: OpenMemoryOptions) => {
          await close()
          given = changed
          memory = made()
          closed = undefined
        }
      return async (...args: unknown[]) => {
        const method = memory()[name] as (...given: unknown[]) => unknown
        return method(...args)
      }
    },
    ownKeys: () => Object.keys(memory()),
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  })
}

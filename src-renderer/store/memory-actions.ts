import type { Methods } from '../../src-preload/contract.ts'
import type { ActionContext } from './actions.ts'

export interface MemoryActions {
  /** The first page, or with `more` the next one. */
  readonly loadMemory: (options?: { more?: boolean }) => Promise<void>
  /** An empty query ends the search. */
  readonly searchMemory: (q: string) => Promise<void>
  readonly addMemory: (memory: Methods['memory.add']['input']) => Promise<boolean>
  readonly forgetMemory: (id: string) => Promise<boolean>
}

const PAGE = 100
const HITS = 50

export function memoryActions({ get, patch, update, attempt }: ActionContext): MemoryActions {
  return {
    loadMemory: async ({ more = false } = {}) => {
      const before = more ? get().memory.list : []
      const page = await attempt('memory.list', { limit: PAGE, offset: before.length })
      if (page) patch('memory', { list: [...before, ...page], loaded: true, more: page.length === PAGE })
    },
    searchMemory: async (q) => {
      if (!q.trim()) {
        return update((state) => {
          const { search: _, ...rest } = state.memory
          return { ...state, memory: rest }
        })
      }
      const found = await attempt('memory.search', { q, k: HITS })
      if (found) patch('memory', { search: { q, ...found } })
    },
    addMemory: async (memory) => {
      const row = await attempt('memory.add', memory)
      if (!row) return false
      patch('memory', { list: [row, ...get().memory.list.filter(({ id }) => id !== row.id)] })
      return true
    },
    forgetMemory: async (id) => {
      if (!(await attempt('memory.forget', { id }))) return false
      const { list, search } = get().memory
      const others = (rows: typeof list) => rows.filter((row) => row.id !== id)
      patch('memory', {
        list: others(list),
        ...(search ? { search: { ...search, hits: others(search.hits) } } : {}),
      })
      return true
    },
  }
}

import type { MemoryView, Methods } from '../../src-preload/contract.ts'
import { CallError } from '../adjutant-client.ts'
import { listInputOf, type MemoryFilter } from '../memory/memory-filter.ts'
import type { ActionContext } from './actions.ts'
import type { MemorySlice, State } from './state.ts'

export interface MemoryActions {
  /** The first page of what fits the filter, or with `more` the next one. */
  readonly loadMemory: (options?: { more?: boolean }) => Promise<void>
  /** Reads again what is on the screen, unless that is too much: then `stale` says so. */
  readonly refreshMemory: () => Promise<void>
  /** The agent says that memory has changed: what the open pane shows is read again, not more often than it helps. */
  readonly memoryChanged: () => void
  readonly filterMemory: (filter: MemoryFilter) => Promise<void>
  readonly viewMemory: (view: MemorySlice['view']) => Promise<void>
  /** Lets the timeline begin at a time; undefined is now. */
  readonly jumpMemory: (before: string | undefined) => Promise<void>
  readonly typeMemoryWords: (words: string) => void
  /** An empty query ends the search. An answer to earlier words is dropped. */
  readonly searchMemory: (q: string) => Promise<void>
  readonly selectMemory: (id: string | undefined) => void
  /** A row as the agent answered it: it stands where it stood, a new one first. */
  readonly keepMemory: (row: MemoryView) => void
  readonly dropMemory: (id: string) => void
}

const PAGE = 100
/** The further a person has come, the more is read at once. */
const FURTHER_PAGE = 500
/** Rows that are read again at a change; beyond, a person has scrolled far and is left in peace. */
const REFRESHED_MOST = 1000
const HITS = 100
const REFRESH_EVERY_MS = 1000
/** A timeline is in order of time, for which the agent must be given a bound. */
const EVER = '0001-01-01T00:00:00.000Z'

/** What to ask for to fill the list. */
export function memoryListInput({ memory, settings }: State): Methods['memory.list']['input'] {
  const { filter, view, before } = memory
  const input = listInputOf(filter, new Date(), settings.view?.timeZone)
  if (view === 'list') return input
  const to = before && (!input.to || Date.parse(before) < Date.parse(input.to)) ? before : input.to
  return { ...input, from: input.from ?? EVER, ...(to ? { to } : {}) }
}

export function memoryActions({ client, get, patch, attempt }: ActionContext): MemoryActions {
  let reading = 0
  let readingMore = false
  let searching = 0
  let refreshedAt = Number.NEGATIVE_INFINITY
  let planned: ReturnType<typeof setTimeout> | undefined

  const readFirst = async (limit: number) => {
    reading += 1
    const asked = reading
    const page = await attempt('memory.list', { ...memoryListInput(get()), limit, offset: 0 })
    if (page && asked === reading)
      patch('memory', { list: page, loaded: true, more: page.length === limit, stale: false })
  }

  const readMore = async () => {
    if (readingMore) return
    readingMore = true
    const asked = reading
    const { list } = get().memory
    const limit = list.length < FURTHER_PAGE ? PAGE : FURTHER_PAGE
    const page = await attempt('memory.list', { ...memoryListInput(get()), limit, offset: list.length })
    readingMore = false
    // a list that was read anew meanwhile goes on from there
    if (!page || asked !== reading) return
    const known = new Set(list.map(({ id }) => id))
    const added = page.filter(({ id }) => !known.has(id))
    patch('memory', {
      list: [...get().memory.list, ...added],
      more: page.length === limit && added.length > 0,
    })
  }

  const refresh = async () => {
    const { list } = get().memory
    if (list.length > REFRESHED_MOST) return patch('memory', { stale: true })
    await readFirst(Math.min(Math.max(list.length, PAGE), REFRESHED_MOST))
  }

  const search = async (q: string) => {
    searching += 1
    const asked = searching
    if (!q.trim()) return patch('memory', { search: undefined, searchFailure: undefined })
    const { kind, scope } = get().memory.filter
    try {
      const found = await client.call('memory.search', {
        q,
        k: HITS,
        ...(kind ? { kind } : {}),
        ...(scope ? { scope } : {}),
      })
      if (asked !== searching) return
      patch('memory', { search: { q, ...found }, searchFailure: undefined })
    } catch (error) {
      if (!(error instanceof CallError)) throw error
      if (asked === searching) patch('memory', { searchFailure: { message: error.message, fix: error.fix } })
    }
  }

  const readAgain = () => {
    planned = undefined
    refreshedAt = Date.now()
    const { memory, ui } = get()
    if (ui.pane !== 'memory') return
    if (memory.loaded) void refresh()
    if (memory.search) void search(memory.search.q)
  }

  return {
    loadMemory: ({ more = false } = {}) => (more ? readMore() : readFirst(PAGE)),
    refreshMemory: refresh,
    memoryChanged: () => {
      if (planned !== undefined) return
      planned = setTimeout(readAgain, Math.max(0, refreshedAt + REFRESH_EVERY_MS - Date.now()))
    },
    filterMemory: async (filter) => {
      patch('memory', { filter, before: undefined })
      const { search: found } = get().memory
      await Promise.all([readFirst(PAGE), found && search(found.q)])
    },
    viewMemory: async (view) => {
      // the other view is in another order: what was read does not fit it
      patch('memory', { view, before: undefined, list: [], loaded: false, more: false })
      await readFirst(PAGE)
    },
    jumpMemory: async (before) => {
      patch('memory', { before })
      await readFirst(PAGE)
    },
    typeMemoryWords: (words) => {
      patch('memory', { words })
      if (!words.trim()) void search('')
    },
    searchMemory: search,
    selectMemory: (id) => patch('memory', { selectedId: id }),
    keepMemory: (row) => {
      const { list, search: found } = get().memory
      const put = (rows: readonly MemoryView[]) =>
        rows.map((old) => (old.id === row.id ? { ...old, ...row } : old))
      const there = list.some(({ id }) => id === row.id)
      patch('memory', {
        list: there ? put(list) : [row, ...list],
        ...(found ? { search: { ...found, hits: put(found.hits) } } : {}),
      })
    },
    dropMemory: (id) => {
      const { list, search: found, selectedId } = get().memory
      const others = (rows: readonly MemoryView[]) => rows.filter((row) => row.id !== id)
      patch('memory', {
        list: others(list),
        ...(found ? { search: { ...found, hits: others(found.hits) } } : {}),
        ...(selectedId === id ? { selectedId: undefined } : {}),
      })
    },
  }
}

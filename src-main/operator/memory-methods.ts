import type { AgentEvent, MemoryDetailView, MemoryView, Methods } from '../../src-preload/contract.ts'
import { DEFAULT_INDEX } from '../configuration/load-config.ts'
import { aboutOf } from '../memory/knowledge/read-fact.ts'
import { KNOWN_AT, type Memory, type MemoryDetail, type MemoryRow } from '../memory/memory.ts'
import { RequestError } from '../vocabulary/errors.ts'
import { OPERATOR_LABELS } from '../vocabulary/labels.ts'
import type { MemoryImports } from './import-memory.ts'
import { storeOf } from './memory-options.ts'
import type { Handlers } from './operator.ts'

type MemoryHandlers = Pick<Handlers, Extract<keyof Handlers, `memory.${string}`>>

export interface MemoryMethodsDeps {
  readonly memory: Memory
  readonly imports: MemoryImports
  readonly forget: (id: string) => Promise<boolean>
  /** Makes a store the one of the settings; memory is opened with it. */
  readonly chooseStore: (store: Methods['memory.move']['input']) => Promise<void>
  readonly emit: (event: AgentEvent) => void
}

/** What the operator does with memory. */
export function createMemoryMethods({
  memory,
  imports,
  forget,
  chooseStore,
  emit,
}: MemoryMethodsDeps): MemoryHandlers {
  const changed = (row: MemoryRow | undefined, id: string): MemoryView => {
    if (!row) throw noMemory(id)
    emit({ type: 'memory.changed', id: row.id })
    return viewMemory(row)
  }
  return {
    'memory.list': async ({ source, ...asked }) =>
      (
        await memory.list('operator', {
          ...asked,
          ...(source ? { sourceKind: source as MemoryRow['source']['kind'] } : {}),
        })
      ).map(viewMemory),
    'memory.search': async ({ q, kind, ...asked }) => {
      const began = performance.now()
      const hits = await memory.recall('operator', q, { ...asked, ...(kind ? { kinds: [kind] } : {}) })
      const views = hits.map((hit) => ({ ...viewMemory(hit), score: hit.score, why: hit.why }))
      return {
        hits: views,
        known: (hits[0]?.score ?? 0) >= KNOWN_AT,
        elapsedMs: performance.now() - began,
      }
    },
    'memory.get': async ({ id }) => {
      const detail = await memory.detail('operator', id)
      if (!detail) throw noMemory(id)
      return viewDetail(detail)
    },
    'memory.facets': async () => structuredClone(await memory.facets('operator')) as never,
    'memory.status': async () => {
      const { embedder, ...status } = await memory.status()
      return { ...status, ...(embedder ? { embedder } : {}) }
    },
    'memory.add': async (row) => {
      const kept = await memory.remember('operator', {
        ...row,
        ...((row.kind ?? 'fact') === 'fact' ? aboutOf(row.text) : {}),
        labels: OPERATOR_LABELS,
        source: { kind: 'api', ref: 'operator' },
      })
      return changed(kept, kept.id)
    },
    'memory.edit': async ({ id, text }) => changed(await memory.edit('operator', id, text), id),
    'memory.activate': async ({ id, active }) => changed(await memory.setActive('operator', id, active), id),
    'memory.page': async ({ after, limit = 500 }) =>
      (await memory.page('operator', { ...(after ? { after } : {}), limit })).map(viewMemory),
    'memory.import': (part) => imports.take(part),
    'memory.imported': ({ importId, wait }) => imports.state(importId, wait ?? false),
    'memory.move': async (store) => {
      const { kind, url = '', index = DEFAULT_INDEX, secret } = store
      const report = await memory.move(storeOf({ kind, url, index }, secret))
      await chooseStore(store)
      return { ...report }
    },
    'memory.reindex': async () => {
      const { rows } = await memory.reindex()
      await memory.searchable()
      emit({ type: 'memory.changed' })
      return { rows }
    },
    'memory.forget': async ({ id }) => {
      if (!(await forget(id))) throw noMemory(id)
      return { id }
    },
  }
}

const noMemory = (id: string) => new RequestError('no-memory', `There is no memory ${id}.`)

function viewMemory(row: MemoryRow): MemoryView {
  const { labels, about: _, source, ...rest } = row
  return { ...rest, source: { ...source }, trust: labels.trust, origins: [...labels.origins] }
}

const viewDetail = (detail: MemoryDetail): MemoryDetailView => ({
  row: viewMemory(detail.row),
  versions: detail.versions.map((version) => ({ ...version })),
  supersedes: detail.supersedes.map(viewMemory),
  ...(detail.supersededBy ? { supersededBy: viewMemory(detail.supersededBy) } : {}),
  contradicts: detail.contradicts.map(viewMemory),
  restsOn: detail.restsOn.map(viewMemory),
  restingOnIt: detail.restingOnIt.map(viewMemory),
})

import { describe, expect, it } from 'vitest'
import { type MemoryDraft, memoryChangeOf, memoryDraftOf, storeUrlProblem } from './memory-draft.ts'

const memory = {
  embedder: {
    provider: 'bundled',
    baseUrl: 'https://api.openai.com/v1',
    name: 'text-embedding-3-small',
    hasKey: false,
  },
  store: { kind: 'sqlite', url: '', index: 'adjutant', hasSecret: false },
  models: '',
} as const

describe('what saving the memory form changes', () => {
  it.each([
    [{}, {}],
    [{ provider: 'openai' }, { embedder: { provider: 'openai' } }],
    [{ name: ' nomic-embed-text ' }, { embedder: { name: 'nomic-embed-text' } }],
    [{ name: '  ', index: '' }, {}],
    [{ apiKey: ' key ' }, { embedder: { apiKey: 'key' } }],
    [
      { kind: 'pgvector', url: 'postgres://me@db/mind', secret: 'word' },
      { store: { kind: 'pgvector', url: 'postgres://me@db/mind', secret: 'word' } },
    ],
    [{ models: '~/models' }, { models: '~/models' }],
  ] satisfies [Partial<MemoryDraft>, object][])('%j: %j', (typed, change) => {
    expect(memoryChangeOf({ ...memoryDraftOf(memory), ...typed }, { memory, fixed: {} })).toEqual(change)
  })

  it('a folder of models that was given can be taken away', () => {
    const held = { ...memory, models: '/models' }
    const typed = { ...memoryDraftOf(held), models: '' }
    expect(memoryChangeOf(typed, { memory: held, fixed: {} })).toEqual({ models: '' })
  })

  it('what the environment fixes is never sent', () => {
    const typed: MemoryDraft = {
      provider: 'openai',
      baseUrl: 'http://x/v1',
      name: 'x',
      apiKey: 'k',
      kind: 'milvus',
      url: 'http://y',
      index: 'z',
      secret: 's',
      models: '/m',
    }
    const fixed = Object.fromEntries(
      ['embedder.provider', 'embedder.name', 'embedder.apiKey', 'store.kind', 'store.url', 'models'].map(
        (path) => [`memory.${path}`, 'A_VARIABLE'],
      ),
    )
    expect(memoryChangeOf(typed, { memory, fixed })).toEqual({
      embedder: { baseUrl: 'http://x/v1' },
      store: { index: 'z', secret: 's' },
    })
  })
})

describe("a store's address", () => {
  it.each([
    ['sqlite', '', true],
    ['pgvector', 'postgres://me@localhost:5432/mind', true],
    ['pgvector', 'postgres://me:secret@localhost:5432/mind', false],
    ['pgvector', 'localhost:5432', false],
    ['pgvector', '', false],
    ['pinecone', '', true],
    ['pinecone', 'mind-1.svc.pinecone.io', false],
    ['milvus', 'http://localhost:19530', true],
    ['milvus', 'ftp://localhost', false],
  ] as const)('%s %j: %s', (kind, url, good) => {
    expect(storeUrlProblem({ kind, url }) === undefined).toBe(good)
  })
})

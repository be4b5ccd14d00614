import type { SettingsChange, SettingsView, VectorStoreKind } from '../../src-preload/contract.ts'

type MemorySettings = SettingsView['memory']
type MemoryChange = NonNullable<SettingsChange['memory']>

/** What is typed in the form. An empty key or secret leaves the kept one. */
export interface MemoryDraft {
  provider: MemorySettings['embedder']['provider']
  baseUrl: string
  name: string
  apiKey: string
  kind: VectorStoreKind
  url: string
  index: string
  secret: string
  models: string
}

export const memoryDraftOf = ({ embedder, store, models }: MemorySettings): MemoryDraft => ({
  provider: embedder.provider,
  baseUrl: embedder.baseUrl,
  name: embedder.name,
  apiKey: '',
  kind: store.kind,
  url: store.url,
  index: store.index,
  secret: '',
  models,
})

/** What differs from the settings that hold, leaving out what the environment fixes. */
export function memoryChangeOf(
  draft: MemoryDraft,
  { memory, fixed }: Pick<SettingsView, 'memory' | 'fixed'>,
): MemoryChange {
  const open = (path: string) => fixed[`memory.${path}`] === undefined
  const { embedder, store, models } = memory
  const embedderChange = {
    ...(open('embedder.provider') && draft.provider !== embedder.provider
      ? { provider: draft.provider }
      : {}),
    ...changed('baseUrl', draft.baseUrl, open('embedder.baseUrl') ? embedder.baseUrl : draft.baseUrl),
    ...changed('name', draft.name, open('embedder.name') ? embedder.name : draft.name),
    ...(draft.apiKey.trim() && open('embedder.apiKey') ? { apiKey: draft.apiKey.trim() } : {}),
  }
  const storeChange = {
    ...(open('store.kind') && draft.kind !== store.kind ? { kind: draft.kind } : {}),
    ...changed('url', draft.url, open('store.url') ? store.url : draft.url),
    ...changed('index', draft.index, open('store.index') ? store.index : draft.index),
    ...(draft.secret.trim() && open('store.secret') ? { secret: draft.secret.trim() } : {}),
  }
  return {
    ...(Object.keys(embedderChange).length > 0 ? { embedder: embedderChange } : {}),
    ...(Object.keys(storeChange).length > 0 ? { store: storeChange } : {}),
    ...(open('models') && draft.models.trim() !== models ? { models: draft.models.trim() } : {}),
  }
}

/** A field that says something else; an empty one leaves what holds. */
const changed = <Name extends string>(name: Name, typed: string, holds: string) =>
  (typed.trim() !== '' && typed.trim() !== holds ? { [name]: typed.trim() } : {}) as {
    [Key in Name]?: string
  }

export interface StoreFields {
  readonly label: string
  readonly hint: string
  /** Where its server is; absent where it has none to be named. */
  readonly url?: { readonly label: string; readonly hint: string; readonly begins: readonly string[] }
  readonly index?: { readonly label: string; readonly hint: string }
  readonly secret?: { readonly label: string; readonly hint: string }
}

/** What each place of vectors needs to be told. */
export const STORES: Readonly<Record<VectorStoreKind, StoreFields>> = {
  sqlite: { label: 'This computer', hint: 'In one file, with nothing to set up.' },
  pgvector: {
    label: 'PostgreSQL',
    hint: 'With the extension pgvector.',
    url: {
      label: 'Address',
      hint: 'Without the password: postgres://adjutant@localhost:5432/adjutant',
      begins: ['postgres:', 'postgresql:'],
    },
    index: { label: 'Table', hint: 'Made if it is not there.' },
    secret: { label: 'Password', hint: '' },
  },
  pinecone: {
    label: 'Pinecone',
    hint: 'A service on the net.',
    url: {
      label: "Address of the index's host",
      hint: 'As its console shows it. Leave it empty to have it looked up.',
      begins: ['https:', 'http:'],
    },
    index: { label: 'Index', hint: 'Made if it is not there.' },
    secret: { label: 'API key', hint: '' },
  },
  milvus: {
    label: 'Milvus',
    hint: 'A server of your own, or Zilliz Cloud.',
    url: { label: 'Address', hint: 'http://localhost:19530', begins: ['http:', 'https:'] },
    index: { label: 'Collection', hint: 'Made if it is not there.' },
    secret: { label: 'Token', hint: 'Or user:password. A server without accounts needs none.' },
  },
}

/** What can be said about a store's address before it is tried; undefined where nothing is wrong with it. */
export function storeUrlProblem({ kind, url }: Pick<MemoryDraft, 'kind' | 'url'>): string | undefined {
  const wanted = STORES[kind].url
  const typed = url.trim()
  if (!wanted || (typed === '' && kind === 'pinecone')) return undefined
  if (!URL.canParse(typed) || !wanted.begins.includes(new URL(typed).protocol))
    return `Not an address. It begins with ${wanted.begins.map((begin) => `${begin}//`).join(' or ')}.`
  return new URL(typed).password
    ? 'Put the password into its own field: there it is kept as a secret.'
    : undefined
}

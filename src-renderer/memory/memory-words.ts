import type { MemoryStatusView, MemoryView } from '../../src-preload/contract.ts'
import { t } from '../words.ts'

const KINDS: Record<string, string> = {
  episode: 'Episode',
  fact: 'Fact',
  rule: 'Rule',
  procedure: 'Procedure',
}

export const kindWord = (kind: string): string => t(KINDS[kind] ?? kind)

/** What each kind is for, where one is chosen. */
export const KIND_HINTS: Record<string, string> = {
  fact: 'Something that holds: a name, a preference, where a thing is.',
  episode: 'Something that happened.',
  rule: 'How the agent shall act, always.',
  procedure: 'How a thing is done, step by step.',
}

const SOURCES: Record<string, string> = {
  run: 'From runs',
  conversation: 'From conversations',
  import: 'Imported',
  api: 'Added by hand',
  page: 'From the web',
  file: 'From files',
  mail: 'From mail',
}

/** A kind of source, where one is chosen. */
export const sourceKindWord = (kind: string): string => t(SOURCES[kind] ?? kind)

/** Where a row came from: 'in a run', 'from example.org', 'from news.md', 'imported'. */
export function sourceWords({ kind, ref }: MemoryView['source']): string {
  switch (kind) {
    case 'run':
      return t('in a run')
    case 'conversation':
      return t('in a conversation')
    case 'import':
      return t('imported')
    case 'api':
      return t('added by hand')
    case 'page':
      return t('from {place}', { place: hostOf(ref) })
    case 'file':
      return t('from {place}', { place: lastPart(ref) })
    case 'mail':
      return t('from mail')
    default:
      return kind
  }
}

const hostOf = (ref: string) => (URL.canParse(ref) ? new URL(ref).host || ref : ref)

const lastPart = (path: string) => path.split(/[\\/]/).filter(Boolean).at(-1) ?? path

const ORIGINS: Record<string, string> = {
  file: 'a file',
  web: 'the web',
  mail: 'mail',
  webhook: 'a webhook',
  mcp: 'a tool server',
}

const outsideOf = (origins: readonly string[]) =>
  origins.flatMap((origin) => ORIGINS[origin] ?? []).join(', ')

/** Why a row is not taken as the operator's word; undefined where it is trusted. */
export function distrustWords({ trust, origins }: Pick<MemoryView, 'trust' | 'origins'>): string | undefined {
  if (trust === 'trusted') return undefined
  const outside = outsideOf(origins)
  return outside ? `Text from ${outside}` : 'Not your words'
}

/** Why a rule cannot be made to hold; undefined where it can. */
export function whyNotActivated({
  trust,
  origins,
}: Pick<MemoryView, 'trust' | 'origins'>): string | undefined {
  if (trust === 'trusted') return undefined
  const who = outsideOf(origins) || 'text that is not yours'
  return `It cannot be activated: ${who} had a part in it, and what others wrote instructs nothing. If you want it, add it in your own words.`
}

/** How well a hit fits, from its score of 0 to 1. */
export function scoreWords(score: number): string {
  if (score >= 0.75) return 'fits very well'
  if (score >= 0.5) return 'fits well'
  if (score >= 0.35) return 'fits'
  return 'is only near'
}

const count = (value: number, one: string, many: string) =>
  `${value.toLocaleString('en')} ${value === 1 ? one : many}`

const STORES: Record<string, string> = {
  sqlite: 'on this computer',
  pgvector: 'in PostgreSQL',
  pinecone: 'in Pinecone',
  milvus: 'in Milvus',
}

/** A store of vectors, as a place. */
export const storeWords = (store: string): string => STORES[store] ?? `in ${store}`

/** How memory stands, in a few words each: rows, what waits, the model and the place of its vectors. */
export function statusWords({ rows, pending, embedder, store }: MemoryStatusView): string[] {
  return [
    count(rows, 'row', 'rows'),
    ...(pending > 0 ? [`${pending.toLocaleString('en')} not yet searchable by meaning`] : []),
    ...(embedder ? [`meaning by ${embedder.id}`, `vectors ${storeWords(store)}`] : []),
  ]
}

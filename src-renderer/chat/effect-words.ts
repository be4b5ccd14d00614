import type { EffectView } from '../../src-preload/contract.ts'
import { t } from '../words.ts'

/** Arguments that say best what a call is about, in order of preference. */
const TELLING = ['path', 'url', 'from', 'to', 'text', 'query', 'q', 'question', 'title', 'what', 'id']

/** One line on what a call is about: `~/notes/news.md`, an address, a few words. Empty where nothing tells. */
export function aboutOf(args: unknown): string {
  if (typeof args !== 'object' || args === null) return ''
  const members = args as Record<string, unknown>
  const strings = Object.keys(members).filter((name) => typeof members[name] === 'string')
  const name = TELLING.find((wanted) => strings.includes(wanted)) ?? strings[0]
  if (!name) return ''
  const first = String(members[name])
  const about = name === 'from' && typeof members.to === 'string' ? `${first} → ${members.to}` : first
  return about.replace(/\s+/g, ' ').trim()
}

const FROM_WEB = ['page', 'http', 'browser']

/** Where outside text came in or was used: it may have been written by anyone, and instructs nothing. */
export function trustMark({ trust, origins, evidence, status }: EffectView): string | undefined {
  if (status === 'succeeded' && evidence.some(({ kind }) => FROM_WEB.includes(kind))) return t('from the web')
  if (status === 'succeeded' && evidence.some(({ kind }) => kind === 'tool')) return t('from a tool server')
  if (trust === 'trusted') return undefined
  if (origins.includes('web')) return t('from the web')
  if (origins.includes('mail')) return t('from mail')
  if (origins.includes('file')) return t('from a file')
  return undefined
}

/** How long all calls together kept a person waiting: from the first request to the last outcome, in ms. */
export function spanOf(effects: readonly EffectView[]): number {
  const starts = effects.map(({ requestedAt }) => Date.parse(requestedAt))
  const ends = effects.map(({ settledAt, requestedAt }) => Date.parse(settledAt ?? requestedAt))
  return effects.length === 0 ? 0 : Math.max(...ends) - Math.min(...starts)
}

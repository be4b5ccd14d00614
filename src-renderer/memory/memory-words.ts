import type { MemoryView } from '../../src-preload/contract.ts'

const KINDS: Record<string, string> = {
  episode: 'Episode',
  fact: 'Fact',
  rule: 'Rule',
  procedure: 'Procedure',
}

export const kindWord = (kind: string): string => KINDS[kind] ?? kind

/** What each kind is for, where one is chosen. */
export const KIND_HINTS: Record<string, string> = {
  fact: 'Something that holds: a name, a preference, where a thing is.',
  episode: 'Something that happened.',
  rule: 'How the agent shall act, always.',
  procedure: 'How a thing is done, step by step.',
}

/** Where a row came from: 'in a run', 'from example.org', 'from news.md', 'imported'. */
export function sourceWords({ kind, ref }: MemoryView['source']): string {
  switch (kind) {
    case 'run':
      return 'in a run'
    case 'conversation':
      return 'in a conversation'
    case 'import':
      return ref ? `imported from ${lastPart(ref)}` : 'imported'
    case 'api':
      return 'added by hand'
    case 'page':
      return `from ${hostOf(ref)}`
    case 'file':
      return `from ${lastPart(ref)}`
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

/** Why a row is not taken as the operator's word; undefined where it is trusted. */
export function distrustWords({ trust, origins }: Pick<MemoryView, 'trust' | 'origins'>): string | undefined {
  if (trust === 'trusted') return undefined
  const outside = origins.flatMap((origin) => ORIGINS[origin] ?? [])
  return outside.length > 0 ? `Text from ${outside.join(', ')}` : 'Not your words'
}

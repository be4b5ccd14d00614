import type { KeyValueRow } from './key-value.tsx'

/** The arguments of a call as rows: text as it is, everything else as JSON. */
export function argumentRows(value: unknown): KeyValueRow[] {
  if (value === null || value === undefined) return []
  if (typeof value !== 'object' || Array.isArray(value)) return [{ name: 'value', value: written(value) }]
  return Object.entries(value).map(([name, member]) => ({ name, value: written(member) }))
}

const written = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value, null, 2) ?? '')

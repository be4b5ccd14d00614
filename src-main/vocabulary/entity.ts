import type { Act } from './effect.ts'

const ENTITY_TYPES = [
  'email',
  'url',
  'path',
  'phone',
  'amount',
  'date',
  'person',
  'folder-reference',
] as const
export type EntityType = (typeof ENTITY_TYPES)[number]

/**
 * A typed thing that the operator named. `text` is as written, `value` canonical:
 * email lower-case; url as WHATWG serialises it (http added for bare hosts with a port, https for bare domains);
 * path absolute, `~` expanded, normalised, without a trailing slash; phone E.164; amount `CUR 12.50`;
 * date ISO 8601 with offset; person as written, white space folded.
 */
export interface Entity {
  readonly type: EntityType
  readonly text: string
  readonly value: string
  /** Offsets into the text it was found in, in UTF-16 units. -1 where it was resolved from a reference. */
  readonly start: number
  readonly end: number
  /** 'reference': resolved from "the same folder", "it", "that page" out of what the operator named before. */
  readonly how: 'named' | 'reference'
  /** It was spoken, and may have been misheard: it instructs nothing and allows nothing. */
  readonly doubtful?: true
}

/** One clause of the operator's words: what it asks for and what it names. */
export interface Clause {
  readonly id: string
  readonly text: string
  /** Acts this clause asks for; empty for a plain question. */
  readonly acts: readonly Act[]
  /** Those acts that must have a recorded effect before a run that holds this clause may call itself done. */
  readonly demands: readonly Act[]
  readonly entities: readonly Entity[]
}

/** What the operator's message instructs. Only the operator's own words yield one. */
export interface Intent {
  readonly clauses: readonly Clause[]
}

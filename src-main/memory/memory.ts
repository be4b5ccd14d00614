import type { Labels } from '../vocabulary/labels.ts'
import type { Principal } from '../vocabulary/principal.ts'

export type MemoryKind = 'episode' | 'fact' | 'rule' | 'procedure'

export interface MemorySource {
  readonly kind: 'run' | 'conversation' | 'import' | 'api' | 'page' | 'file'
  /** Run id, URL, path… */
  readonly ref: string
}

export interface MemoryRow {
  readonly id: string
  readonly kind: MemoryKind
  readonly text: string
  readonly source: MemorySource
  readonly labels: Labels
  readonly scope: string
  /** When what it tells holds or happened, ISO 8601. */
  readonly at: string
  readonly createdAt: string
}

/** `score` 0 to 1, best first; `why` says in words how the row was found. */
export interface MemoryHit extends MemoryRow {
  readonly score: number
  readonly why: string
}

/** A principal's view of memory: rows outside its scopes do not exist for it. */
export interface MemoryPort {
  /** Writing the same `key` again gives the row that is there. */
  remember(
    principal: Principal,
    row: {
      text: string
      kind?: MemoryKind
      scope?: string
      at?: string
      labels: Labels
      source: MemorySource
    },
    key?: string,
  ): Promise<MemoryRow>
  recall(principal: Principal, query: string, options?: { k?: number; scope?: string }): Promise<MemoryHit[]>
  list(
    principal: Principal,
    options?: { limit?: number; offset?: number; kind?: MemoryKind },
  ): Promise<MemoryRow[]>
  get(principal: Principal, id: string): Promise<MemoryRow | undefined>
  /** The row's text and its index entries go; a tombstone without content stays. */
  forget(principal: Principal, id: string): Promise<boolean>
}

import type { Labels } from '../vocabulary/labels.ts'
import type { Principal } from '../vocabulary/principal.ts'
import type { VectorStoreChoice } from './vectors/create-vector-store.ts'
import type { MoveReport } from './vectors/move-vectors.ts'

export type MemoryKind = 'episode' | 'fact' | 'rule' | 'procedure'

export interface MemorySource {
  readonly kind: 'run' | 'conversation' | 'import' | 'api' | 'page' | 'file' | 'mail'
  /** Run id, URL, path… */
  readonly ref: string
}

/** What a fact tells: of whom or what (`subject`), and which property of it. Both folded: lower case, single spaces. */
export interface FactSubject {
  readonly subject: string
  readonly attribute: string
}

export interface NewMemory {
  readonly text: string
  /** Default: fact. */
  readonly kind?: MemoryKind
  /** Default: the operator's personal one. */
  readonly scope?: string
  /** When what it tells holds from, or happened; ISO 8601. Default: now. */
  readonly at?: string
  readonly labels: Labels
  readonly source: MemorySource
  /** Name given to it where it came from; one row a scope and name. */
  readonly externalId?: string
  /** A conversation it is a turn of, its place in it, and who said it. */
  readonly thread?: string
  readonly position?: number
  readonly speaker?: string
  /** For a fact: a later one about the same closes this one. */
  readonly about?: FactSubject
  /** For a fact with `about`: it says that things have changed, so it closes what held before without contradiction. */
  readonly changed?: boolean
  /** Ids of the rows it was taken from. */
  readonly restsOn?: readonly string[]
}

export interface MemoryRow {
  readonly id: string
  readonly kind: MemoryKind
  readonly text: string
  readonly source: MemorySource
  readonly labels: Labels
  readonly scope: string
  readonly at: string
  readonly createdAt: string
  readonly externalId?: string
  readonly thread?: string
  readonly position?: number
  readonly speaker?: string
  readonly about?: FactSubject
  /** For a rule: only an active one has a say. */
  readonly status?: 'proposed' | 'active'
  /** When a fact ceased to hold, and what closed it. */
  readonly validTo?: string
  readonly supersededBy?: string
  /** Its text was changed then. */
  readonly editedAt?: string
}

/** `score` 0 to 1, comparable between queries, best first; `why` says in words how the row was found. */
export interface MemoryHit extends MemoryRow {
  readonly score: number
  readonly why: string
}

/** From this score of the best hit on, memory holds an answer; below it, honesty is to say that it does not. */
export const KNOWN_AT = 0.34

/** A row with the key that makes it written once. */
export interface KeyedMemory {
  readonly key: string
  readonly row: NewMemory
  /** Keys of rows before it in the same commit that it was taken from. */
  readonly restsOnKeys?: readonly string[]
}

export interface RecallOptions {
  /** Most hits; default 8. */
  readonly k?: number
  readonly scope?: string
  readonly thread?: string
  readonly kinds?: readonly MemoryKind[]
  /** Only rows that nothing untrusted has a part in. */
  readonly trustedOnly?: boolean
  readonly signal?: AbortSignal
}

export interface ListOptions {
  readonly limit?: number
  readonly offset?: number
  readonly kind?: MemoryKind
  readonly scope?: string
  readonly thread?: string
  readonly sourceKind?: MemorySource['kind']
  readonly status?: 'proposed' | 'active'
  /** Bounds of `at`, ISO 8601: from inclusive, to exclusive. */
  readonly from?: string
  readonly to?: string
  /** A person named in the row, as listed by `facets`. */
  readonly person?: string
}

/** One state of a row's text, the present one first; `until` is when it was replaced. */
export interface MemoryVersion {
  readonly text: string
  readonly since: string
  readonly until?: string
}

/** A row with all that is known about it. */
export interface MemoryDetail {
  readonly row: MemoryRow
  readonly versions: readonly MemoryVersion[]
  /** What held before, latest first, and what holds since. */
  readonly supersedes: readonly MemoryRow[]
  readonly supersededBy?: MemoryRow
  /** Rows that say otherwise about the same, and hold as well. */
  readonly contradicts: readonly MemoryRow[]
  /** The rows it was taken from, and those taken from it. */
  readonly restsOn: readonly MemoryRow[]
  readonly restingOnIt: readonly MemoryRow[]
}

/** Values to filter by, most frequent first. */
export interface MemoryFacets {
  readonly people: readonly { readonly name: string; readonly count: number }[]
  readonly kinds: readonly { readonly name: MemoryKind; readonly count: number }[]
  readonly sources: readonly { readonly name: MemorySource['kind']; readonly count: number }[]
  readonly scopes: readonly { readonly name: string; readonly count: number }[]
}

export type ImportOutcome = 'added' | 'changed' | 'unchanged' | 'forgotten'

export interface MemoryStatus {
  readonly rows: number
  /** Rows whose meaning is searchable, and those that wait for their vector. */
  readonly embedded: number
  readonly pending: number
  readonly embedder: { readonly id: string; readonly dimension: number } | undefined
  readonly store: string
  /** Vectors on their way to another store. */
  readonly moving?: { readonly done: number; readonly total: number }
  /** What keeps meaning from being searched, in words; recall goes on by words. */
  readonly problem?: string
}

/** What is to be erased elsewhere while a row is being forgotten: it is invisible already, and not yet gone. */
export interface Forgetting {
  readonly id: string
  /** Its texts, earlier versions included. */
  readonly texts: readonly string[]
  /** Words of them that no other row holds. */
  readonly rareWords: readonly string[]
  /** The run that it came from, where it came from one. */
  readonly runId?: string
}

/** A principal's view of memory: rows outside its scopes do not exist for it. */
export interface MemoryPort {
  /** Writing the same `key` again gives the row that is there. */
  remember(principal: Principal, row: NewMemory, key?: string): Promise<MemoryRow>
  /** All in one commit, each as by `remember`. */
  rememberAll(principal: Principal, rows: readonly KeyedMemory[]): Promise<MemoryRow[]>
  /** Those of the keys that were written once, forgotten ones included. */
  keysThere(keys: readonly string[]): Promise<string[]>
  /** All in one commit; an `externalId` that is there is replaced. Outcomes stand in the order of the rows. */
  importRows(
    principal: Principal,
    rows: readonly NewMemory[],
  ): Promise<{ readonly id: string; readonly outcome: ImportOutcome }[]>
  recall(principal: Principal, query: string, options?: RecallOptions): Promise<MemoryHit[]>
  list(principal: Principal, options?: ListOptions): Promise<MemoryRow[]>
  /** Rows in the order of writing, for export: those after the id `after`. */
  page(principal: Principal, options: { after?: string; limit: number }): Promise<MemoryRow[]>
  get(principal: Principal, id: string): Promise<MemoryRow | undefined>
  detail(principal: Principal, id: string): Promise<MemoryDetail | undefined>
  facets(principal: Principal): Promise<MemoryFacets>
  /** People that rows name in which nothing untrusted has a part, the most frequent first. */
  ownNames(principal: Principal): Promise<readonly string[]>
  /** The rules that the operator has activated. */
  rules(principal: Principal): Promise<MemoryRow[]>
  /** Keeps the earlier text as a version. Undefined where there is no such row. */
  edit(principal: Principal, id: string, text: string): Promise<MemoryRow | undefined>
  /** Only a rule, and none that untrusted content has a part in. Throws RequestError. */
  setActive(principal: Principal, id: string, active: boolean): Promise<MemoryRow | undefined>
  /**
   * Takes a row away in two steps, so that it can be erased in other places in between and no kill leaves half of it.
   * From `beginForgetting` on the row, facts that rest on it alone, and what the named runs told of it are invisible;
   * `finishForgetting` erases them. `runs` are those that were shown the row. Undefined: no such row; an empty list: forgotten before.
   */
  beginForgetting(
    principal: Principal,
    id: string,
    runs: readonly string[],
  ): Promise<readonly Forgetting[] | undefined>
  finishForgetting(ids: readonly string[]): Promise<void>
  /** What was begun and not finished. */
  forgetting(): Promise<readonly Forgetting[]>
}

/** Memory as its owner runs it. */
export interface Memory extends MemoryPort {
  status(): Promise<MemoryStatus>
  /** Settles when every row there is has its vector, or throws what keeps it from that. */
  searchable(signal?: AbortSignal): Promise<void>
  /** Makes all indexes anew from the text. */
  reindex(): Promise<{ readonly rows: number }>
  /**
   * Copies all vectors into another store, compares the two, and takes that one into use. The first is left as it was.
   * One that was interrupted goes on where it was. Throws VectorStoreError.
   */
  move(to: VectorStoreChoice): Promise<MoveReport>
  /** Vectors of texts, each of length 1, by the embedder in use. */
  embed(texts: readonly string[]): Promise<Float32Array[]>
  close(): Promise<void>
}

import type { Database } from '../../../storage/database.ts'
import type { VectorFilter } from '../vector-store.ts'

/** What rows are filtered by within a scan, apart from time. */
export interface ClassOfRow {
  readonly scope: string
  readonly kind: string
  readonly trusted: number
}

/** Of rows beyond so many classes: the scan always admits them, and the query that follows decides. */
const UNTOLD = 65535

/** Numbers each combination of scope, kind and trust that occurs, so that a scan can test all three at once. */
export class RowClasses {
  readonly #numbers = new Map<string, number>()
  readonly #classes: (ClassOfRow & { id: number })[]
  readonly #add: (row: ClassOfRow) => number

  constructor(db: Database, table: string) {
    this.#classes = db
      .prepare<unknown[], ClassOfRow & { id: number }>(`SELECT id, scope, kind, trusted FROM ${table}`)
      .all()
    for (const each of this.#classes) this.#numbers.set(keyOf(each), each.id)
    const insert = db.prepare(`INSERT INTO ${table} (scope, kind, trusted) VALUES (?, ?, ?)`)
    this.#add = ({ scope, kind, trusted }) => Number(insert.run(scope, kind, trusted).lastInsertRowid)
  }

  /** Within a transaction; after one that failed these numbers are not to be used any more. */
  of(row: ClassOfRow): number {
    const key = keyOf(row)
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    if (this.#classes.length + 1 >= UNTOLD) return UNTOLD
    const id = this.#add(row)
    this.#numbers.set(key, id)
    this.#classes.push({ ...row, id })
    return id
  }

  admitted({ scopes, kinds, trustedOnly }: VectorFilter): number[] {
    const admits = (row: ClassOfRow) =>
      scopes.includes(row.scope) && (kinds?.includes(row.kind) ?? true) && !(trustedOnly && row.trusted === 0)
    return [UNTOLD, ...this.#classes.filter(admits).map(({ id }) => id)]
  }
}

const keyOf = ({ scope, kind, trusted }: ClassOfRow): string => JSON.stringify([scope, kind, trusted])

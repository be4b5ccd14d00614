import type { Database } from '../../storage/database.ts'
import type { RowFilter } from './row-filter.ts'

/** Of a word that more rows hold than this, the number is not counted further. */
const COUNTED_MOST = 20_000
const COUNTS_KEPT = 5_000
/** Counts are made anew when memory has grown by this factor. */
const GROWN = 1.1

export interface WordCounting {
  /** Rows there are. */
  readonly total: number
  rowsWith(word: string): number
}

/**
 * How many rows hold a word, of those in the scopes that a filter admits: what stands outside of them has no part in
 * how much a word tells. A word that very many rows hold anywhere tells little everywhere, and is not counted apart.
 */
export function createWordCounts(db: Database): { within(filter: RowFilter): WordCounting } {
  const newest = db.prepare('SELECT max(rowid) FROM memory').pluck()
  const hidden = db
    .prepare(
      `SELECT EXISTS (SELECT 1 FROM scopes WHERE name NOT IN
         (SELECT scope FROM principal_scopes WHERE principal = @principal))`,
    )
    .pluck()
  const kept = new Map<string, { count: number; at: number }>()
  const count = (key: string, at: number, sql: string, values: object): number => {
    const known = kept.get(key)
    if (known && at >= known.at && at <= known.at * GROWN) return known.count
    const made = db.prepare(sql).pluck().get(values) as number
    if (kept.size >= COUNTS_KEPT) kept.clear()
    kept.set(key, { count: made, at })
    return made
  }
  return {
    within: ({ scopeSql, values }) => {
      const rows = (newest.get() as number | null) ?? 0
      const everywhere = (word: string) =>
        count(
          `|${word}`,
          rows,
          `SELECT count(*) FROM (SELECT rowid FROM memory_words WHERE memory_words MATCH @match LIMIT ${COUNTED_MOST})`,
          { match: `"${word}"` },
        )
      if (values.scope === undefined && hidden.get(values) === 0) return { total: rows, rowsWith: everywhere }
      const scopes = `${values.principal}|${values.scope ?? ''}|`
      const total = count(
        scopes,
        rows,
        `SELECT count(*) FROM principal_scopes p CROSS JOIN memory m INDEXED BY memory_by_time ON m.scope = p.scope
         WHERE p.principal = @principal AND ${scopeSql}`,
        values,
      )
      return {
        total,
        rowsWith: (word) => {
          const all = everywhere(word)
          if (all >= COUNTED_MOST) return Math.min(all, total)
          return count(
            scopes + word,
            rows,
            `SELECT count(*) FROM memory_words CROSS JOIN memory m ON m.rowid = memory_words.rowid
             WHERE memory_words MATCH @match AND ${scopeSql}`,
            { ...values, match: `"${word}"` },
          )
        },
      }
    },
  }
}

import type { Database } from '../../storage/database.ts'
import { createWordCounts } from './count-words.ts'
import type { Question, Term } from './read-question.ts'
import type { RowFilter } from './row-filter.ts'

/** A term with its weight: how much it tells, by how few rows hold it. */
export interface WeighedTerm extends Term {
  readonly weight: number
  /** No row holds it. */
  readonly unknown: boolean
}

export interface FoundByWords {
  readonly terms: readonly WeighedTerm[]
  /** Rows that hold some of them, most weight first. */
  readonly rows: readonly number[]
}

/** Rows read of one term at most, and of all terms of a question together. */
const ROWS_A_TERM = 1_500
const ROWS_A_QUESTION = 3_000
/** Common words are looked for beside another word of the question only, in so many pairs, and rows of each. */
const PAIRS_MOST = 5
const ROWS_A_PAIR = 200
/** With fewer rows than this, common words are looked for alone, too. */
const ROWS_ENOUGH = 50

interface Span {
  readonly low: number | null
  readonly high: number
  readonly rows: number
}

type Values = Record<string, string | number>

/** Finds rows by the rare words of a question first, so that words which occur everywhere cost no time. */
export function createWordFinder(db: Database) {
  const spans = new Map<string, ReturnType<typeof db.prepare<unknown[], Span>>>()
  const spanOf = ({ scopeSql, values }: RowFilter): Span | undefined => {
    const sql = `SELECT min(m.rowid) AS low, max(m.rowid) AS high, count(*) AS rows FROM memory m
      WHERE m.thread = @thread AND ${scopeSql}`
    const statement = spans.get(sql) ?? db.prepare<unknown[], Span>(sql)
    spans.set(sql, statement)
    return statement.get(values)
  }
  const counts = createWordCounts(db)
  const statements = new Map<string, ReturnType<typeof db.prepare>>()
  const rowsWith = (
    match: string,
    filter: RowFilter,
    limit: number,
    bounds: Bounds | undefined,
  ): number[] => {
    const sql = `SELECT m.rowid FROM memory_words CROSS JOIN memory m ON m.rowid = memory_words.rowid
      WHERE memory_words MATCH @match ${bounds ? 'AND memory_words.rowid BETWEEN @low AND @high' : ''}
        AND ${filter.sql} ORDER BY memory_words.rowid DESC LIMIT @limit`
    let statement = statements.get(sql)
    if (!statement) {
      statement = db.prepare(sql).pluck()
      statements.set(sql, statement)
    }
    const values: Values = { ...filter.values, match, limit, ...bounds }
    return statement.all(values) as number[]
  }
  return (question: Question, filter: RowFilter, thread: string | undefined): FoundByWords => {
    const within = thread === undefined ? undefined : spanOf(filter)
    if (within && within.low === null) return { terms: [], rows: [] }
    const bounds = within && { low: within.low as number, high: within.high }
    const counting = counts.within(filter)
    const total = within ? within.rows : counting.total
    const masses = new Map<number, number>()
    const collect = (rows: readonly number[], weight: number) => {
      for (const row of rows) masses.set(row, (masses.get(row) ?? 0) + weight)
    }
    const counted = question.terms
      .map((term) => ({ term, rows: counting.rowsWith(term.word) }))
      .sort((a, b) => a.rows - b.rows)
    const rare: WeighedTerm[] = []
    const common: WeighedTerm[] = []
    let budget = ROWS_A_QUESTION
    for (const { term, rows } of counted) {
      if (!bounds && (rows > ROWS_A_TERM || budget <= 0)) {
        common.push({ ...term, weight: rarity(rows, total), unknown: false })
        continue
      }
      const holding = rows === 0 ? [] : rowsWith(quoted(term.word), filter, ROWS_A_TERM, bounds)
      budget -= holding.length
      const weight = rarity(bounds ? holding.length : rows, total)
      rare.push({ ...term, weight, unknown: holding.length === 0 })
      collect(holding, weight)
    }
    for (const [first, second] of pairsOf(
      rare.filter(({ unknown }) => !unknown),
      common,
    )) {
      const both = `${quoted(first.word)} AND ${quoted(second.word)}`
      collect(rowsWith(both, filter, ROWS_A_PAIR, bounds), second.weight)
    }
    if (masses.size < ROWS_ENOUGH)
      for (const { word, weight } of common.slice(0, 2))
        collect(rowsWith(quoted(word), filter, ROWS_A_PAIR, bounds), weight)
    const rows = [...masses].sort((a, b) => b[1] - a[1] || b[0] - a[0]).map(([row]) => row)
    return { terms: [...rare, ...common], rows }
  }
}

type Bounds = { low: number; high: number }

const quoted = (word: string): string => `"${word}"`

/** As in BM25 (Robertson and Zaragoza, 2009), never below 0. */
const rarity = (rows: number, total: number): number =>
  Math.log(1 + (Math.max(0, total - rows) + 0.5) / (Math.max(1, rows) + 0.5))

/** Each common word with the rarest words before it. */
const pairsOf = (
  rare: readonly WeighedTerm[],
  common: readonly WeighedTerm[],
): [WeighedTerm, WeighedTerm][] =>
  common
    .flatMap((second, index) =>
      [...rare.slice(-1), ...common.slice(0, index)].map((first): [WeighedTerm, WeighedTerm] => [
        first,
        second,
      ]),
    )
    .slice(0, PAIRS_MOST)

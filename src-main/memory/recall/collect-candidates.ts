import type { CandidateRow, CandidateRows } from './candidate-rows.ts'
import type { FoundByMeaning } from './find-by-meaning.ts'
import type { FoundByWords } from './find-by-words.ts'
import { isOneOf } from './find-speakers.ts'
import type { Question } from './read-question.ts'
import type { RowFilter } from './row-filter.ts'

/** A row with the turns beside it, where it stands in a conversation. */
export interface Place {
  readonly row: CandidateRow
  readonly before: CandidateRow | undefined
  readonly after: CandidateRow | undefined
  readonly namesEntity: boolean
}

const BY_WORDS_MOST = 60
const BY_MEANING_MOST = 60
/** Where the question names who said it, so many of either are looked through for what that person said. */
const OF_SPEAKER_MOST = 150
/** Of the best by words and by meaning, the turns beside them are candidates too: an answer may share no word. */
const BESIDE_MOST = 25

/** How many of the nearest by meaning are looked through. */
export const nearestWanted = (speakers: readonly string[]): number =>
  speakers.length > 0 ? OF_SPEAKER_MOST : BY_MEANING_MOST

/** The rows that are worth scoring: by words, entities, time and meaning, and the turns beside the best of them. */
export function collectCandidates(
  rows: CandidateRows,
  question: Question,
  filter: RowFilter,
  worded: FoundByWords,
  meaning: FoundByMeaning | undefined,
  speakers: readonly string[],
): Place[] {
  const found = new Map<number, CandidateRow>()
  const keep = (some: readonly (CandidateRow | undefined)[]) => {
    for (const row of some) if (row && !found.has(row.rowid)) found.set(row.rowid, row)
  }
  const said = (some: readonly CandidateRow[]) =>
    some.filter(({ speaker }) => isOneOf(speaker ?? undefined, speakers))
  keep(rows.byRowid(worded.rows.slice(0, BY_WORDS_MOST), filter))
  if (speakers.length > 0) keep(said(rows.byRowid(worded.rows.slice(BY_WORDS_MOST, OF_SPEAKER_MOST), filter)))
  const naming = rows.naming(question.entities, filter)
  keep(naming)
  if (question.interval) keep(rows.during(question.interval, filter))
  const nearest = meaning ? [...meaning.similarities.keys()] : []
  const known = new Set([...found.values()].map(({ id }) => id))
  const further = (from: number, to: number) =>
    rows.byId(
      nearest.slice(from, to).filter((id) => !known.has(id)),
      filter,
    )
  keep(further(0, BY_MEANING_MOST))
  if (speakers.length > 0) keep(said(further(BY_MEANING_MOST, OF_SPEAKER_MOST)))
  // what has taken the place of a row answers what that row would have
  for (let wave = [...found.values()]; wave.length > 0; ) {
    const taken = new Set([...found.values()].map(({ id }) => id))
    const next = wave.flatMap(({ superseded_by: id }) => (id === null || taken.has(id) ? [] : [id]))
    wave = next.length === 0 ? [] : rows.byId([...new Set(next)], filter)
    keep(wave)
  }
  const direct = [...found.values()]
  const first = rows.beside(direct, filter)
  const bestRows = new Set(worded.rows.slice(0, BESIDE_MOST))
  const bestIds = new Set(nearest.slice(0, BESIDE_MOST))
  for (const { rowid, id } of direct)
    if (bestRows.has(rowid) || bestIds.has(id)) keep([first.before.get(rowid), first.after.get(rowid)])
  const added = rows.beside([...found.values()].slice(direct.length), filter)
  const named = new Set(naming.map(({ rowid }) => rowid))
  return [...found.values()].map((row) => ({
    row,
    before: first.before.get(row.rowid) ?? added.before.get(row.rowid),
    after: first.after.get(row.rowid) ?? added.after.get(row.rowid),
    namesEntity: named.has(row.rowid),
  }))
}

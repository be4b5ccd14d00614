import type { Database } from '../../storage/database.ts'
import type { Question } from './read-question.ts'
import type { RowFilter } from './row-filter.ts'
import { fold } from './split-words.ts'

const NAMES_MOST = 6
/** Rows that name somebody are looked at up to this number, to see whether one is said by that person. */
const LOOKED_AT = 100

/** Finds the names in a question of people who speak in memory; as they are written, in lower case. */
export function createSpeakerFinder(db: Database) {
  const statements = new Map<string, ReturnType<typeof db.prepare>>()
  return (question: Question, filter: RowFilter): string[] => {
    const sql = `SELECT 1 FROM (
        SELECT m.speaker, e.value FROM memory_entities e CROSS JOIN memory m ON m.rowid = e.row
        WHERE e.type = 'person' AND e.value >= @name AND e.value < @name || '!' AND ${filter.sql}
        LIMIT ${LOOKED_AT}
      ) WHERE lower(speaker) = value LIMIT 1`
    let statement = statements.get(sql)
    if (!statement) {
      statement = db.prepare(sql)
      statements.set(sql, statement)
    }
    const speaks = (name: string) => statement.get({ ...filter.values, name }) !== undefined
    return question.names.slice(0, NAMES_MOST).filter(speaks)
  }
}

/** Whether a speaker is one of those named: by the whole name or the first. */
export function isOneOf(speaker: string | undefined, names: readonly string[]): boolean {
  if (speaker === undefined) return false
  const folded = fold(speaker)
  return names.some((name) => folded === fold(name) || folded.startsWith(`${fold(name)} `))
}

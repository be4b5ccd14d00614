import type { Database } from '../../storage/database.ts'
import type { Clock } from '../../vocabulary/clock.ts'
import type { Forgetting, MemorySource } from '../memory.ts'
import { isCommonWord } from '../recall/common-words.ts'
import type { RowIndex } from './row-index.ts'

interface Leaving {
  readonly rowid: number
  readonly id: string
  readonly text: string
  readonly speaker: string | null
  readonly source: string
}

export interface RowEraser {
  /**
   * Hides the row, the facts that rest on it alone, the same text told again, and what the runs that were shown it
   * left in memory with words that nothing else holds.
   */
  begin(rowid: number, runs: readonly string[]): Forgetting[]
  begun(): Forgetting[]
  /** Erases all but a tombstone. Vectors are put on the list of those to delete. */
  finish(ids: readonly string[]): void
}

/** Words of a text that are looked at to find the rare ones. */
const WORDS_MOST = 400
/** Rows that are looked at for a word before it counts as one that others hold too. */
const ACCOUNTS_MOST = 200

/** Takes rows away. Whoever calls makes the transaction. */
export function createRowEraser(
  db: Database,
  { clock, index }: { clock: Clock; index: RowIndex },
): RowEraser {
  const now = () => new Date(clock.now()).toISOString()
  const LEAVING =
    'SELECT rowid, id, text, speaker, source FROM memory WHERE forgetting_at IS NOT NULL AND forgotten_at IS NULL'
  const hide = db.prepare('UPDATE memory SET forgetting_at = ? WHERE rowid = ? AND forgetting_at IS NULL')
  const leaving = db.prepare<unknown[], Leaving>(LEAVING)
  const leavingById = db.prepare<unknown[], Leaving>(`${LEAVING} AND id = ?`)
  const restingAlone = db.prepare<unknown[], { row: number }>(`
    SELECT s.row FROM memory_support s JOIN memory m ON m.rowid = s.row AND m.forgetting_at IS NULL
    WHERE s.rests_on = ? AND NOT EXISTS (
      SELECT 1 FROM memory_support o JOIN memory g ON g.rowid = o.rests_on
      WHERE o.row = s.row AND g.forgetting_at IS NULL)`)
  const versions = db.prepare('SELECT text FROM memory_versions WHERE row = ?').pluck()
  const othersWith = db
    .prepare(
      `SELECT m.rowid FROM memory_words JOIN memory m ON m.rowid = memory_words.rowid
       WHERE memory_words MATCH ? AND m.forgetting_at IS NULL LIMIT ${ACCOUNTS_MOST}`,
    )
    .pluck()
  const sameText = db.prepare<unknown[], Leaving>(
    `SELECT m.rowid, m.id, m.text, m.speaker, m.source FROM memory_words JOIN memory m ON m.rowid = memory_words.rowid
     WHERE memory_words MATCH ? AND m.forgetting_at IS NULL AND m.scope = ? AND lower(m.text) = lower(?)`,
  )
  const ofRuns = db.prepare<unknown[], Leaving>(
    `SELECT rowid, id, text, speaker, source FROM memory
     WHERE forgetting_at IS NULL AND kind IN ('episode', 'procedure') AND source_kind = 'run'
       AND json_extract(source, '$.ref') IN (SELECT value FROM json_each(?))`,
  )
  const scopeOf = db.prepare('SELECT scope FROM memory WHERE rowid = ?').pluck()
  const one = db.prepare<unknown[], Leaving>(
    'SELECT rowid, id, text, speaker, source FROM memory WHERE rowid = ?',
  )
  const erasures = [
    'DELETE FROM memory_versions WHERE row = ?',
    'DELETE FROM memory_support WHERE row = ?',
    'DELETE FROM memory_support WHERE rests_on = ?',
  ].map((sql) => db.prepare(sql))
  const listVector = db.prepare('INSERT OR IGNORE INTO vectors_to_delete SELECT id, ? FROM spaces')
  const empty = db.prepare(`
    UPDATE memory SET text = NULL, source = '{"kind":"api","ref":""}', source_kind = 'api', thread = NULL,
      position = NULL, speaker = NULL, subject = NULL, attribute = NULL, valid_to = NULL, superseded_by = NULL,
      status = NULL, space = NULL, forgotten_at = ? WHERE rowid = ?`)

  const textsOf = ({ rowid, text }: Leaving): string[] => [text, ...(versions.all(rowid) as string[])]

  /** Words that no row holds but those that leave and `accounts`. */
  const rareWordsOf = (texts: readonly string[], accounts: ReadonlySet<number> = new Set()): string[] => {
    const words = new Set(texts.join(' ').match(/[\p{L}\p{N}]{3,}/gu) ?? [])
    return [...words].slice(0, WORDS_MOST).filter((word) => {
      if (isCommonWord(word.toLowerCase())) return false
      for (const row of othersWith.iterate(`"${word}"`)) if (!accounts.has(row as number)) return false
      return true
    })
  }

  const describe = (row: Leaving): Forgetting => {
    const texts = textsOf(row)
    const source = JSON.parse(row.source) as MemorySource
    const rareWords = rareWordsOf(texts)
    return { id: row.id, texts, rareWords, ...(source.kind === 'run' ? { runId: source.ref } : {}) }
  }

  const hideAll = (rowid: number, at: string): number[] => {
    hide.run(at, rowid)
    const alone = restingAlone.all(rowid).map(({ row }) => row)
    return [rowid, ...alone.flatMap((row) => hideAll(row, at))]
  }

  return {
    begin: (rowid, runs) => {
      const at = now()
      const row = one.get(rowid) as Leaving
      const hidden = new Set(hideAll(rowid, at))
      const phrase = `"${row.text.replaceAll('"', ' ')}"`
      for (const same of sameText.all(phrase, scopeOf.get(rowid), row.text))
        for (const each of hideAll(same.rowid, at)) hidden.add(each)
      const source = JSON.parse(row.source) as MemorySource
      const accounts = ofRuns.all(JSON.stringify(source.kind === 'run' ? [...runs, source.ref] : runs))
      const rare = rareWordsOf(textsOf(row), new Set(accounts.map((account) => account.rowid)))
      for (const account of accounts) {
        if (!holdsAny(account.text, [row.text, ...rare])) continue
        for (const each of hideAll(account.rowid, at)) hidden.add(each)
      }
      return leaving
        .all()
        .filter((row) => hidden.has(row.rowid))
        .map(describe)
    },
    begun: () => leaving.all().map(describe),
    finish: (ids) => {
      for (const id of ids) {
        const row = leavingById.get(id)
        if (!row) continue
        index.remove(row)
        for (const erasure of erasures) erasure.run(row.rowid)
        listVector.run(id)
        empty.run(now(), row.rowid)
      }
    },
  }
}

const holdsAny = (text: string, parts: readonly string[]): boolean => {
  const folded = text.toLowerCase()
  return parts.some((part) => folded.includes(part.toLowerCase()))
}

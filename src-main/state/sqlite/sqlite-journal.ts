import type { Database } from '../../storage/database.ts'
import type { JsonValue } from '../../vocabulary/json.ts'
import { canonicalJson, sha256 } from '../../vocabulary/json.ts'
import type { Fact } from '../facts.ts'
import { contentHash, factHash, type Journal, SequenceConflict, type Step } from '../journal.ts'
import { createProjections } from './projections.ts'

interface FactRow {
  seq: number
  type: string
  at: string
  body: string
  prev_hash: string
  hash: string
}

/** Points at which a test may end the process: before a commit, and right after it. */
export type CommitProbe = (when: 'before-commit' | 'after-commit', step: Step) => void

/** The journal on SQLite: one immediate transaction a step, facts, contents and projections together. */
export function createSqliteJournal(db: Database, probe: CommitProbe = () => {}): Journal {
  const selectFacts = db.prepare(
    'SELECT seq, type, at, body, prev_hash, hash FROM facts WHERE run_id = ? ORDER BY seq',
  )
  const selectHead = db.prepare('SELECT seq, hash FROM facts WHERE run_id = ? ORDER BY seq DESC LIMIT 1')
  const insertFact = db.prepare('INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, ?)')
  const insertContent = db.prepare('INSERT OR IGNORE INTO contents VALUES (?, ?, ?, ?, ?)')
  const selectContent = db.prepare('SELECT body FROM contents WHERE hash = ?')
  const selectAnchor = db.prepare('SELECT seq, hash FROM anchors ORDER BY seq DESC LIMIT 1')
  const insertAnchor = db.prepare('INSERT INTO anchors VALUES (?, ?, ?, ?, ?, ?, ?)')
  const project = createProjections(db)
  const staged = new Map<string, string>()

  const write = db.transaction((step: Step) => {
    const head = selectHead.get(step.runId) as { seq: number; hash: string } | undefined
    if ((head?.seq ?? 0) !== step.expectedSeq) throw new SequenceConflict(step.runId)
    const at = step.facts[0]?.at ?? ''
    for (const { ref, salt, body } of step.contents) insertContent.run(ref, salt, body, step.runId, at)
    let hash = head?.hash ?? ''
    for (const fact of step.facts) {
      const previous = hash
      hash = factHash(previous, fact)
      insertFact.run(fact.runId, fact.seq, fact.type, fact.at, canonicalJson(fact), previous, hash)
    }
    project(step, hash)
    if (step.facts.some(({ type }) => type === 'run.created' || type === 'run.ended')) anchor(step, at, hash)
  })

  const anchor = (step: Step, at: string, runHash: string) => {
    const last = selectAnchor.get() as { seq: number; hash: string } | undefined
    const seq = (last?.seq ?? 0) + 1
    const previous = last?.hash ?? ''
    const row = [seq, at, step.runId, step.state.seq, runHash] as const
    insertAnchor.run(...row, previous, sha256(`${previous}\n${canonicalJson(row)}`))
  }

  return {
    facts: (runId) => (selectFacts.all(runId) as FactRow[]).map(({ body }) => JSON.parse(body) as Fact),
    stage: (contents) => {
      for (const { ref, body } of contents) staged.set(ref, body)
      return () => {
        for (const { ref } of contents) staged.delete(ref)
      }
    },
    content: (ref) => {
      const waiting = staged.get(ref)
      if (waiting !== undefined) return JSON.parse(waiting) as JsonValue
      const row = selectContent.get(ref) as { body: string | null } | undefined
      return row?.body == null ? undefined : (JSON.parse(row.body) as JsonValue)
    },
    commit: (step) => {
      probe('before-commit', step)
      write.immediate(step)
      probe('after-commit', step)
    },
    unfinished: () =>
      (
        db
          .prepare(
            `SELECT id FROM runs WHERE status NOT IN ('succeeded', 'failed', 'cancelled') ORDER BY created_at`,
          )
          .all() as { id: string }[]
      ).map(({ id }) => id),
    forgetContents: (runId) => {
      db.prepare('UPDATE contents SET body = NULL, salt = NULL WHERE run_id = ?').run(runId)
      db.pragma('wal_checkpoint(TRUNCATE)')
    },
    verify: (runId) => verifyRun(db, runId, selectFacts.all(runId) as FactRow[]),
  }
}

function verifyRun(db: Database, runId: string, rows: readonly FactRow[]): string[] {
  const wrong: string[] = []
  let previous = ''
  rows.forEach((row, index) => {
    if (row.seq !== index + 1) wrong.push(`fact ${index + 1} is missing`)
    if (row.prev_hash !== previous) wrong.push(`fact ${row.seq} does not follow the one before it`)
    if (!isAsWritten(row)) wrong.push(`fact ${row.seq} was changed`)
    previous = row.hash
  })
  const head = db.prepare('SELECT head_seq AS seq, head_hash AS hash FROM runs WHERE id = ?').get(runId) as
    | { seq: number; hash: string }
    | undefined
  if (head && (head.seq !== rows.length || head.hash !== previous))
    wrong.push(`the journal ends at fact ${rows.length}, not at ${head.seq} as it should`)
  const contents = db
    .prepare('SELECT hash, salt, body FROM contents WHERE run_id = ? AND body IS NOT NULL')
    .all(runId) as { hash: string; salt: Buffer; body: string }[]
  for (const { hash, salt, body } of contents) {
    if (contentHash(salt, body) !== hash) wrong.push(`content ${hash} was changed`)
  }
  for (const ref of refsOf(rows)) {
    if (!db.prepare('SELECT 1 FROM contents WHERE hash = ?').get(ref)) wrong.push(`content ${ref} is missing`)
  }
  wrong.push(...verifyAnchors(db))
  const anchors = db.prepare('SELECT run_seq, run_hash FROM anchors WHERE run_id = ?').all(runId) as {
    run_seq: number
    run_hash: string
  }[]
  for (const anchor of anchors) {
    if (rows[anchor.run_seq - 1]?.hash !== anchor.run_hash)
      wrong.push(`fact ${anchor.run_seq} differs from its anchor`)
  }
  return wrong
}

/** Whether a row holds the fact its hash was made of, and its columns say the same. */
function isAsWritten(row: FactRow): boolean {
  try {
    const fact = JSON.parse(row.body) as Fact
    return fact.type === row.type && fact.at === row.at && factHash(row.prev_hash, fact) === row.hash
  } catch {
    // bytes that are no longer JSON were changed
    return false
  }
}

/** Contents that readable facts refer to. */
function refsOf(rows: readonly FactRow[]): string[] {
  return rows
    .filter(isAsWritten)
    .flatMap(({ body }) =>
      Object.entries(JSON.parse(body) as Record<string, unknown>).flatMap(([name, value]) =>
        name.endsWith('Ref') && typeof value === 'string' && /^[0-9a-f]{64}$/.test(value) ? [value] : [],
      ),
    )
}

interface AnchorRow {
  seq: number
  at: string
  run_id: string
  run_seq: number
  run_hash: string
  prev_hash: string
  hash: string
}

/** The chain that all runs share: who takes a whole run away breaks it. */
function verifyAnchors(db: Database): string[] {
  let previous = ''
  const rows = db.prepare('SELECT * FROM anchors ORDER BY seq').all() as AnchorRow[]
  return rows.flatMap((row, index) => {
    const { seq, at, run_id, run_seq, run_hash, prev_hash, hash } = row
    const whole =
      seq === index + 1 &&
      prev_hash === previous &&
      sha256(`${prev_hash}\n${canonicalJson([seq, at, run_id, run_seq, run_hash])}`) === hash
    previous = hash
    return whole ? [] : [`anchor ${seq} was changed, or one before it is missing`]
  })
}

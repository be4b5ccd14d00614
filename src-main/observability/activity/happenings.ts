import type { HappeningKind } from '../../../src-preload/contract.ts'
import type { Database } from '../../storage/database.ts'
import type { Clock } from '../../vocabulary/clock.ts'
import { allowedFields, type LoggedFields } from '../log/allowed-fields.ts'

const KEPT_MS = 90 * 24 * 3_600_000

/** What happened to the agent outside of its runs, kept for three months. */
export interface Happenings {
  /** Never throws: nothing waits for it, and a full disk is said elsewhere. */
  add(kind: HappeningKind, detail?: LoggedFields): void
  /** Whether the process before this one said that it started, and never that it stopped. */
  brokenOff(): boolean
}

export function createHappenings(db: Database, clock: Clock, failed: (error: unknown) => void): Happenings {
  const insert = db.prepare('INSERT INTO happenings (at, kind, detail) VALUES (?, ?, ?)')
  const prune = db.prepare('DELETE FROM happenings WHERE at < ?')
  const lastEnd = db
    .prepare(`SELECT kind FROM happenings WHERE kind IN ('started', 'stopped') ORDER BY id DESC LIMIT 1`)
    .pluck()
  return {
    brokenOff: () => lastEnd.get() === 'started',
    add: (kind, detail = {}) => {
      try {
        const now = clock.now()
        insert.run(new Date(now).toISOString(), kind, JSON.stringify(allowedFields(detail)))
        prune.run(new Date(now - KEPT_MS).toISOString())
      } catch (error) {
        failed(error)
      }
    },
  }
}

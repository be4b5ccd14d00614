import type { Database } from '../storage/database.ts'
import type { Clock, NewId } from '../vocabulary/clock.ts'
import { RequestError, StorageError } from '../vocabulary/errors.ts'
import { createMeaning, type MeaningSource } from './meaning.ts'
import type { Memory } from './memory.ts'
import { createRecall } from './recall/recall.ts'
import { createRowEraser } from './sqlite/forget-rows.ts'
import { createRowReader } from './sqlite/read-rows.ts'
import { createRowIndex } from './sqlite/row-index.ts'
import { createScopes } from './sqlite/scopes.ts'
import { rowOf } from './sqlite/stored-row.ts'
import { createRowWriter } from './sqlite/write-rows.ts'
import { faultOfText } from './text-faults.ts'

export interface MemoryOptions {
  readonly db: Database
  readonly clock: Clock
  readonly newId: NewId
  readonly timeZone: () => string
  /** How meaning is searched; without it recall goes by words. */
  readonly meaning: MeaningSource | undefined
  /** Told before and after each commit; tests end the process there. */
  readonly probe?: (when: 'before-commit' | 'after-commit') => void
  readonly report: (what: string, error: unknown) => void
}

/** Memory on its own database, in the thread that calls. */
export function createMemory({ db, clock, newId, probe, ...options }: MemoryOptions): Memory {
  const scopes = createScopes(db)
  const index = createRowIndex(db)
  const read = createRowReader(db)
  const write = createRowWriter({ db, clock, newId, scopes, index })
  const eraser = createRowEraser(db, { clock, index })
  const meaning = createMeaning({ db, clock, source: options.meaning, probe, report: options.report })
  const recall = createRecall({
    db,
    vectors: meaning.vectors,
    embed: meaning.embedQuestion,
    clock,
    timeZone: options.timeZone,
  })
  const anything = db.prepare('SELECT 1 FROM memory WHERE forgetting_at IS NULL LIMIT 1')
  const commit = <Result>(work: () => Result): Result => {
    try {
      const done = db
        .transaction(() => {
          const result = work()
          probe?.('before-commit')
          return result
        })
        .immediate()
      probe?.('after-commit')
      return done
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'SQLITE_FULL') throw error
      throw new StorageError('disk-full', 'Memory could not be written: the disk is full', {
        fix: 'Make room and try again; what was there before is whole.',
        cause: error,
      })
    }
  }
  const assertText = (text: string) => {
    const wrong = faultOfText(text)
    if (wrong) throw new RequestError('bad-text', `Nothing was remembered: ${wrong}.`)
  }

  return {
    remember: async (principal, row, key) => {
      assertText(row.text)
      const kept = commit(() => write.remember(principal, row, key))
      meaning.wake()
      return kept
    },
    rememberAll: async (principal, rows) => {
      for (const { row } of rows) assertText(row.text)
      const kept = commit(() => write.rememberAll(principal, rows))
      meaning.wake()
      return kept
    },
    keysThere: async (keys) => read.keysThere(keys),
    importRows: async (principal, rows) => {
      for (const { text } of rows) assertText(text)
      const outcomes = commit(() => write.importRows(principal, rows))
      meaning.wake()
      return outcomes
    },
    recall: async (principal, query, asked = {}) => {
      if (asked.scope !== undefined) scopes.assertReadable(principal, asked.scope)
      if (anything.get() === undefined) return []
      await meaning.caughtUp(asked.signal)
      return recall(principal, query, asked)
    },
    list: async (principal, asked = {}) => {
      if (asked.scope !== undefined) scopes.assertReadable(principal, asked.scope)
      return read.list(principal, asked)
    },
    page: async (principal, asked) => read.page(principal, asked),
    get: async (principal, id) => {
      const stored = read.get(principal, id)
      return stored && rowOf(stored)
    },
    detail: async (principal, id) => read.detail(principal, id),
    facets: async (principal) => read.facets(principal),
    ownNames: async (principal) => read.ownNames(principal),
    rules: async (principal) => read.rules(principal),
    edit: async (principal, id, text) => {
      assertText(text)
      const edited = commit(() => {
        const stored = read.get(principal, id)
        return stored && write.edit(stored, text)
      })
      meaning.wake()
      return edited
    },
    setActive: async (principal, id, active) =>
      commit(() => {
        const stored = read.get(principal, id)
        return stored && write.setActive(stored, active)
      }),
    beginForgetting: async (principal, id, runs) =>
      commit(() => {
        const stored = read.get(principal, id)
        if (stored) return eraser.begin(stored.rowid, runs)
        return read.wasThere(principal, id) ? eraser.begun().filter((each) => each.id === id) : undefined
      }),
    finishForgetting: async (ids) => {
      commit(() => eraser.finish(ids))
      await meaning.deleteOwed()
      // the log still holds the pages as they were
      db.pragma('wal_checkpoint(TRUNCATE)')
    },
    forgetting: async () => eraser.begun(),
    status: async () => meaning.status(),
    searchable: (signal) => meaning.searchable(signal),
    reindex: async () => {
      commit(() => index.rebuild())
      await meaning.rebuild()
      return { rows: meaning.status().rows }
    },
    move: (to) => meaning.move(to),
    embed: (texts) => meaning.embed(texts),
    close: async () => {
      await meaning.close()
      db.close()
    },
  }
}

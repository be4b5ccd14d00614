import { join } from 'node:path'
import type { AgentEvent } from '../../src-preload/contract.ts'
import { openObservability } from '../observability/observability.ts'
import { createEventHub } from '../operator/operator.ts'
import { faultFrom } from '../state/fault-injection.ts'
import { createConversations } from '../state/sqlite/conversations.ts'
import { createSqliteJournal } from '../state/sqlite/sqlite-journal.ts'
import { openDatabase } from '../storage/database.ts'
import type { Base } from './base.ts'

export interface JournalNeeds {
  readonly isTool: (name: string) => boolean
  readonly memoryChanged: () => void
}

export type JournalParts = ReturnType<typeof openJournal>

/** The database with the journal in it, who watches over it, and the events that tell of it. */
export function openJournal(base: Base, { isTool, memoryChanged }: JournalNeeds) {
  const { options, home, host, version, clock, log, env, config } = base
  const db =
    options.database ??
    openDatabase(
      join(home, 'adjutant.sqlite'),
      options.nativeBinding === undefined ? {} : { nativeBinding: options.nativeBinding },
    )
  const observability = openObservability({
    ...{ home, db, clock, log, version, host, beat: options.beat, isTool },
    settings: () => ({ level: config().log.level, alerts: config().alerts }),
    emit: (event) => hub.emit(event),
    report: options.report ?? (() => {}),
  })
  const report = observability.reporter('agent')
  // neither of these is a person whom a reminder has reached
  const noted = (event: AgentEvent) => {
    observability.heard(event)
    if (event.type === 'memory.changed') memoryChanged()
  }
  const hub = createEventHub((error) => report('a listener failed', error), noted)
  const journal = createSqliteJournal(db, faultFrom(env))
  const conversations = createConversations(db)
  // only what another process left has lost its work; what this one starts has not
  const leftBehind = new Set(journal.unfinished())
  return {
    ...{ db, observability, report, hub, journal, conversations, leftBehind },
    /** In safe mode what was left behind stays so. */
    heldBack: new Set(base.safe ? leftBehind : []),
    /** Whether a run's conversation was not deleted. */
    isKept: (runId: string) => {
      const run = conversations.run(runId)
      return run !== undefined && conversations.get(run.conversationId) !== undefined
    },
  }
}

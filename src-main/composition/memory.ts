import type { ConversationSummary } from '../../src-preload/contract.ts'
import { startMemory } from '../memory/worker/memory-client.ts'
import { createForgetting } from '../operator/forget-memory.ts'
import { memoryOptions } from '../operator/memory-options.ts'
import type { RunState } from '../state/run-state.ts'
import { keepDailyBackups } from '../storage/backups/daily-backups.ts'
import type { Database } from '../storage/database.ts'
import { systemBeat } from '../vocabulary/clock.ts'
import type { Principal } from '../vocabulary/principal.ts'
import type { Base } from './base.ts'
import type { JournalParts } from './journal.ts'

export interface MemoryNeeds extends JournalParts {
  readonly state: (runId: string) => RunState
  readonly summaries: () => readonly ConversationSummary[]
}

export type MemoryParts = ReturnType<typeof openMemory>

/** Memory, the copies that are made of both databases, and forgetting, which reaches into all of them. */
export function openMemory(
  { options, home, env, clock, secrets, safe, config }: Base,
  { db, observability, report, hub, journal, state, summaries }: MemoryNeeds,
) {
  const { nativeBinding } = options
  const whereMemoryIs = () => memoryOptions({ home, config: config(), secrets, nativeBinding, env })
  const memory = (options.openMemory ?? startMemory)(whereMemoryIs(), {
    clock,
    report: observability.reporter('memory'),
    tookOver: () => dropOlderMemory(db),
  })
  const backups = keepDailyBackups({
    ...{ home, clock, nativeBinding, beat: options.beat ?? systemBeat },
    byItself: !safe,
    made: (bytes) => observability.happened('backed-up', { bytes }),
    report: observability.reporter('storage'),
  })
  const asksToForget = (runId: string, memoryId: string) =>
    state(runId).effects.some(
      ({ tool, argumentsRef }) =>
        tool === 'memory.forget' && (journal.content(argumentsRef) as { id?: string })?.id === memoryId,
    )
  const forgetting = createForgetting({
    memory,
    db,
    erased: backups.erased,
    underWay: journal.unfinished,
    askedBy: (memoryId) => journal.unfinished().find((runId) => asksToForget(runId, memoryId)),
    changed: (id) => {
      const conversation = summaries().find((each) => each.id === id)
      if (conversation) hub.emit({ type: 'conversation.changed', conversation })
    },
  })
  let openedWith = JSON.stringify(whereMemoryIs())
  let reopened = Promise.resolve()
  return {
    memory,
    backups,
    forgetting,
    forget: async (principal: Principal, id: string, runId?: string): Promise<boolean> => {
      const gone = await forgetting.forget(principal, id, runId)
      hub.emit({ type: 'memory.changed' })
      return gone
    },
    /** Where the settings have it open with something else now. */
    reopen: () => {
      const wanted = whereMemoryIs()
      if (JSON.stringify(wanted) === openedWith) return
      openedWith = JSON.stringify(wanted)
      reopened = memory.reopen(wanted)
      reopened.catch((error) => report('memory could not be opened with the new settings', error))
    },
    reopened: () => reopened,
  }
}

/** Rows of before memory had a database of its own: once they are there, nothing of them stays here. */
function dropOlderMemory(db: Database): void {
  db.exec(`INSERT INTO memory_words (memory_words) VALUES ('delete-all'); DELETE FROM memory`)
  db.pragma('wal_checkpoint(TRUNCATE)')
}

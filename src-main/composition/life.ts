import type { Base } from './base.ts'
import type { JournalParts } from './journal.ts'
import type { Learning } from './learning.ts'
import type { MemoryParts } from './memory.ts'
import type { RunParts } from './runs.ts'
import type { ScheduleParts } from './schedules.ts'
import type { ToolParts } from './tools.ts'
import type { VoiceParts } from './voice.ts'

/** How long after the faces are ready tool servers are connected to, in ms; a call does not wait for it. */
const SERVERS_AFTER_MS = 1_000

export interface LifeNeeds
  extends JournalParts,
    MemoryParts,
    Pick<ToolParts, 'mcp' | 'browser'>,
    RunParts,
    Pick<ScheduleParts, 'scheduler'> {
  readonly learning: Learning
  readonly voice: VoiceParts
}

/** The order in which what goes on by itself begins, and in which all of it ends. */
export function createLife({ clock, safe }: Base, needs: LifeNeeds) {
  const { db, observability, journal, conversations, leftBehind, isKept, memory, backups } = needs
  const { mcp, browser, advancer, arrivals, abortModel, scheduler, learning, voice } = needs

  const closeAll = async (): Promise<void> => {
    arrivals.close()
    await scheduler.stop()
    for (const id of journal.unfinished()) abortModel(id)
    await advancer.settled()
    await learning.closed()
    await browser.close()
    await mcp.close()
    await voice.close()
    await backups.close()
    await memory.close()
    observability.close()
    db.close()
  }

  let closed: Promise<void> | undefined
  return {
    resume: async (): Promise<void> => {
      if (safe) return observability.happened('safe-mode', { count: leftBehind.size })
      for (const id of leftBehind) await advancer.advance(id)
      for (const id of conversations.deletedRuns()) journal.forgetContents(id)
      await mcp.forgetPictures(isKept)
      await scheduler.start()
      // a window that is being drawn needs the processor more
      clock.after(SERVERS_AFTER_MS, mcp.start)
      learning.resume()
    },
    close: (): Promise<void> => {
      closed ??= closeAll()
      return closed
    },
  }
}

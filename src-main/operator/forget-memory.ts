import { setImmediate as breathe } from 'node:timers/promises'
import type { Forgetting, MemoryPort } from '../memory/memory.ts'
import type { Database } from '../storage/database.ts'
import type { Principal } from '../vocabulary/principal.ts'

export interface ForgettingDeps {
  readonly memory: Pick<MemoryPort, 'beginForgetting' | 'finishForgetting' | 'forgetting'>
  /** The journal's database: contents and titles of conversations. */
  readonly db: Database
  /** The run, not ended yet, that asks to forget a row. */
  readonly askedBy: (memoryId: string) => string | undefined
  /** Runs that have not ended. */
  readonly underWay: () => readonly string[]
  /** Told that something was erased: older copies of the data still hold it. */
  readonly erased: () => void
  /** Told which conversations show less than before. */
  readonly changed: (conversationId: string) => void
}

export interface MemoryForgetting {
  /**
   * Forgets a row in memory, in the journal's contents and in the titles of conversations. Whether there was one.
   * What the run holds that asked for it goes when it has ended: it works with it until then.
   */
  forget(principal: Principal, id: string, runId?: string): Promise<boolean>
  /** Called when a run has ended. */
  runEnded(runId: string): Promise<void>
  /** Ends what a process before this one began. */
  resume(): Promise<void>
}

/** Contents that are gone through before others get a turn. */
const AT_ONCE = 200

/**
 * Real forgetting. The row is invisible first, then it is erased in the journal, then in memory: a process that is
 * killed in between leaves nothing half forgotten, since the next one begins where `forgetting()` says.
 */
export function createForgetting({
  memory,
  db,
  askedBy,
  underWay,
  erased,
  changed,
}: ForgettingDeps): MemoryForgetting {
  const waiting = new Map<string, Forgetting[]>()
  const afterwards = new Map<string, Forgetting[]>()
  const page = db.prepare<unknown[], { hash: string; run_id: string; body: string }>(
    'SELECT hash, run_id, body FROM contents WHERE hash > ? AND body IS NOT NULL ORDER BY hash LIMIT ?',
  )
  const erase = db.prepare('UPDATE contents SET body = NULL, salt = NULL WHERE hash = ?')
  const titles = db.prepare<unknown[], { id: string; title: string }>('SELECT id, title FROM conversations')
  const retitle = db.prepare("UPDATE conversations SET title = '(forgotten)' WHERE id = ?")
  const conversationOf = db.prepare('SELECT conversation_id FROM runs WHERE id = ?').pluck()

  async function* contents() {
    for (let last = ''; ; ) {
      const rows = page.all(last, AT_ONCE)
      yield rows
      if (rows.length < AT_ONCE) return
      last = (rows.at(-1) as { hash: string }).hash
      await breathe()
    }
  }

  const runsThatSaw = async (ids: readonly string[]): Promise<Set<string>> => {
    const runs = new Set<string>()
    for await (const rows of contents())
      for (const { run_id, body } of rows) if (ids.some((id) => body.includes(id))) runs.add(run_id)
    return runs
  }

  const eraseElsewhere = async (leaving: readonly Forgetting[], butRun?: string): Promise<void> => {
    if (leaving.length === 0) return
    const saw = await runsThatSaw(leaving.map(({ id }) => id))
    for (const { runId } of leaving) if (runId !== undefined) saw.add(runId)
    const whole = leaving
      .flatMap(({ texts }) => texts.map(asStored))
      .filter((text) => text.length >= SHORTEST)
    const words = leaving.flatMap(({ rareWords }) => rareWords.map(asStored))
    const touched = new Set<string>()
    for await (const rows of contents()) {
      const gone = rows.filter(({ run_id, body }) => {
        if (run_id === butRun) return false
        const folded = body.toLowerCase()
        return (
          whole.some((text) => folded.includes(text)) ||
          (saw.has(run_id) && words.some((word) => folded.includes(word)))
        )
      })
      db.transaction(() => {
        for (const { hash } of gone) erase.run(hash)
      })()
      for (const { run_id } of gone) touched.add(conversationOf.get(run_id) as string)
    }
    const parts = [...whole, ...words]
    for (const { id, title } of titles.all()) {
      const folded = title.toLowerCase()
      // a title may be the beginning of the text only
      if (!parts.some((part) => folded.includes(part) || part.startsWith(folded.replace(/…$/, '')))) continue
      if (!touched.has(id)) continue
      retitle.run(id)
    }
    db.pragma('wal_checkpoint(TRUNCATE)')
    erased()
    for (const id of touched) changed(id)
  }
  const finish = async (leaving: readonly Forgetting[]): Promise<void> => {
    await memory.finishForgetting(leaving.map(({ id }) => id))
    erased()
  }

  return {
    forget: async (principal, id, runId) => {
      const runs = await runsThatSaw([id])
      const leaving = await memory.beginForgetting(principal, id, [...runs])
      if (!leaving) return false
      await eraseElsewhere(leaving, runId)
      // what runs under way were shown before may still be written by them
      for (const other of underWay()) if (other !== runId) add(afterwards, other, leaving)
      if (runId !== undefined) add(waiting, runId, leaving)
      else await finish(leaving)
      return true
    },
    runEnded: async (runId) => {
      const seen = afterwards.get(runId)
      afterwards.delete(runId)
      if (seen) await eraseElsewhere(seen)
      const leaving = waiting.get(runId)
      if (!leaving) return
      waiting.delete(runId)
      await eraseElsewhere(leaving)
      await finish(leaving)
    },
    resume: async () => {
      const left = await memory.forgetting()
      const now: Forgetting[] = []
      for (const each of left) {
        const runId = askedBy(each.id)
        if (runId === undefined) now.push(each)
        else add(waiting, runId, [each])
      }
      if (now.length === 0) return
      await eraseElsewhere(now)
      await finish(now)
    },
  }
}

const add = (map: Map<string, Forgetting[]>, runId: string, leaving: readonly Forgetting[]) =>
  void map.set(runId, [...(map.get(runId) ?? []), ...leaving])

/** A shorter text is found in too much that does not tell of it. */
const SHORTEST = 4

/** As a text stands inside of JSON, folded, without the punctuation around it. */
const asStored = (text: string): string =>
  JSON.stringify(text.replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, ''))
    .slice(1, -1)
    .toLowerCase()

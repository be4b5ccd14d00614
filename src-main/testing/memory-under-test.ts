import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createMemory } from '../memory/create-memory.ts'
import { createEmbedder } from '../memory/embedding/create-embedder.ts'
import type { Embedder } from '../memory/embedding/embedder.ts'
import type { NewMemory } from '../memory/memory.ts'
import { openMemoryDatabase } from '../memory/sqlite/memory-database.ts'
import { createSqliteVectors } from '../memory/vectors/sqlite/create-sqlite-vectors.ts'
import { randomId } from '../vocabulary/clock.ts'
import { OPERATOR_LABELS } from '../vocabulary/labels.ts'
import { createManualClock } from './manual-clock.ts'
import { temporaryFolder } from './temporary-folder.ts'

let embedder: Promise<Embedder> | undefined

/** The bundled model, loaded once for all tests of a file. */
export async function sharedEmbedder(): Promise<Embedder> {
  embedder ??= createEmbedder({ provider: 'bundled', cache: '/nowhere' })
  return { ...(await embedder), close: async () => undefined }
}

/** Memory on a database of the test's own, with the bundled model, in this thread; closed when the test is over. */
export async function memoryUnderTest(options: { path?: string } = {}) {
  const path = options.path ?? join(temporaryFolder(), 'memory.sqlite')
  const db = openMemoryDatabase(path)
  const clock = createManualClock('2026-05-04T09:00:00Z')
  const memory = createMemory({
    db,
    clock,
    newId: randomId,
    timeZone: () => 'Europe/Berlin',
    meaning: {
      openEmbedder: sharedEmbedder,
      openVectors: async (space) => createSqliteVectors({ db, ...space }),
      dropLocal: (space) => createSqliteVectors({ db, ...space }).clear(),
    },
    report: (what, error) => {
      throw new Error(what, { cause: error })
    },
  })
  onTestFinished(async () => {
    if (db.open) await memory.close()
  })
  const remember = (text: string, more: Partial<NewMemory> = {}, key?: string) =>
    memory.remember(
      'operator',
      { text, labels: OPERATOR_LABELS, source: { kind: 'conversation', ref: 'c1' }, ...more },
      key,
    )
  const recalled = async (query: string) => (await memory.recall('operator', query)).map(({ text }) => text)
  /** As the operator's forgetting does, without a journal. */
  const forget = async (id: string): Promise<boolean> => {
    const leaving = await memory.beginForgetting('operator', id, [])
    if (!leaving) return false
    await memory.finishForgetting(leaving.map((each) => each.id))
    return true
  }
  return { db, path, clock, memory, remember, recalled, forget }
}

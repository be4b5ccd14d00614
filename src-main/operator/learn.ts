import { setImmediate as breathe } from 'node:timers/promises'
import type { KeyedMemory, MemoryPort, MemoryRow } from '../memory/memory.ts'
import type { RunState } from '../state/run-state.ts'
import type { Conversations } from '../state/sqlite/conversations.ts'
import type { Clock } from '../vocabulary/clock.ts'
import type { Principal } from '../vocabulary/principal.ts'
import {
  type Account,
  type AccountSources,
  accountOf,
  forgets,
  isWorthTelling,
  rememberedIn,
} from './learn-account.ts'
import { type Extract, extractedRows, promptFor } from './learn-by-model.ts'
import { isSimilarProcedure, procedureOf } from './learn-procedure.ts'
import { episodeKey, episodeOf, factKey, factsOf, isSameText } from './learn-rows.ts'

/** What learning needs of memory. */
export interface LearningMemory extends Pick<MemoryPort, 'recall'> {
  /** All in one commit, each as by `remember`: a key that is there, or was forgotten, is left as it is. */
  rememberAll(principal: Principal, rows: readonly KeyedMemory[]): Promise<readonly MemoryRow[]>
  /** Those of the keys that were written once, forgotten ones included. */
  keysThere(keys: readonly string[]): Promise<readonly string[]>
}

export interface LearnerDeps extends AccountSources {
  readonly conversations: Pick<Conversations, 'get' | 'runs'>
  readonly state: (runId: string) => RunState
  readonly memory: LearningMemory
  /** The connected model, if there is one at the moment. */
  readonly extract: () => Extract | undefined
  readonly clock: Clock
  readonly report: (what: string, error: unknown) => void
}

export interface Learner {
  /** Called when a run has ended, after what it forgot was erased. Settles when what it teaches is in memory. */
  runEnded(runId: string): Promise<void>
  /** Learns from recent runs that ended without: their process died before it came to that. */
  catchUp(): Promise<void>
  /** Settles when nothing is being learned. */
  settled(): Promise<void>
}

const RECENT_MOST = 100
const RECENT_MS = 7 * 86_400_000
/** Runs that a connected model is asked about when catching up: the latest. */
const ASKED_MOST = 5
/** The agent writes for itself, whoever started the run. */
const WRITER: Principal = 'agent'
const ENDED: readonly string[] = ['succeeded', 'failed', 'cancelled']

/** Turns runs that have ended into episodes, facts and procedures: one commit a run, once. */
export function createLearner(deps: LearnerDeps): Learner {
  const { conversations, memory, clock, report } = deps
  let last: Promise<void> = Promise.resolve()
  /** One run after another: what one taught is there when the next is compared with it. */
  const inTurn = (work: () => Promise<void>, what: string): Promise<void> => {
    last = last.then(work).catch((error) => report(what, error))
    return last
  }

  const account = (runId: string): Account | undefined => {
    const run = deps.state(runId)
    if (!run.ended || !conversations.get(run.conversationId) || forgets(run)) return undefined
    return accountOf(run, deps)
  }

  /** Rows that say again, in the same words, what memory holds. What is about something finds its place by that. */
  const isThere = async ({ row }: KeyedMemory): Promise<boolean> => {
    if (row.about) return false
    const kinds = [row.kind ?? 'fact'] as const
    const alike = await memory.recall(WRITER, row.text, { kinds, k: 5 })
    return alike.some(
      (other) =>
        !other.validTo &&
        isSameText(other.text, row.text) &&
        (other.labels.trust === 'trusted' || row.labels.trust === 'untrusted'),
    )
  }

  const newOnes = async (rows: readonly KeyedMemory[]): Promise<KeyedMemory[]> => {
    const there = await Promise.all(rows.map(isThere))
    return rows.filter((_, index) => !there[index])
  }

  const askModel = async (told: Account, offline: readonly KeyedMemory[]): Promise<KeyedMemory[]> => {
    const extract =
      told.run.model === 'offline' || told.labels.sensitivity === 'secret' ? undefined : deps.extract()
    if (!extract) return []
    const prompt = promptFor(told)
    try {
      const answer = await extract(prompt, told.labels)
      const texts = [...rememberedIn(told.run, deps), ...offline.map(({ row }) => row.text)]
      const rows = extractedRows(answer, told, { facts: offline.length, texts })
      // what was forgotten while the model was at work must not come back through it
      const still = account(told.run.id)
      return still && promptFor(still) === prompt ? rows : []
    } catch (error) {
      report(`the model drew nothing from ${told.run.id}`, error)
      return []
    }
  }

  const newProcedure = async (told: Account): Promise<KeyedMemory[]> => {
    const procedure = procedureOf(told)
    if (!procedure) return []
    const alike = await memory.recall(WRITER, procedure.row.text.slice(0, 500), {
      kinds: ['procedure'],
      k: 10,
    })
    return alike.some((row) => isSimilarProcedure(row, procedure.row)) ? [] : [procedure]
  }

  const learn = async (runId: string, mayAsk = true): Promise<void> => {
    const before = account(runId)
    if (!before || before.labels.sensitivity === 'secret') return
    const facts = factsOf(before, rememberedIn(before.run, deps))
    // what the operator stated holds, whatever became of the run; there may be nothing else to tell of it
    const worthTelling = isWorthTelling(before)
    if (!worthTelling && facts.length === 0) return
    const extracted = worthTelling && mayAsk ? await askModel(before, facts) : []
    const more = [...(await newOnes(extracted)), ...(await newProcedure(before))]
    const fresh = new Set((await newOnes(facts)).map(({ key }) => key))
    // read again: it may have been forgotten, or its conversation deleted, meanwhile
    const now = account(runId)
    if (!now) return
    const unchanged = promptFor(now) === promptFor(before)
    const rows = [
      ...(worthTelling ? [episodeOf(now)] : []),
      ...factsOf(now, rememberedIn(now.run, deps)).filter(({ key }) => fresh.has(key)),
      ...(unchanged ? more : []),
    ]
    if (rows.length > 0) await memory.rememberAll(WRITER, rows)
  }

  return {
    runEnded: (runId) => inTurn(() => learn(runId), `nothing was learned from ${runId}`),
    catchUp: () =>
      inTurn(async () => {
        const since = clock.now() - RECENT_MS
        const ended = conversations
          .runs({ limit: RECENT_MOST })
          .filter(({ status, updatedAt }) => ENDED.includes(status) && Date.parse(updatedAt) >= since)
          .map(({ id }) => id)
          .reverse()
        const keysOf = (id: string) => [episodeKey(id), factKey(id, 0)]
        const there = new Set(await memory.keysThere(ended.flatMap(keysOf)))
        const left = ended.filter((id) => !keysOf(id).some((key) => there.has(key)))
        for (const [index, id] of left.entries()) {
          const mayAsk = index >= left.length - ASKED_MOST
          await learn(id, mayAsk).catch((error) => report(`nothing was learned from ${id}`, error))
          await breathe()
        }
      }, 'what earlier runs teach could not be caught up'),
    settled: () => last,
  }
}

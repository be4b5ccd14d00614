import type { AttachmentInput, RunSummary, RunView } from '../../src-preload/contract.ts'
import type { ReadDocument } from '../ingestion/attachments/read-attachment.ts'
import type { MakeTriggerDeps } from '../ingestion/make-trigger.ts'
import { makeTrigger } from '../ingestion/make-trigger.ts'
import type { Spoken, Trigger } from '../ingestion/trigger.ts'
import type { Advancer } from '../state/advance.ts'
import type { Demand } from '../state/facts.ts'
import { type Journal, newContent } from '../state/journal.ts'
import type { Conversations, RunRow } from '../state/sqlite/conversations.ts'
import { statusOf } from '../state/status.ts'
import { ATTACHMENT_LABELS } from '../vocabulary/attachment.ts'
import type { Clock, NewId } from '../vocabulary/clock.ts'
import { RequestError } from '../vocabulary/errors.ts'
import type { JsonValue } from '../vocabulary/json.ts'
import { joinLabels, type Labels, OPERATOR_LABELS } from '../vocabulary/labels.ts'
import type { Channel, Principal } from '../vocabulary/principal.ts'
import { keepAttachments, readAttachments } from './attachments.ts'
import { historyLabels } from './history.ts'
import { type ViewSources, viewRun } from './view-run.ts'

export interface RunsDeps extends ViewSources {
  readonly journal: Journal
  readonly conversations: Conversations
  readonly advancer: Advancer
  readonly triggers: MakeTriggerDeps
  readonly clock: Clock
  readonly newId: NewId
  readonly timeZone: () => string
  /** Aborts model calls (and, on cancel, tool calls) that are under way. */
  readonly abortModel: (runId: string) => void
  readonly abortTools: (runId: string) => void
  readonly readDocument: ReadDocument
}

export interface StartRun {
  readonly goal: string
  readonly conversationId?: string | undefined
  readonly channel: Channel
  readonly spoken?: Spoken | undefined
  readonly principal?: Principal
  readonly labels?: Labels
  readonly attachments?: readonly AttachmentInput[] | undefined
  /** A run started again under the same id is the run that is there. */
  readonly runId?: string
}

export interface Runs {
  start(run: StartRun): Promise<{ id: string; conversationId: string }>
  /** To the run of a conversation that has not ended: steers it. Else starts one. */
  send(message: {
    id: string
    text: string
    interrupt?: boolean | undefined
    spoken?: Spoken | undefined
    attachments?: readonly AttachmentInput[] | undefined
  }): Promise<{ runId: string; steered: boolean }>
  cancel(id: string): Promise<{ id: string; status: RunView['status'] }>
  retry(id: string): Promise<{ id: string; conversationId: string }>
  stopAll(): Promise<string[]>
  list(filter: {
    limit?: number | undefined
    status?: string | undefined
    query?: string | undefined
    channel?: string | undefined
    from?: string | undefined
  }): RunSummary[]
  get(id: string): RunView
}

export function createRuns(deps: RunsDeps): Runs {
  const { journal, conversations, advancer, clock, newId } = deps

  const existing = (id: string): RunRow => {
    const row = conversations.run(id)
    if (!row) throw new RequestError('no-run', `There is no run ${id}.`)
    return row
  }

  const readGiven = (given: readonly AttachmentInput[], conversationId: string | undefined) =>
    readAttachments(
      {
        journal,
        conversationOf: (runId) => conversations.run(runId)?.conversationId,
        readDocument: deps.readDocument,
      },
      given,
      conversationId,
    )

  const runs: Runs = {
    start: async ({
      goal,
      conversationId,
      channel,
      spoken,
      principal = 'operator',
      labels = OPERATOR_LABELS,
      attachments: given = [],
      runId,
    }) => {
      if (conversationId !== undefined && !conversations.get(conversationId) && principal === 'operator') {
        throw new RequestError('no-conversation', `There is no conversation ${conversationId}.`)
      }
      const thread = conversationId ?? newId('cnv')
      const id = runId ?? newId('run')
      const { attachments, contents } = keepAttachments(id, await readGiven(given, conversationId), newId)
      const context = joinLabels(
        labels,
        historyLabels({ conversations, state: advancer.state }, thread),
        ...attachments.map(() => ATTACHMENT_LABELS),
      )
      conversations.open(thread, titleOf(goal), new Date(clock.now()).toISOString())
      const trigger = makeTrigger(deps.triggers, {
        channel,
        principal,
        conversationId: thread,
        text: goal,
        labels,
        ...(spoken ? { spoken } : {}),
        ...(attachments.length > 0 ? { attachments } : {}),
      })
      const triggerContent = newContent(trigger as unknown as JsonValue)
      const goalContent = newContent({ text: goal })
      await advancer.advance(id, (run) =>
        run.created
          ? undefined
          : {
              facts: [
                {
                  type: 'run.created',
                  conversationId: thread,
                  principal,
                  channel,
                  triggerRef: triggerContent.ref,
                  goalRef: goalContent.ref,
                  labels: context,
                  demands: demandsOf(trigger),
                  timeZone: deps.timeZone(),
                },
              ],
              contents: [triggerContent, goalContent, ...contents],
            },
      )
      return { id, conversationId: thread }
    },

    send: async ({ id, text, interrupt = false, spoken, attachments: given = [] }) => {
      const came = spoken ? { channel: 'voice' as const, spoken } : { channel: 'chat' as const }
      if (!conversations.get(id)) throw new RequestError('no-conversation', `There is no conversation ${id}.`)
      const active = conversations.activeRun(id)
      // a run that this version cannot read hears nothing
      if (!active || advancer.state(active.id).parked !== undefined) {
        const started = await runs.start({ goal: text, conversationId: id, attachments: given, ...came })
        return { runId: started.id, steered: false }
      }
      const { attachments, contents } = keepAttachments(active.id, await readGiven(given, id), newId)
      const trigger = makeTrigger(deps.triggers, {
        ...came,
        principal: 'operator',
        conversationId: id,
        text,
        labels: OPERATOR_LABELS,
        ...(attachments.length > 0 ? { attachments } : {}),
      })
      const content = newContent(trigger as unknown as JsonValue)
      let steered = true
      await advancer.advance(active.id, (run) => {
        // a run that was told to stop and is still waiting for an outcome listens no more
        const over = run.ended !== undefined || run.cancelRequested
        if (over) steered = false
        return over
          ? undefined
          : {
              facts: [
                {
                  type: 'steering.received',
                  triggerRef: content.ref,
                  interrupt,
                  demands: demandsOf(trigger),
                  ...(attachments.length > 0 ? { labels: ATTACHMENT_LABELS } : {}),
                },
              ],
              contents: [content, ...contents],
            }
      })
      if (steered) return { runId: active.id, steered }
      const started = await runs.start({ goal: text, conversationId: id, attachments: given, ...came })
      return { runId: started.id, steered: false }
    },

    cancel: async (id) => {
      existing(id)
      const run = await advancer.advance(id, (now) =>
        now.ended || now.cancelRequested ? undefined : { facts: [{ type: 'cancel.requested' }] },
      )
      deps.abortModel(id)
      deps.abortTools(id)
      return { id, status: statusOf(run) }
    },

    retry: async (id) => {
      const row = existing(id)
      const goal = (journal.content(row.goalRef) as { text?: string } | undefined)?.text
      if (goal === undefined) throw new RequestError('forgotten', `The goal of run ${id} was forgotten.`)
      const trigger = journal.content(advancer.state(id).triggerRef) as unknown as Trigger | undefined
      const attachments = trigger?.attachments?.map(({ handle }) => ({ handle }))
      return runs.start({ goal, conversationId: row.conversationId, channel: 'chat', attachments })
    },

    stopAll: async () => {
      const ids = journal.unfinished()
      for (const id of ids) await runs.cancel(id)
      return ids
    },

    list: ({ limit = 200, status, query, channel, from }) =>
      conversations
        .runs({ ...(status ? { status } : {}), limit: query || channel || from ? 1000 : limit })
        .filter((row) => !channel || row.channel === channel)
        .filter((row) => !from || Date.parse(row.createdAt) >= Date.parse(from))
        .map((row) => summary(row, journal))
        .filter(({ goal }) => !query || goal.toLowerCase().includes(query.toLowerCase()))
        .slice(0, limit),

    get: (id) => {
      existing(id)
      return viewRun(advancer.state(id), deps)
    },
  }
  return runs
}

const demandsOf = (trigger: Trigger): Demand[] =>
  trigger.intent.clauses.flatMap((clause) => clause.demands.map((act) => ({ clauseId: clause.id, act })))

/** First line of the goal, cut at a word. */
function titleOf(goal: string): string {
  const line = goal.trim().split('\n')[0] ?? ''
  return line.length <= 60 ? line : `${line.slice(0, 60).replace(/\s+\S*$/, '')}…`
}

function summary(row: RunRow, journal: Journal): RunSummary {
  const goal = (journal.content(row.goalRef) as { text?: string } | undefined)?.text ?? '(forgotten)'
  const { id, conversationId, channel, createdAt, updatedAt } = row
  return {
    id,
    conversationId,
    goal,
    channel,
    status: row.status as RunSummary['status'],
    waiting: JSON.parse(row.waiting) as RunSummary['waiting'],
    createdAt,
    updatedAt,
  }
}

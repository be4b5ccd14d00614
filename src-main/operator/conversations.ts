import type {
  ConversationSummary,
  ConversationView,
  MessageView,
  RunView,
} from '../../src-preload/contract.ts'
import type { Trigger } from '../ingestion/trigger.ts'
import type { Journal } from '../state/journal.ts'
import type { RunState } from '../state/run-state.ts'
import type { ConversationRow, Conversations } from '../state/sqlite/conversations.ts'
import { RequestError } from '../vocabulary/errors.ts'
import { viewAttachment } from './attachments.ts'
import type { Runs } from './runs.ts'
import { type ViewSources, viewRun } from './view-run.ts'

export interface ConversationMethodsDeps extends ViewSources {
  readonly journal: Journal
  readonly conversations: Conversations
  readonly runs: Runs
  readonly state: (runId: string) => RunState
  /** Notices that reminders left in a conversation. */
  readonly notices: (conversationId: string) => readonly MessageView[]
}

/** Conversations as a person reads them. */
export function createConversationMethods(deps: ConversationMethodsDeps) {
  const { conversations, journal, state } = deps

  const row = (id: string): ConversationRow => {
    const found = conversations.get(id)
    if (!found) throw new RequestError('no-conversation', `There is no conversation ${id}.`)
    return found
  }

  return {
    list: (query?: string): ConversationSummary[] => {
      const all = conversations.list()
      const wanted = query?.trim().toLowerCase()
      if (!wanted) return all.map(summary)
      const said = (id: string) =>
        conversations.runs({ conversationId: id }).some(({ goalRef }) => {
          const goal = (journal.content(goalRef) as { text?: string } | undefined)?.text
          return goal?.toLowerCase().includes(wanted)
        })
      return all.filter(({ id, title }) => title.toLowerCase().includes(wanted) || said(id)).map(summary)
    },

    get: (id: string): ConversationView => {
      const found = row(id)
      const states = conversations
        .runs({ conversationId: id })
        .reverse()
        .map((run) => state(run.id))
      const runs = states.map((run) => viewRun(run, deps))
      const messages = [
        ...states.flatMap((run, index) => messagesOf(run, runs[index] as RunView, journal)),
        ...deps.notices(id),
      ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
      return { ...summary(found), messages, runs }
    },

    rename: (id: string, title: string): ConversationSummary => {
      row(id)
      conversations.rename(id, title)
      return summary(row(id))
    },

    delete: async (id: string): Promise<void> => {
      row(id)
      for (const run of conversations.runs({ conversationId: id, limit: 100_000 })) {
        if (!state(run.id).ended) await deps.runs.cancel(run.id)
        journal.forgetContents(run.id)
      }
      conversations.delete(id)
    },
  }
}

export const summary = ({
  id,
  title,
  createdAt,
  updatedAt,
  active,
}: ConversationRow): ConversationSummary => ({
  id,
  title,
  createdAt,
  updatedAt,
  active,
})

/** What was said in a run: the goal, what steered it, and the answer or why there is none. */
export function messagesOf(run: RunState, view: RunView, journal: Journal): MessageView[] {
  const steering = run.steering.flatMap((ref, index): MessageView[] => {
    const trigger = journal.content(ref) as unknown as Trigger | undefined
    return trigger
      ? [
          {
            id: `${run.id}:s${index}`,
            role: 'operator',
            text: trigger.text,
            at: trigger.receivedAt,
            runId: run.id,
            ...attachedTo(trigger),
          },
        ]
      : []
  })
  const goal: MessageView = {
    id: `${run.id}:goal`,
    role: 'operator',
    text: view.goal,
    at: view.createdAt,
    runId: run.id,
    ...attachedTo(journal.content(run.triggerRef) as unknown as Trigger | undefined),
  }
  return [goal, ...steering, ...answerOf(run, view)]
}

const attachedTo = (trigger: Trigger | undefined): Pick<MessageView, 'attachments'> =>
  trigger?.attachments ? { attachments: trigger.attachments.map(viewAttachment) } : {}

export function answerOf(run: RunState, view: RunView): MessageView[] {
  if (!run.ended) return []
  const text = [view.answer, view.reason].filter(Boolean).join('\n\n')
  return [{ id: `${run.id}:answer`, role: 'agent', text, at: view.updatedAt, runId: run.id }]
}

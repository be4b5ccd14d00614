import { createApprovals } from '../operator/approvals.ts'
import { showAttachment } from '../operator/attachments.ts'
import { createConversationMethods } from '../operator/conversations.ts'
import type { Handlers } from '../operator/operator.ts'
import { createPause } from '../operator/pause.ts'
import { createRunReadings } from '../operator/run-readings.ts'
import { createSpokenAnswers, explainApproval } from '../operator/spoken-answers.ts'
import type { Base } from './base.ts'
import type { JournalParts } from './journal.ts'
import type { MemoryParts } from './memory.ts'
import type { RunParts } from './runs.ts'
import type { ScheduleParts } from './schedules.ts'
import type { ToolParts } from './tools.ts'

export interface RunMethodNeeds
  extends JournalParts,
    Pick<MemoryParts, 'backups'>,
    Pick<ToolParts, 'registry' | 'mcp'>,
    RunParts,
    Pick<ScheduleParts, 'notices'> {}

type Named<Area extends string> = Extract<keyof Handlers, `${Area}.${string}`>
export type RunHandlers = Pick<
  Handlers,
  Named<'runs' | 'conversations' | 'attachments' | 'approvals' | 'pause'> | 'stop'
>

/** What the operator does with goals: says them, reads on what became of them, answers, stops. */
export function createRunMethods({ clock }: Base, needs: RunMethodNeeds) {
  const { journal, conversations, hub, isKept, backups, registry, mcp, runs, advancer, notices } = needs
  const sources = { journal, registry, content: journal.content, state: advancer.state, runs }
  const talks = createConversationMethods({ ...sources, conversations, notices })
  const pause = createPause({
    standing: needs.pause,
    clock,
    emit: hub.emit,
    goOn: async () => {
      for (const id of journal.unfinished()) await advancer.advance(id)
    },
  })
  const approvals = createApprovals({ journal, conversations, advancer })
  const handlers: RunHandlers = {
    'runs.start': ({ spoken, channel = spoken ? 'voice' : 'chat', ...run }) =>
      runs.start({ ...run, channel, spoken }),
    'runs.list': (filter) => runs.list(filter),
    'runs.get': ({ id }) => runs.get(id),
    ...createRunReadings(sources),
    'runs.cancel': ({ id }) => runs.cancel(id),
    'runs.retry': ({ id }) => runs.retry(id),
    'conversations.list': ({ query }) => talks.list(query),
    'conversations.get': ({ id }) => talks.get(id),
    'conversations.rename': ({ id, title }) => {
      const conversation = talks.rename(id, title)
      hub.emit({ type: 'conversation.changed', conversation })
      return conversation
    },
    'conversations.delete': async ({ id }) => {
      await talks.delete(id)
      await mcp.forgetPictures(isKept)
      backups.erased()
      hub.emit({ type: 'conversation.deleted', id })
      return { id }
    },
    'conversations.send': (message) => runs.send(message),
    'attachments.get': ({ handle }) => showAttachment(journal, handle),
    'approvals.list': ({ status }) => approvals.list(status),
    'approvals.answer': ({ id, answer, reason, via }) => approvals.answer(id, answer, reason, via),
    'approvals.explain': ({ id }) => ({ words: explainApproval(approvals.get(id)) }),
    'approvals.say': createSpokenAnswers(approvals),
    ...pause.methods,
    stop: async () => ({ cancelled: await runs.stopAll() }),
  }
  return { handlers, summaries: () => talks.list(undefined) }
}

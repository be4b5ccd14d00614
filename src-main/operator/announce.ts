import type { AgentEvent } from '../../src-preload/contract.ts'
import type { Fact } from '../state/facts.ts'
import type { Journal } from '../state/journal.ts'
import { inquiryOf, type RunState } from '../state/run-state.ts'
import type { Conversations } from '../state/sqlite/conversations.ts'
import { viewInquiry } from './approvals.ts'
import { answerOf, messagesOf, summary } from './conversations.ts'
import { type ViewSources, viewRun } from './view-run.ts'

export interface AnnounceDeps extends ViewSources {
  readonly journal: Journal
  readonly conversations: Conversations
  readonly emit: (event: AgentEvent) => void
}

/** Tells the faces what a commit changed. */
export const createAnnounce =
  (deps: AnnounceDeps) =>
  (run: RunState, facts: readonly Fact[]): void => {
    const { emit, journal, conversations } = deps
    const view = viewRun(run, deps)
    const { conversationId } = run
    emit({ type: 'run.changed', run: view })
    for (const fact of facts) {
      if (fact.type === 'run.created' || fact.type === 'steering.received') {
        const message = messagesOf(run, view, journal).findLast(({ role }) => role === 'operator')
        if (message) emit({ type: 'message.added', conversationId, message })
      } else if (fact.type === 'inquiry.opened') {
        const inquiry = inquiryOf(run, fact.inquiryId)
        if (inquiry) emit({ type: 'approval.opened', approval: viewInquiry(journal, run, inquiry) })
      } else if (fact.type === 'inquiry.answered' || fact.type === 'inquiry.withdrawn') {
        const inquiry = inquiryOf(run, fact.inquiryId)
        if (inquiry) emit({ type: 'approval.closed', approval: viewInquiry(journal, run, inquiry, fact.at) })
      } else if (fact.type === 'run.ended') {
        for (const message of answerOf(run, view)) emit({ type: 'message.added', conversationId, message })
        emit({ type: 'run.finished', runId: run.id, status: view.status, evidence: view.evidence })
      }
    }
    const conversation = conversations.get(conversationId)
    if (conversation) emit({ type: 'conversation.changed', conversation: summary(conversation) })
  }

import type { ResultContent } from '../execution/call-content.ts'
import type { ResultsPort } from '../execution/ports.ts'
import { wholeText } from '../planning/context/whole-text.ts'
import type { Journal } from '../state/journal.ts'
import type { Conversations } from '../state/sqlite/conversations.ts'
import { ATTACHMENT_LABELS } from '../vocabulary/attachment.ts'
import { joinLabels, TOOL_LABELS } from '../vocabulary/labels.ts'
import { findAttachment, runOf } from './attachments.ts'

export interface ReadResultDeps {
  readonly journal: Pick<Journal, 'facts' | 'content'>
  readonly conversations: Pick<Conversations, 'run'>
}

/** Results in the journal, by the id of their effect: those of the run that asks, and of earlier ones of its conversation. */
export function createResults({ journal, conversations }: ReadResultDeps): ResultsPort {
  const mayRead = (runId: string, ofRun: string): boolean => {
    if (ofRun === runId) return true
    const [asking, asked] = [conversations.run(runId), conversations.run(ofRun)]
    return (
      asking !== undefined &&
      asking.conversationId === asked?.conversationId &&
      asked.createdAt <= asking.createdAt
    )
  }
  return {
    read: async (runId, handle) => {
      const ofRun = runOf(handle)
      if (!mayRead(runId, ofRun)) return undefined
      const attached = findAttachment(journal, handle)
      if (attached) return { text: attached.text, labels: ATTACHMENT_LABELS }
      const fact = journal
        .facts(ofRun)
        .findLast(
          (each) =>
            (each.type === 'effect.settled' || each.type === 'effect.refused') && each.effectId === handle,
        )
      if (fact?.type !== 'effect.settled' && fact?.type !== 'effect.refused') return undefined
      const result = journal.content(fact.resultRef) as unknown as ResultContent | undefined
      if (!result) return undefined
      return {
        text: wholeText(result),
        labels: fact.type === 'effect.settled' ? joinLabels(fact.labels, TOOL_LABELS) : TOOL_LABELS,
      }
    },
  }
}

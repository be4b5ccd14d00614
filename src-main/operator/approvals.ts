import type { ApprovalView } from '../../src-preload/contract.ts'
import type { InquiryDetail } from '../execution/call-content.ts'
import type { Advancer } from '../state/advance.ts'
import type { AnsweredVia, InquiryAnswer, InquiryKind } from '../state/facts.ts'
import { type Journal, newContent } from '../state/journal.ts'
import { effectOf, type InquiryState, inquiryOf, type RunState } from '../state/run-state.ts'
import type { Conversations } from '../state/sqlite/conversations.ts'
import { RequestError } from '../vocabulary/errors.ts'

export interface ApprovalsDeps {
  readonly journal: Journal
  readonly conversations: Conversations
  readonly advancer: Advancer
}

const ANSWERS: Record<InquiryKind, readonly InquiryAnswer[]> = {
  approval: ['once', 'run', 'reject'],
  question: ['text'],
  'in-doubt': ['happened', 'again', 'skip'],
}

/** Questions to the operator: durable rows, bound to the exact bytes that will run; the first answer wins. */
export function createApprovals({ journal, conversations, advancer }: ApprovalsDeps) {
  const view = (run: RunState, inquiry: InquiryState): ApprovalView =>
    viewInquiry(journal, run, inquiry, conversations.inquiry(inquiry.id)?.answeredAt ?? undefined)

  const find = (id: string) => {
    const row = conversations.inquiry(id)
    const run = row && advancer.state(row.runId)
    const inquiry = run && inquiryOf(run, id)
    if (!run || !inquiry) throw new RequestError('no-approval', `There is no approval or question ${id}.`)
    return { run, inquiry }
  }

  return {
    list: (status?: string): ApprovalView[] =>
      conversations.inquiries(status).flatMap(({ id, runId }) => {
        const run = advancer.state(runId)
        const inquiry = inquiryOf(run, id)
        return inquiry ? [view(run, inquiry)] : []
      }),

    get: (id: string): ApprovalView => {
      const { run, inquiry } = find(id)
      return view(run, inquiry)
    },

    answer: async (id: string, answer: string, reason?: string, via?: AnsweredVia): Promise<ApprovalView> => {
      const { run, inquiry } = find(id)
      const kind = inquiry.kind
      const accepted: InquiryAnswer | undefined =
        kind === 'question' ? 'text' : ANSWERS[kind].find((candidate) => candidate === answer)
      if (!accepted) {
        throw new RequestError('bad-answer', `"${answer}" is no answer here: ${ANSWERS[kind].join(', ')}.`)
      }
      const text = kind === 'question' ? answer : reason
      const content = text === undefined ? undefined : newContent({ text })
      let first = false
      const after = await advancer.advance(run.id, (now) => {
        first = inquiryOf(now, id)?.status === 'pending' && !now.ended
        return first
          ? {
              facts: [
                {
                  type: 'inquiry.answered',
                  inquiryId: id,
                  answer: accepted,
                  ...(content ? { textRef: content.ref } : {}),
                  ...(via ? { via } : {}),
                },
              ],
              contents: content ? [content] : [],
            }
          : undefined
      })
      if (!first) throw new RequestError('already-answered', 'This was answered or withdrawn already.')
      return view(after, inquiryOf(after, id) as InquiryState)
    },
  }
}

export type Approvals = ReturnType<typeof createApprovals>

/** A question as its card shows it. */
export function viewInquiry(
  journal: Journal,
  run: RunState,
  inquiry: InquiryState,
  answeredAt?: string,
): ApprovalView {
  const effect = effectOf(run, inquiry.effectId)
  const detail = journal.content(inquiry.detailRef) as unknown as InquiryDetail | undefined
  const said = inquiry.textRef
    ? (journal.content(inquiry.textRef) as { text?: string } | undefined)?.text
    : undefined
  const trigger = journal.content(run.triggerRef) as { text?: string } | undefined
  return {
    id: inquiry.id,
    kind: inquiry.kind,
    runId: run.id,
    conversationId: run.conversationId,
    goal: trigger?.text ?? '(forgotten)',
    tool: effect?.tool ?? '',
    title: detail?.title ?? '(forgotten)',
    arguments: journal.content(effect?.argumentsRef ?? '') ?? {},
    reason: detail?.reason ?? '',
    ...(detail?.choices ? { choices: [...detail.choices] } : {}),
    highImpact: detail?.highImpact ?? false,
    insideBySettings: detail?.insideBySettings ?? false,
    effectClass: effect?.effectClass ?? 'execute',
    preview: (detail?.preview ?? { kind: 'text', text: '(forgotten)' }) as ApprovalView['preview'],
    restsOn: [...(detail?.restsOn ?? [])],
    status: inquiry.status,
    ...(inquiry.answer ? { answer: inquiry.answer } : {}),
    ...(said ? { said } : {}),
    ...(inquiry.via ? { via: inquiry.via } : {}),
    createdAt: inquiry.openedAt,
    ...(answeredAt ? { answeredAt } : {}),
  }
}

import type { AgentEvent, ApprovalView, OpenPlace, RunView } from '../../../src-preload/contract.ts'
import type { Words } from '../../../src-words/words.ts'
import { askedInShort, oneLine } from '../work/short-text.ts'

export interface NoticeAction {
  readonly name: 'approve' | 'reject'
  readonly label: string
}

/** Something the desktop tells the operator, and what a click on it shows. */
export interface Notice {
  /** Of what it is about: a later notice with the same key takes its place. */
  readonly key: string
  readonly kind: 'question' | 'reminder' | 'finished' | 'failed'
  readonly title: string
  readonly body: string
  readonly place: OpenPlace
  readonly actions: readonly NoticeAction[]
  readonly approval?: ApprovalView
}

/** A run that was over sooner than this, in ms, was not waited for by anybody who had gone away. */
const SHORT_RUN_MS = 5_000

/**
 * What the desktop is told of an event, if anything: a reminder always; where nobody looks at a window, what is asked,
 * and how a run ended that took its time, failed, or that nobody began by hand.
 */
export function noticeOf(
  event: AgentEvent,
  looking: boolean,
  words: Pick<Words, 't' | 'n' | 'said'>,
): Notice | undefined {
  const { t } = words
  if (event.type === 'reminder.due') {
    const { schedule, missed, dueAt } = event
    return {
      key: `reminder ${schedule.id} ${dueAt}`,
      kind: 'reminder',
      title: missed ? t('Missed reminder') : t('Reminder'),
      body: missed ? t('{text} (it was due {at})', { text: schedule.text, at: dueAt }) : schedule.text,
      place: { pane: 'chat', id: schedule.conversationId },
      actions: [],
    }
  }
  if (looking) return undefined
  if (event.type === 'approval.opened') return questionNotice(event.approval, words)
  if (event.type === 'run.changed' && worthTelling(event.run)) return runNotice(event.run, words)
  return undefined
}

/** What is asked. One of high impact is not approved by a button that shows too little of it. */
export function questionNotice(approval: ApprovalView, words: Pick<Words, 't' | 'n' | 'said'>): Notice {
  const { t, said } = words
  const { id, kind, highImpact, conversationId, reason } = approval
  return {
    key: `question ${id}`,
    kind: 'question',
    title: t('Adjutant asks'),
    body:
      kind === 'question'
        ? askedInShort(approval, words, 300)
        : `${askedInShort(approval, words, 150)}\n${said(reason)}`,
    place: { pane: 'chat', id: conversationId, approvalId: id },
    actions:
      kind === 'approval'
        ? [
            { name: 'approve', label: highImpact ? t('Approve …') : t('Approve') },
            { name: 'reject', label: t('Reject') },
          ]
        : [],
    approval,
  }
}

function runNotice(
  { id, conversationId, status, goal, answer, reason }: RunView,
  { t, said }: Pick<Words, 't' | 'n' | 'said'>,
): Notice {
  const failed = status === 'failed'
  return {
    key: `run ${id}`,
    kind: failed ? 'failed' : 'finished',
    title: failed
      ? t('Not done: {goal}', { goal: oneLine(goal, 60) })
      : t('Done: {goal}', { goal: oneLine(goal, 60) }),
    body: oneLine(failed ? said(reason ?? '') : answer, 200),
    place: { pane: 'chat', id: conversationId },
    actions: [],
  }
}

function worthTelling({ status, channel, createdAt, updatedAt }: RunView): boolean {
  if (status === 'failed') return true
  if (status !== 'succeeded') return false
  return channel === 'schedule' || Date.parse(updatedAt) - Date.parse(createdAt) >= SHORT_RUN_MS
}

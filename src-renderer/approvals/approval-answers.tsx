import { useState } from 'react'
import type { ApprovalView } from '../../src-preload/contract.ts'
import { Button } from '../ui/button.tsx'
import { AnswerAloud } from '../voice/answer-aloud.tsx'
import { t } from '../words.ts'
import { QuestionForm } from './question-form.tsx'
import { RejectForm } from './reject-form.tsx'

export interface ApprovalAnswersProps {
  approval: ApprovalView
  /** The answer that is under way. */
  busy: string | undefined
  onAnswer: (answer: string, reason?: string) => void
}

/** What may be answered, by the kind of what is asked. */
export function ApprovalAnswers({ approval, busy, onAnswer }: ApprovalAnswersProps) {
  const [rejecting, setRejecting] = useState(false)
  if (approval.kind === 'question') {
    const choices = approval.choices ?? []
    return <QuestionForm question={approval.reason} choices={choices} busy={busy} onAnswer={onAnswer} />
  }

  const button = (answer: string, words: string, kind: 'primary' | 'secondary' | 'danger' = 'secondary') => (
    <Button kind={kind} busy={busy === answer} disabled={busy !== undefined} onClick={() => onAnswer(answer)}>
      {words}
    </Button>
  )
  if (approval.kind === 'in-doubt') {
    return (
      <div className="flex flex-wrap gap-2">
        {button('happened', t('It happened'))}
        {button('again', t('Do it again'))}
        {button('skip', t('Skip'))}
      </div>
    )
  }
  if (rejecting) {
    return (
      <RejectForm
        busy={busy !== undefined}
        onReject={(reason) => onAnswer('reject', reason || undefined)}
        onBack={() => setRejecting(false)}
      />
    )
  }
  return (
    <div className="flex flex-wrap gap-2">
      {button('once', t('Allow once'), approval.highImpact ? 'danger' : 'primary')}
      {button('run', t('Allow for this run'))}
      <Button disabled={busy !== undefined} onClick={() => setRejecting(true)}>
        {t('Reject')}
      </Button>
      <AnswerAloud approvalId={approval.id} />
    </div>
  )
}

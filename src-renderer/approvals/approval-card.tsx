import { CircleHelp, MessageCircleQuestion, OctagonAlert, ShieldQuestion } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import type { ApprovalView } from '../../src-preload/contract.ts'
import { useActions } from '../store/store.ts'
import { argumentRows } from '../ui/argument-rows.ts'
import { Badge } from '../ui/badge.tsx'
import { Card } from '../ui/card.tsx'
import { classNames } from '../ui/class-names.ts'
import { Disclosure } from '../ui/disclosure.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { KeyValue } from '../ui/key-value.tsx'
import { TimeAgo } from '../ui/time-ago.tsx'
import { useAttempt } from '../ui/use-attempt.ts'
import { said, t } from '../words.ts'
import { ApprovalAnswers } from './approval-answers.tsx'
import { ApprovalPreview } from './approval-preview.tsx'
import { effectClassWord, outcomeWords, restsOnWords, viaWords } from './approval-words.ts'
import { inquiryId } from './inquiry-id.ts'

const ICONS = {
  approval: ShieldQuestion,
  question: MessageCircleQuestion,
  'in-doubt': CircleHelp,
}

const KINDS = {
  approval: 'Asks for permission',
  question: 'Asks you',
  'in-doubt': 'Cannot tell whether it happened',
}

export interface ApprovalCardProps {
  approval: ApprovalView
  /** Above the title: which goal it belongs to, where the place does not say. */
  context?: ReactNode
}

/** What the agent asks: what will happen, why it asks and what it rests on. The first answer wins. */
export function ApprovalCard({ approval: given, context }: ApprovalCardProps) {
  const { client } = useActions()
  const { busy, failure, attempt } = useAttempt()
  const [answered, setAnswered] = useState<ApprovalView>()
  const titleId = useId()
  // the answer may be here before the event that tells everyone
  const approval = given.status === 'pending' && answered ? answered : given
  const { kind, reason, highImpact } = approval
  const question = kind === 'question'
  const alarming = highImpact && kind === 'approval'
  const outcome = outcomeWords(approval)
  const restsOn = restsOnWords(approval.restsOn)
  const Icon = alarming ? OctagonAlert : ICONS[kind]
  const rows = argumentRows(approval.arguments)

  const answer = async (word: string, why?: string) => {
    const taken = await attempt(word, () =>
      client.call('approvals.answer', {
        id: approval.id,
        answer: word,
        via: 'window',
        ...(why ? { reason: why } : {}),
      }),
    )
    if (taken) setAnswered(taken)
  }

  return (
    <Card
      role="group"
      id={inquiryId(approval.id)}
      tabIndex={-1}
      aria-labelledby={titleId}
      data-approval={kind === 'approval' && !outcome ? approval.id : undefined}
      tone={outcome ? 'neutral' : alarming ? 'danger' : 'warn'}
      className="flex flex-col gap-3 p-4"
    >
      {context}
      <div className="flex items-start gap-2.5">
        <Icon
          aria-hidden
          className={classNames(
            'mt-0.5 size-4 shrink-0',
            outcome ? 'text-faint' : alarming ? 'text-danger' : 'text-warn',
          )}
        />
        <div className="min-w-0 flex-1">
          <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <h3 id={titleId} className="min-w-0 break-words font-semibold text-ink text-sm">
              <span className="sr-only">{t(KINDS[kind])}: </span>
              {question ? reason : said(approval.title)}
            </h3>
            {alarming && <Badge tone="danger">{t('High impact')}</Badge>}
            {kind === 'in-doubt' && <Badge tone="warn">{t('In doubt')}</Badge>}
            {kind === 'approval' && <Badge>{effectClassWord(approval.effectClass)}</Badge>}
            <TimeAgo at={approval.createdAt} className="ms-auto text-faint text-xs" />
          </div>
          {!question && <p className="break-words text-soft text-sm leading-relaxed">{said(reason)}</p>}
          {restsOn && (
            <p className={classNames('text-sm', alarming ? 'font-medium text-danger' : 'text-soft')}>
              {restsOn}.
            </p>
          )}
        </div>
      </div>
      {!question && <ApprovalPreview preview={approval.preview} />}
      {!question && rows.length > 0 && (
        <Disclosure title={t('Exact arguments')} aside={<code className="text-faint">{approval.tool}</code>}>
          <div className="overflow-hidden rounded-md border border-line bg-raised">
            <KeyValue rows={rows} label={t('Arguments of {tool}', { tool: approval.tool })} mono />
          </div>
        </Disclosure>
      )}
      {failure && <ErrorNote failure={failure} />}
      <p aria-live="polite" className={outcome ? 'text-soft text-sm' : 'sr-only'}>
        {outcome && approval.via ? `${outcome}, ${viaWords(approval.via)}` : outcome}
      </p>
      {!outcome && <ApprovalAnswers approval={approval} busy={busy} onAnswer={answer} />}
    </Card>
  )
}

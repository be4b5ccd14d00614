import type { ApprovalView, Methods, SpokenAnswerView } from '../../src-preload/contract.ts'
import {
  type ActToConfirm,
  readConfirmation,
  type SpokenAnswer,
  tokensOf,
} from '../ingestion/voice/meaning/read-confirmation.ts'
import { RequestError } from '../vocabulary/errors.ts'
import type { Approvals } from './approvals.ts'

type Said = Methods['approvals.say']['input']

/** Takes spoken answers to approvals: the clear ones. */
export const createSpokenAnswers =
  (approvals: Pick<Approvals, 'get' | 'answer'>) =>
  async ({ id, ...heard }: Said): Promise<SpokenAnswerView> => {
    const approval = approvals.get(id)
    if (approval.kind !== 'approval')
      throw new RequestError('bad-answer', 'Only a permission is answered by word of mouth.', {
        fix: 'Choose the answer on the card.',
      })
    const act = actToConfirm(approval)
    const spoken = readConfirmation(heard, act)
    switch (spoken.answer) {
      case 'approve':
        return {
          answer: 'approve',
          words: 'Allowed once.',
          approval: await approvals.answer(id, 'once', undefined, 'voice'),
        }
      case 'reject':
        return {
          answer: 'reject',
          words: 'Rejected.',
          approval: await approvals.answer(id, 'reject', spoken.reason, 'voice'),
        }
      case 'explain':
        return { answer: 'explain', words: explanation(approval, act), approval }
      case 'none':
        return { answer: 'none', words: hint(spoken, act), approval }
    }
  }

/** What a card asks, as one says it. */
export const explainApproval = (approval: ApprovalView): string =>
  explanation(approval, actToConfirm(approval))

const WEIGHTY = ['send', 'spend', 'destroy', 'execute']
const VERBS: Readonly<Record<string, readonly string[]>> = {
  send: ['send', 'submit', 'post'],
  spend: ['pay', 'buy', 'order', 'spend'],
  destroy: ['delete', 'remove', 'erase'],
  execute: ['run', 'execute', 'start'],
}
/** Members that hold what is carried, which may be anyone's words, and not what it is done to. */
const CARRIED = /^(?:body|text|content|data|html|json|message|headers?|reason|subject|value)$/i
const SHORT = 120
/** More would be listened to by nobody. */
const FIELDS_MOST = 6

/** What a spoken answer must name for this act to be done. */
export function actToConfirm(approval: ApprovalView): ActToConfirm {
  const { effectClass, highImpact, title } = approval
  const [called = ''] = tokensOf(title)
  return {
    weighty: highImpact || WEIGHTY.includes(effectClass),
    verbs: [...(VERBS[effectClass] ?? []), called].filter((verb) => verb.length > 2),
    names: [...new Set(targets(approval.arguments).flatMap(tokensOf))].filter((word) => word.length > 1),
  }
}

function targets(value: unknown, name = ''): string[] {
  if (CARRIED.test(name)) return []
  if (typeof value === 'string') return value.length <= SHORT ? [value.replace(/^https?:\/\//, '')] : []
  if (typeof value === 'number') return [String(value)]
  if (Array.isArray(value)) return value.flatMap((each) => targets(each, name))
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, member]) => targets(member, key))
}

function explanation({ title, preview, reason }: ApprovalView, act: ActToConfirm): string {
  const what =
    preview.kind === 'fields'
      ? preview.fields
          .slice(0, FIELDS_MOST)
          .map(({ name, value }) => `${name}: ${value.slice(0, SHORT)}`)
          .join('. ')
      : preview.kind === 'diff'
        ? preview.path
        : preview.text.slice(0, SHORT)
  return `${title}. ${what}. ${reason} ${howToAllow(act)}`
}

function hint({ why }: Extract<SpokenAnswer, { answer: 'none' }>, act: ActToConfirm): string {
  switch (why) {
    case 'unsure':
      return `I am not sure what you said. ${howToAllow(act)}`
    case 'no-answer':
      return `That was no clear answer, so nothing was done. ${howToAllow(act)}`
    case 'act-not-named':
      return `This reaches others or cannot be undone, so a yes is not enough. ${howToAllow(act)}`
    case 'another-act':
      return `That is not what is asked. ${howToAllow(act)}`
  }
}

const howToAllow = ({ weighty, verbs, names }: ActToConfirm): string => {
  const name = names.find((word) => word.length > 2) ?? names[0]
  const words = weighty ? `${verbs[0] ?? 'do'} it${name ? ` to ${name}` : ''}` : 'approve'
  return `Say “${words}” or “reject”.`
}

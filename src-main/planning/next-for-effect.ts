import type { Action } from '../state/actions.ts'
import type { EffectState, InquiryState, RunState } from '../state/run-state.ts'
import { assertNever } from '../vocabulary/assert-never.ts'

/** How often a call that may be repeated by itself is made at the most. */
const ATTEMPTS_MOST = 3

/** What an effect needs: to be dispatched, settled, looked up, put before the operator, or nothing but time. */
export function nextForEffect(run: RunState, effect: EffectState): Action[] {
  switch (effect.status) {
    case 'approved':
      return [{ do: 'dispatch', effectId: effect.id, attempt: effect.attempts + 1 }]
    case 'intended':
      // decided at once when it was intended: what is still 'intended' was denied
      return effect.rule === undefined ? [] : [{ do: 'settle', effectId: effect.id, as: 'denied-by-policy' }]
    case 'asking':
      return afterAnswer(effect, latestInquiry(run, effect))
    case 'in-doubt':
      return resolveDoubt(run, effect)
    case 'running':
    case 'succeeded':
    case 'failed':
    case 'denied':
    case 'skipped':
    case 'cancelled':
      return []
    default:
      return assertNever(effect.status, 'status of an effect')
  }
}

function afterAnswer(effect: EffectState, inquiry: InquiryState | undefined): Action[] {
  if (inquiry?.status !== 'answered') return []
  const as = inquiry.kind === 'question' ? 'answered' : 'rejected'
  return [{ do: 'settle', effectId: effect.id, as, ...(inquiry.textRef ? { textRef: inquiry.textRef } : {}) }]
}

/** By the kind the tool declares. Only pure and keyed calls are repeated without a word; nothing else ever is. */
function resolveDoubt(run: RunState, effect: EffectState): Action[] {
  switch (effect.inDoubt) {
    case 'pure':
    case 'keyed':
      // a crash says nothing about the call itself, so only its own failures count
      return effect.attempts < ATTEMPTS_MOST || effect.doubt === 'crash'
        ? [{ do: 'dispatch', effectId: effect.id, attempt: effect.attempts + 1 }]
        : effect.inDoubt === 'pure'
          ? [{ do: 'settle', effectId: effect.id, as: 'given-up' }]
          : askOperator(run, effect)
    case 'reconcilable':
      if (effect.probed === undefined) return [{ do: 'probe', effectId: effect.id }]
      return effect.probed === 'did-not-happen' &&
        (effect.attempts < ATTEMPTS_MOST || effect.doubt === 'crash')
        ? [{ do: 'dispatch', effectId: effect.id, attempt: effect.attempts + 1 }]
        : askOperator(run, effect)
    case 'unsafe':
      return askOperator(run, effect)
    default:
      return assertNever(effect.inDoubt, 'kind of doubt')
  }
}

function askOperator(run: RunState, effect: EffectState): Action[] {
  const inquiryId = `${effect.id}:doubt${effect.attempts}`
  const inquiry = run.inquiries.find(({ id }) => id === inquiryId)
  if (!inquiry) return [{ do: 'ask-in-doubt', effectId: effect.id, inquiryId }]
  if (inquiry.status !== 'answered') return []
  switch (inquiry.answer) {
    case 'again':
      return [{ do: 'dispatch', effectId: effect.id, attempt: effect.attempts + 1 }]
    case 'happened':
      return [{ do: 'settle', effectId: effect.id, as: 'happened' }]
    default:
      return [{ do: 'settle', effectId: effect.id, as: 'skipped' }]
  }
}

const latestInquiry = (run: RunState, effect: EffectState): InquiryState | undefined =>
  run.inquiries.findLast(({ effectId }) => effectId === effect.id)

import type { Act } from '../vocabulary/effect.ts'
import { NO_LABELS } from '../vocabulary/labels.ts'
import type { Fact } from './facts.ts'
import type { EffectState, InquiryState, RunState } from './run-state.ts'

type EffectFact = Extract<
  Fact,
  {
    type:
      | 'effect.intended'
      | 'effect.refused'
      | 'effect.decided'
      | 'effect.dispatched'
      | 'effect.doubted'
      | 'effect.probed'
      | 'effect.settled'
      | 'inquiry.opened'
      | 'inquiry.answered'
      | 'inquiry.withdrawn'
  }
>

/** What happens to an effect and to the questions about it. */
export function evolveEffect(run: RunState, fact: EffectFact): RunState {
  switch (fact.type) {
    case 'effect.intended': {
      const { type: _, runId: __, seq: ___, at, effectId, ...intent } = fact
      return withEffect(run, {
        ...intent,
        id: effectId,
        status: 'intended',
        attempts: 0,
        evidence: [],
        requestedAt: at,
      })
    }
    case 'effect.refused':
      return withRefusal(run, fact)
    case 'effect.decided':
      return change(run, fact.effectId, {
        rule: fact.rule,
        status: fact.decision === 'allow' ? 'approved' : fact.decision === 'ask' ? 'asking' : 'intended',
      })
    case 'effect.dispatched':
      return change(run, fact.effectId, {
        status: 'running',
        attempts: fact.attempt,
        dispatchedAt: fact.at,
        probed: undefined,
      })
    case 'effect.doubted':
      return change(run, fact.effectId, { status: 'in-doubt', doubt: fact.cause })
    case 'effect.probed':
      return change(run, fact.effectId, { probed: fact.verdict })
    case 'effect.settled':
      return change(run, fact.effectId, {
        status: fact.status,
        resultRef: fact.resultRef,
        evidence: fact.evidence,
        settledAt: fact.at,
        ...(fact.acts === undefined ? {} : { acts: didOf(run, fact.effectId, fact.acts) }),
        ...(fact.code === undefined ? {} : { code: fact.code }),
      })
    case 'inquiry.opened':
      return {
        ...run,
        inquiries: [
          ...run.inquiries,
          {
            id: fact.inquiryId,
            kind: fact.kind,
            effectId: fact.effectId,
            detailRef: fact.detailRef,
            status: 'pending',
            openedAt: fact.at,
          },
        ],
      }
    case 'inquiry.answered': {
      const { answer, textRef, via } = fact
      const answered = changeInquiry(run, fact.inquiryId, {
        status: 'answered',
        answer,
        ...(textRef === undefined ? {} : { textRef }),
        ...(via === undefined ? {} : { via }),
      })
      const effectId = run.inquiries.find(({ id }) => id === fact.inquiryId)?.effectId
      return (answer === 'once' || answer === 'run') && effectId !== undefined
        ? change(answered, effectId, { status: 'approved' })
        : answered
    }
    case 'inquiry.withdrawn':
      return changeInquiry(run, fact.inquiryId, { status: 'withdrawn' })
  }
}

/** A refused call is an effect that never was; its result is in the thread so that the model can read why. */
function withRefusal(run: RunState, fact: Extract<EffectFact, { type: 'effect.refused' }>): RunState {
  const refused: EffectState = {
    id: fact.effectId,
    taskId: fact.taskId,
    toolCallId: fact.toolCallId,
    tool: fact.tool,
    argumentsRef: fact.argumentsRef,
    labels: NO_LABELS,
    effectClass: 'read',
    inDoubt: 'pure',
    acts: [],
    status: 'failed',
    attempts: 0,
    resultRef: fact.resultRef,
    evidence: [],
    code: fact.code,
    requestedAt: fact.at,
    settledAt: fact.at,
  }
  return {
    ...withEffect(run, refused),
    tasks: run.tasks.map((task) =>
      task.id === fact.taskId
        ? { ...task, thread: [...task.thread, { kind: 'result', seq: fact.seq, effectId: fact.effectId }] }
        : task,
    ),
  }
}

const withEffect = (run: RunState, effect: EffectState): RunState => ({
  ...run,
  effects: [...run.effects, effect],
})

/** A call may have done less than it was meant to, never anything else. */
const didOf = (run: RunState, effectId: string, did: readonly Act[]): readonly Act[] =>
  run.effects.find(({ id }) => id === effectId)?.acts.filter((act) => did.includes(act)) ?? []

const change = (run: RunState, effectId: string, changes: Partial<EffectState>): RunState => ({
  ...run,
  effects: run.effects.map((effect) => (effect.id === effectId ? { ...effect, ...changes } : effect)),
})

const changeInquiry = (run: RunState, inquiryId: string, changes: Partial<InquiryState>): RunState => ({
  ...run,
  inquiries: run.inquiries.map((inquiry) =>
    inquiry.id === inquiryId ? { ...inquiry, ...changes } : inquiry,
  ),
})

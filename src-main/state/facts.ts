import type { Act, EffectClass, InDoubtKind } from '../vocabulary/effect.ts'
import type { Labels } from '../vocabulary/labels.ts'
import type { Channel, Principal } from '../vocabulary/principal.ts'

/** Salted hash of a content: what facts hold instead of anything personal or large. */
export type ContentRef = string

/** An act the operator asked for; `clauseId` says in which clause. */
export interface Demand {
  readonly clauseId: string
  readonly act: Act
}

/** What of the operator's words an effect rests on. `sinks` is a hash of its canonical sink values. */
export interface Instruction {
  readonly clauseId: string
  readonly act: Act
  readonly sinks: string
}

export type DoubtCause = 'crash' | 'timeout' | 'abort' | 'connection'
export type SettledStatus = 'succeeded' | 'failed' | 'denied' | 'skipped' | 'cancelled'
export type InquiryKind = 'approval' | 'question' | 'in-doubt'
/** The places where the operator can answer. */
export type AnsweredVia = 'window' | 'desktop' | 'voice' | 'api' | 'terminal'
export type InquiryAnswer = 'once' | 'run' | 'reject' | 'happened' | 'again' | 'skip' | 'text'
export type NoticeKind = 'missing-evidence' | 'task-failed' | 'bad-plan'
export type EndStatus = 'succeeded' | 'failed' | 'cancelled'

/** A task of a plan as the journal knows it: its title and instruction are in the response's content. */
export interface PlannedTask {
  readonly id: string
  readonly dependsOn: readonly string[]
  readonly tools: readonly string[]
}

/**
 * What happened in a run. Versioned by shape: a member is never reinterpreted and never loses a field; what must change
 * becomes a new type. Contents (goals, words, arguments, results) stand apart, under `ContentRef`.
 */
export type FactBody =
  | {
      readonly type: 'run.created'
      readonly conversationId: string
      readonly principal: Principal
      readonly channel: Channel
      /** Content: the Trigger. */
      readonly triggerRef: ContentRef
      readonly goalRef: ContentRef
      /** Labels of all that is in context from the start: the trigger and the conversation before it. */
      readonly labels: Labels
      readonly demands: readonly Demand[]
      readonly timeZone: string
    }
  /** Another process took the run over: what was under way in the one before has no known outcome. */
  | { readonly type: 'run.recovered' }
  | {
      readonly type: 'model.requested'
      readonly callId: string
      readonly taskId: string
      readonly attempt: number
      readonly model: string
    }
  | {
      readonly type: 'model.responded'
      readonly callId: string
      readonly taskId: string
      /** Content: { text, calls: [{ id, tool, arguments }], plan? }. */
      readonly responseRef: ContentRef
      readonly hasText: boolean
      readonly calls: readonly { readonly id: string; readonly tool: string }[]
      readonly plan?: readonly PlannedTask[]
      readonly usage: { readonly inputTokens: number; readonly outputTokens: number }
      /** Of what the request held besides the run's own thread: rules, recalled memory, earlier goals. */
      readonly labels?: Labels
      /** Content: what the request held, and why. */
      readonly contextRef?: ContentRef
    }
  | {
      readonly type: 'model.failed'
      readonly callId: string
      readonly taskId: string
      readonly code: string
      /** Content: { message, fix? }. */
      readonly errorRef: ContentRef
      /** When to ask again; without it the task fails. */
      readonly retryAt?: string
      /** Content: what the request held, and why. */
      readonly contextRef?: ContentRef
    }
  | { readonly type: 'timer.fired'; readonly taskId: string }
  | {
      readonly type: 'effect.intended'
      readonly effectId: string
      readonly taskId: string
      readonly toolCallId: string
      readonly tool: string
      /** Content: the canonical bytes that will run. */
      readonly argumentsRef: ContentRef
      readonly labels: Labels
      readonly effectClass: EffectClass
      readonly inDoubt: InDoubtKind
      readonly acts: readonly Act[]
      readonly instruction?: Instruction
    }
  /** A call that cannot be made at all: unknown tool, arguments that do not fit. */
  | {
      readonly type: 'effect.refused'
      readonly effectId: string
      readonly taskId: string
      readonly toolCallId: string
      readonly tool: string
      readonly argumentsRef: ContentRef
      readonly resultRef: ContentRef
      readonly code: string
    }
  | {
      readonly type: 'effect.decided'
      readonly effectId: string
      readonly decision: 'allow' | 'ask' | 'deny'
      /** Stable word for the rule that decided. */
      readonly rule: string
    }
  | { readonly type: 'effect.dispatched'; readonly effectId: string; readonly attempt: number }
  | {
      readonly type: 'effect.settled'
      readonly effectId: string
      readonly status: SettledStatus
      /** Content: { text, data?, evidence?, links? }. */
      readonly resultRef: ContentRef
      readonly labels: Labels
      readonly evidence: readonly string[]
      /** Those of the intended acts that this call really performed; without it, all of them. */
      readonly acts?: readonly Act[]
      readonly code?: string
    }
  | { readonly type: 'effect.doubted'; readonly effectId: string; readonly cause: DoubtCause }
  | {
      readonly type: 'effect.probed'
      readonly effectId: string
      readonly verdict: 'did-not-happen' | 'unknown'
    }
  | {
      readonly type: 'inquiry.opened'
      readonly inquiryId: string
      readonly kind: InquiryKind
      readonly effectId: string
      /** Content: what the card shows. */
      readonly detailRef: ContentRef
    }
  | {
      readonly type: 'inquiry.answered'
      readonly inquiryId: string
      readonly answer: InquiryAnswer
      /** Content: { text }: the reason of a rejection, the answer to a question. */
      readonly textRef?: ContentRef
      /** Where the operator answered; absent in journals of before it was written down. */
      readonly via?: AnsweredVia
    }
  | { readonly type: 'inquiry.withdrawn'; readonly inquiryId: string }
  | {
      readonly type: 'notice.given'
      readonly taskId: string
      readonly notice: NoticeKind
      /** Content: { text }. */
      readonly textRef: ContentRef
    }
  | {
      readonly type: 'steering.received'
      /** Content: the Trigger. */
      readonly triggerRef: ContentRef
      readonly interrupt: boolean
      readonly demands: readonly Demand[]
      /** Of what came with the words and is not the operator's. */
      readonly labels?: Labels
    }
  | {
      readonly type: 'task.ended'
      readonly taskId: string
      readonly status: EndStatus
      /** Content of the response that answers, or of the error. */
      readonly answerRef?: ContentRef
      readonly code?: string
    }
  | { readonly type: 'cancel.requested' }
  | {
      readonly type: 'run.ended'
      readonly status: EndStatus
      readonly answerRef?: ContentRef
      /** Content: { text, remedy? }. */
      readonly reasonRef?: ContentRef
      readonly code?: string
    }

export type FactType = FactBody['type']

/** A fact in its place: `seq` from 1, `at` ISO 8601. */
export type Fact = FactBody & { readonly runId: string; readonly seq: number; readonly at: string }

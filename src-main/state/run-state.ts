import type { Act, EffectClass, InDoubtKind } from '../vocabulary/effect.ts'
import type { Labels } from '../vocabulary/labels.ts'
import type { Channel, Principal } from '../vocabulary/principal.ts'
import type {
  AnsweredVia,
  ContentRef,
  Demand,
  DoubtCause,
  EndStatus,
  InquiryAnswer,
  InquiryKind,
  Instruction,
  NoticeKind,
  SettledStatus,
} from './facts.ts'

/** The task that a run without a plan consists of, and that plans and reviews in a run with one. */
export const ROOT = 'root'

/** What stands in a task's model thread, by reference; `seq` is the fact that put it there. */
export type ThreadEntry =
  | {
      readonly kind: 'response'
      readonly seq: number
      readonly ref: ContentRef
      readonly calls: readonly { readonly id: string; readonly tool: string }[]
      readonly hasText: boolean
      readonly hasPlan: boolean
      /** The fact that asked for it: what came into the thread after that, it does not know. */
      readonly requestedSeq: number
    }
  | { readonly kind: 'result'; readonly seq: number; readonly effectId: string }
  | { readonly kind: 'steering'; readonly seq: number; readonly ref: ContentRef }
  | { readonly kind: 'notice'; readonly seq: number; readonly ref: ContentRef; readonly notice: NoticeKind }

export interface ModelCallState {
  readonly callId: string
  readonly attempt: number
  readonly requestedSeq: number
  /** 'lost': its process died, 'failed': waits for `retryAt` or ends the task. */
  readonly status: 'requested' | 'failed' | 'lost' | 'due'
  readonly code?: string
  readonly errorRef?: ContentRef
  readonly retryAt?: string
}

export interface TaskState {
  readonly id: string
  readonly dependsOn: readonly string[]
  readonly tools: readonly string[]
  /** Content of the response whose plan holds its title and instruction; undefined for the root. */
  readonly planRef?: ContentRef
  readonly status: 'open' | EndStatus
  readonly thread: readonly ThreadEntry[]
  /** Labels of the results in its thread. */
  readonly labels: Labels
  readonly modelCall?: ModelCallState
  readonly modelCalls: number
  readonly endedSeq?: number
  readonly answerRef?: ContentRef
  readonly code?: string
  /** A failed task that a later plan took account of. */
  readonly superseded: boolean
}

export interface EffectState {
  readonly id: string
  readonly taskId: string
  readonly toolCallId: string
  readonly tool: string
  readonly argumentsRef: ContentRef
  readonly labels: Labels
  readonly effectClass: EffectClass
  readonly inDoubt: InDoubtKind
  readonly acts: readonly Act[]
  readonly instruction?: Instruction
  readonly status: 'intended' | 'asking' | 'approved' | 'running' | 'in-doubt' | SettledStatus
  readonly rule?: string
  /** Times it was dispatched. */
  readonly attempts: number
  readonly doubt?: DoubtCause
  readonly probed?: 'did-not-happen' | 'unknown' | undefined
  readonly resultRef?: ContentRef
  readonly evidence: readonly string[]
  readonly code?: string
  readonly requestedAt: string
  readonly dispatchedAt?: string
  readonly settledAt?: string
}

export interface InquiryState {
  readonly id: string
  readonly kind: InquiryKind
  readonly effectId: string
  readonly detailRef: ContentRef
  readonly status: 'pending' | 'answered' | 'withdrawn'
  readonly answer?: InquiryAnswer
  readonly textRef?: ContentRef
  readonly via?: AnsweredVia
  readonly openedAt: string
}

/** A run as its journal tells it. Everything that `decide` may look at. */
export interface RunState {
  readonly id: string
  readonly seq: number
  readonly created: boolean
  readonly conversationId: string
  readonly principal: Principal
  readonly channel: Channel
  readonly triggerRef: ContentRef
  readonly goalRef: ContentRef
  readonly labels: Labels
  readonly timeZone: string
  readonly demands: readonly Demand[]
  /** The root first, then the plan's in order. */
  readonly tasks: readonly TaskState[]
  readonly effects: readonly EffectState[]
  readonly inquiries: readonly InquiryState[]
  readonly steering: readonly ContentRef[]
  readonly cancelRequested: boolean
  readonly ended?: {
    readonly status: EndStatus
    readonly answerRef?: ContentRef
    readonly reasonRef?: ContentRef
  }
  /** A fact that this version does not know: nothing more is done until one does that knows it. */
  readonly parked?: string
  readonly model: string
  readonly usage: { readonly inputTokens: number; readonly outputTokens: number }
  readonly createdAt: string
  readonly updatedAt: string
}

const SETTLED: readonly string[] = ['succeeded', 'failed', 'denied', 'skipped', 'cancelled']

export const isSettled = (effect: EffectState): boolean => SETTLED.includes(effect.status)

export const taskOf = (run: RunState, taskId: string): TaskState | undefined =>
  run.tasks.find((task) => task.id === taskId)

export const effectOf = (run: RunState, effectId: string): EffectState | undefined =>
  run.effects.find((effect) => effect.id === effectId)

export const effectsOfTask = (run: RunState, taskId: string): EffectState[] =>
  run.effects.filter((effect) => effect.taskId === taskId)

export const inquiryOf = (run: RunState, inquiryId: string): InquiryState | undefined =>
  run.inquiries.find((inquiry) => inquiry.id === inquiryId)

export const lastResponse = (task: TaskState): Extract<ThreadEntry, { kind: 'response' }> | undefined =>
  task.thread.findLast((entry) => entry.kind === 'response')

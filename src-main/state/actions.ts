import type { ContentRef, EndStatus, NoticeKind } from './facts.ts'

/** What is to be done next in a run. Ids derive from the run's state, so the same state asks for the same things. */
export type Action =
  | {
      readonly do: 'request-model'
      readonly taskId: string
      readonly callId: string
      readonly attempt: number
    }
  | { readonly do: 'wait-until'; readonly taskId: string; readonly at: string }
  | {
      readonly do: 'prepare-call'
      readonly taskId: string
      readonly effectId: string
      readonly toolCallId: string
      readonly tool: string
      /** The response that holds its arguments. */
      readonly responseRef: ContentRef
    }
  | { readonly do: 'dispatch'; readonly effectId: string; readonly attempt: number }
  | { readonly do: 'probe'; readonly effectId: string }
  | { readonly do: 'ask-in-doubt'; readonly effectId: string; readonly inquiryId: string }
  /** Ends an effect without a (further) call: the operator said no, said what happened, answered, or cancelled. */
  | {
      readonly do: 'settle'
      readonly effectId: string
      readonly as:
        | 'denied-by-policy'
        | 'rejected'
        | 'answered'
        | 'happened'
        | 'skipped'
        | 'cancelled'
        | 'given-up'
      readonly textRef?: ContentRef
    }
  | { readonly do: 'withdraw'; readonly inquiryId: string }
  | {
      readonly do: 'notify'
      readonly taskId: string
      readonly notice: NoticeKind
      readonly about: readonly string[]
    }
  | {
      readonly do: 'end-task'
      readonly taskId: string
      readonly status: EndStatus
      readonly answerRef?: ContentRef
      readonly code?: string
    }
  | {
      readonly do: 'end-run'
      readonly status: EndStatus
      readonly answerRef?: ContentRef
      readonly code?: string
      /** For 'no-evidence': the acts without an effect. */
      readonly missing?: readonly string[]
    }

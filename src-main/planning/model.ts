import type { Evidence } from '../vocabulary/effect.ts'
import type { Intent } from '../vocabulary/entity.ts'
import { AdjutantError } from '../vocabulary/errors.ts'
import type { JsonObject, JsonValue } from '../vocabulary/json.ts'
import type { Labels } from '../vocabulary/labels.ts'

/** A tool as a model sees it. */
export interface ToolDescriptor {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly effect: string
  /** JSON Schema of the arguments. */
  readonly schema: JsonObject
}

/** A tool's result as a model reads it. */
export interface ResultForModel {
  readonly callId: string
  readonly tool: string
  readonly arguments: JsonValue
  readonly ok: boolean
  readonly text: string
  readonly data?: JsonValue
  readonly labels: Labels
  readonly evidence: readonly Evidence[]
}

export type ThreadItem =
  | {
      readonly type: 'response'
      readonly text: string
      readonly calls: readonly { id: string; tool: string; arguments: JsonValue }[]
    }
  | ({ readonly type: 'result' } & ResultForModel)
  /** The operator's words to a running goal. */
  | { readonly type: 'steering'; readonly text: string; readonly intent: Intent }
  /** The loop's own word to the model: a claim without evidence, a task that failed and may be replanned. */
  | {
      readonly type: 'notice'
      readonly notice: 'missing-evidence' | 'task-failed' | 'bad-plan'
      readonly text: string
    }

/** An earlier goal of the same conversation and what came of it. */
export interface Turn {
  readonly at: string
  readonly goal: string
  readonly intent: Intent
  readonly answer: string
  readonly status: string
  /** Effects in order, results cut to a reasonable length; `data` whole. */
  readonly results: readonly ResultForModel[]
}

/** What a finished task leaves for those that depend on it. */
export interface TaskInput {
  readonly taskId: string
  readonly title: string
  readonly answer: string
  readonly results: readonly ResultForModel[]
}

/** All a provider may know for one answer. Providers render it their own way. */
export interface ModelRequest {
  readonly call: {
    readonly runId: string
    readonly taskId: string
    readonly callId: string
    readonly attempt: number
  }
  /** ISO 8601 with offset, from the journal; time zone IANA. */
  readonly now: string
  readonly timeZone: string
  readonly home: string
  /** The operator's words for the run (or the kept words of a schedule that fired), and what they yield. */
  readonly goal: string
  readonly intent: Intent
  /** Undefined for the root thread. */
  readonly task?: { readonly id: string; readonly title: string; readonly instruction: string }
  /** Whether a plan may be given: the root thread only. */
  readonly canPlan: boolean
  /** The plan as it stands, for the root thread when it is asked again. */
  readonly plan: readonly {
    readonly id: string
    readonly title: string
    readonly instruction: string
    readonly dependsOn: readonly string[]
    readonly status: string
    readonly outcome?: string
  }[]
  readonly history: readonly Turn[]
  readonly inputs: readonly TaskInput[]
  readonly memory: readonly { id: string; text: string; at: string; labels: Labels }[]
  readonly thread: readonly ThreadItem[]
  readonly tools: readonly ToolDescriptor[]
}

export interface ProposedTask {
  readonly id: string
  readonly title: string
  /** What the task's own thread is told; the operator's own words where possible. */
  readonly instruction: string
  readonly dependsOn: readonly string[]
  /** Names of tools it expects to use. */
  readonly tools: readonly string[]
}

export type ModelEvent =
  | { readonly type: 'text'; readonly delta: string }
  /** `arguments` as the model wrote them: JSON text, perhaps malformed. */
  | { readonly type: 'call'; readonly id: string; readonly tool: string; readonly arguments: string }
  /** On the root thread: the tasks still to do. When a plan exists, replaces its tasks that have not started. */
  | { readonly type: 'plan'; readonly tasks: readonly ProposedTask[] }
  | { readonly type: 'usage'; readonly inputTokens: number; readonly outputTokens: number }

/**
 * A reasoning provider. A response with neither call nor plan ends its thread: its text is the answer.
 * A response with a plan ends the root thread's first turn; the loop asks the root again when all tasks have ended.
 * Throws ModelError; never anything else on purpose.
 */
export interface Model {
  /** Provider and model, e.g. 'offline' or 'openai/gpt-5-mini'. */
  readonly id: string
  respond(request: ModelRequest, signal: AbortSignal): AsyncIterable<ModelEvent>
}

/** `retryAfterMs` is what the endpoint asked for, if it did. */
export class ModelError extends AdjutantError {
  readonly retryable: boolean
  readonly retryAfterMs: number | undefined
  constructor(
    code: string,
    message: string,
    options: { retryable: boolean; retryAfterMs?: number; fix?: string; cause?: unknown },
  ) {
    super(code, message, options)
    this.retryable = options.retryable
    this.retryAfterMs = options.retryAfterMs
  }
}

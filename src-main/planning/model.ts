import type { Evidence } from '../vocabulary/effect.ts'
import type { Intent } from '../vocabulary/entity.ts'
import { AdjutantError } from '../vocabulary/errors.ts'
import type { JsonObject, JsonValue } from '../vocabulary/json.ts'
import type { Labels } from '../vocabulary/labels.ts'
import type { FittedRequest } from './context/fitted-request.ts'

/** A tool as a model sees it. */
export interface ToolDescriptor {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly effect: string
  /** JSON Schema of the arguments. */
  readonly schema: JsonObject
  /** The connected server whose words title, description and schema are: untrusted. */
  readonly server?: string
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
  /** Id of the effect it is of: the handle by which it can be read again. */
  readonly effectId?: string
  /** Content of the journal that holds it. */
  readonly contentRef?: string
}

/** `contentRef` is the content of the journal that an item stands in. */
export type ThreadItem =
  | {
      readonly type: 'response'
      readonly text: string
      readonly calls: readonly { id: string; tool: string; arguments: JsonValue }[]
      readonly contentRef?: string
    }
  | ({ readonly type: 'result' } & ResultForModel)
  /** The operator's words to a running goal. */
  | {
      readonly type: 'steering'
      readonly text: string
      readonly intent: Intent
      readonly contentRef?: string
    }
  /** The loop's own word to the model: a claim without evidence, a task that failed and may be replanned. */
  | {
      readonly type: 'notice'
      readonly notice: 'missing-evidence' | 'task-failed' | 'bad-plan'
      readonly text: string
      readonly contentRef?: string
    }

/** An earlier goal of the same conversation and what came of it. */
export interface Turn {
  readonly at: string
  readonly goal: string
  readonly intent: Intent
  readonly answer: string
  readonly status: string
  /** Effects in order. Turns of long ago come without. */
  readonly results: readonly ResultForModel[]
  readonly runId?: string
  /** Of all that the turn holds. */
  readonly labels?: Labels
  /** Of its goal, where that did not come from the operator's own mouth. */
  readonly goalLabels?: Labels
}

/** A standing rule of the operator's: it holds in every goal and is never cut. */
export interface RuleForModel {
  readonly id: string
  readonly text: string
  readonly labels: Labels
}

/** A recalled row. `why` says in words how it was found. */
export interface MemoryForModel {
  readonly id: string
  readonly text: string
  readonly at: string
  readonly labels: Labels
  readonly kind?: string
  readonly source?: { readonly kind: string; readonly ref: string }
  readonly why?: string
}

/** What a finished task leaves for those that depend on it, or the operator has attached. */
export interface TaskInput {
  readonly taskId: string
  readonly title: string
  readonly answer: string
  readonly results: readonly ResultForModel[]
  /** It is no task but a file of this name that the operator attached; `taskId` is its handle. */
  readonly attached?: string
}

/** Stands for a tool where a result is what the operator attached; its arguments are { name, kind }. */
export const ATTACHMENT = 'attachment'

/** A picture that the operator attached. */
export interface ImageForModel {
  readonly name: string
  /** MIME type. */
  readonly type: string
  readonly base64: string
}

/**
 * All a provider may know for one answer. A request is whole: deterministic providers read all of it. A provider with
 * a limit to what it can be shown cuts it itself, by `fitRequest`, and says so through `Model.fit`.
 */
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
  readonly images?: readonly ImageForModel[]
  readonly rules?: readonly RuleForModel[]
  readonly memory: readonly MemoryForModel[]
  /** Why rules or memory could not be read, in words. */
  readonly problems?: { readonly rules?: string; readonly memory?: string }
  /** What stands for the turns that were left out of `history`, and for the steps left out of `thread`. */
  readonly summary?: { readonly turns?: Summary; readonly steps?: Summary }
  readonly thread: readonly ThreadItem[]
  readonly tools: readonly ToolDescriptor[]
}

/** Shortened words: what the operator said, and what came of it, which others may have had a part in. */
export interface Summary {
  readonly said: string
  readonly came: string
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
  /** What of a request `respond` shows it, where that is not all of it. The same for the same request. */
  fit?(request: ModelRequest): FittedRequest
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

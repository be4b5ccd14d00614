import type { z } from 'zod'
import type { Act, EffectClass, Evidence, InDoubtKind, SinkType } from '../vocabulary/effect.ts'
import type { JsonObject, JsonValue } from '../vocabulary/json.ts'
import type { Labels } from '../vocabulary/labels.ts'
import type { Principal } from '../vocabulary/principal.ts'
import type { ToolPorts } from './ports.ts'

/** Time after which a call is aborted, in ms, where its tool says nothing else. */
export const TIMEOUT_MS = 60_000

/** What a person sees before they allow a call. */
export type Preview =
  | { readonly kind: 'diff'; readonly path: string; readonly before: string; readonly after: string }
  | {
      readonly kind: 'fields'
      readonly title: string
      readonly fields: readonly { name: string; value: string }[]
    }
  | { readonly kind: 'text'; readonly text: string }

/** What a call gave. `text` is what the model reads; `data` is the same for programs (the offline planner, the UI). */
export interface ToolResult {
  readonly text: string
  readonly data?: JsonValue
  readonly evidence?: readonly Evidence[]
  /** Those of the tool's acts that this call performed, where it was fewer than all: a form filled in and not sent. */
  readonly acts?: readonly Act[]
  /** Absolute URLs that stood verbatim in the result: what may be followed on the same host. */
  readonly links?: readonly string[]
  /** Labels of the result; joined with those of the call's arguments. Default: the tool's own machinery, trusted. */
  readonly labels?: Labels
}

/** What a handler may know of its call. */
export interface ToolCall {
  readonly runId: string
  readonly conversationId: string
  readonly principal: Principal
  /** Labels of the arguments: what the text that is written or remembered comes from. */
  readonly labels: Labels
  /** Stable over repetitions of the same effect. */
  readonly idempotencyKey: string
  /** Absolute URLs the operator named or a read page linked to, for redirect checks: hosts that may be reached. */
  readonly allowedHosts: readonly string[]
  readonly signal: AbortSignal
}

/** What a tool of a connected server is known by. All that the server says of it is untrusted. */
export interface Foreign {
  readonly server: string
  /** Of name, source and all that the server said of it: what is allowed is allowed for this alone. */
  readonly identity: string
  /** JSON Schema of the arguments, as the model is shown it. */
  readonly schema: JsonObject
  /** It is not as the operator knows it. */
  readonly changed: boolean
  /** Why arguments do not fit the schema; undefined where they do. */
  check(input: unknown): string | undefined
}

/**
 * A tool: one object in one file. The handler is called by run-tool.ts only, with validated arguments whose sinks are
 * canonical, and with exactly the ports it `needs`.
 */
export interface Tool<
  Input extends z.ZodObject = z.ZodObject,
  Need extends keyof ToolPorts = keyof ToolPorts,
> {
  /** `room.verb`, e.g. 'files.write'. */
  readonly name: string
  readonly title: string
  /** One or two sentences for the model: what it does, what it returns. */
  readonly description: string
  readonly effect: EffectClass
  /** Acts of the operator's vocabulary that this call performs; a call is as instructed only where one was asked for. */
  readonly acts: readonly Act[]
  readonly inDoubt: InDoubtKind
  readonly input: Input
  /** Security-relevant arguments and their types. An argument may be an array of such values. */
  readonly sinks: Partial<Record<keyof z.infer<Input> & string, SinkType>>
  /** An act that has no place (remember, remind): inside by nature. */
  readonly placeless?: boolean
  /** Nothing brings back what it takes away: what it is done to must not be chosen by a text of others. */
  readonly irrevocable?: boolean
  /** The tool that takes back what a call did. */
  readonly undoneBy?: string
  /** Arguments whose text outlives the call as somebody's words; the call's labels are theirs. Default: all arguments. */
  readonly keeps?: readonly (keyof z.infer<Input> & string)[]
  readonly needs: readonly Need[]
  /** For a tool of a connected server. */
  readonly foreign?: Foreign
  /** Time after which the call is aborted, in ms. Default: TIMEOUT_MS. */
  readonly timeoutMs?: number
  preview?(
    input: z.infer<Input>,
    ports: Pick<ToolPorts, Need>,
    call: Pick<ToolCall, 'conversationId'>,
  ): Promise<Preview>
  run(input: z.infer<Input>, ports: Pick<ToolPorts, Need>, call: ToolCall): Promise<ToolResult>
  /** For 'reconcilable': did the call with these arguments happen? A result where it did, else 'did-not-happen'. */
  reconcile?(
    input: z.infer<Input>,
    ports: Pick<ToolPorts, Need>,
    call: ToolCall,
  ): Promise<ToolResult | 'did-not-happen' | 'unknown'>
}

/** Fixes the types of a tool's input and ports; the value is the tool itself. */
export const defineTool = <Input extends z.ZodObject, const Need extends keyof ToolPorts>(
  tool: Tool<Input, Need>,
): Tool<Input, Need> => tool

/** A tool whose types are erased, as the registry keeps it. */
// biome-ignore lint/suspicious/noExplicitAny: the registry holds tools of all inputs; run-tool.ts validates before each call
export type AnyTool = Tool<any, any>

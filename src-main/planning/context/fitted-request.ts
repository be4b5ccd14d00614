import type { JsonValue } from '../../vocabulary/json.ts'
import type { Labels } from '../../vocabulary/labels.ts'
import type { ModelRequest } from '../model.ts'

/** Kinds of what a model is shown. */
export type PartKind =
  | 'instructions'
  | 'rule'
  | 'goal'
  | 'plan'
  | 'memory'
  | 'summary'
  | 'turn'
  | 'input'
  | 'thread'
  | 'tools'

/**
 * Where the text of a part stands: in a content of the journal, in an earlier run, in the result of a task, or nowhere
 * yet, so that it is kept beside the manifest. `id` is the memory row it is of: forgetting finds it by that.
 */
export type PartText =
  | { readonly content: string }
  | { readonly run: string }
  | { readonly task: string }
  | { readonly text: string; readonly id?: string; readonly why?: string }

/** One thing that a model was shown, or was not. */
export interface ContextPart {
  readonly kind: PartKind
  readonly title: string
  readonly tokens: number
  readonly why: string
  readonly included: boolean
  readonly at: PartText
  /** Characters of the text that are shown, where it was cut. */
  readonly shown?: number
  /** Of a memory row or rule its id; of a result its handle. */
  readonly ref?: string
  readonly labels?: Labels
}

/** What could not be read, and so is not there. */
export const missing = (kind: PartKind, title: string, why: string): ContextPart => ({
  kind,
  title,
  tokens: 0,
  why,
  included: false,
  at: { text: '' },
})

/** A request as a model is shown it, and the account of what is in it and why. */
export interface FittedRequest {
  readonly request: ModelRequest
  readonly budgetTokens: number
  readonly usedTokens: number
  /** In the order in which they stand. */
  readonly parts: readonly ContextPart[]
  /** Of all rules, memory, earlier goals and summaries that are shown. */
  readonly labels: Labels
}

/** A part as the journal keeps it: its text by reference. */
export interface KeptPart {
  readonly kind: PartKind
  readonly title: string
  readonly tokens: number
  readonly why: string
  readonly included: boolean
  readonly at: { readonly content: string } | { readonly run: string } | { readonly task: string }
  readonly shown?: number
  readonly ref?: string
  readonly trust?: 'trusted' | 'untrusted'
}

/** Content that `contextRef` of a fact refers to. */
export interface ContextContent {
  readonly model: string
  readonly budgetTokens: number
  readonly usedTokens: number
  readonly parts: readonly KeptPart[]
}

/** Content that a text of a part is kept in, where it stands nowhere else. */
export interface PartTextContent {
  readonly text: string
  readonly id?: string
  readonly why?: string
}

export const asJson = (value: ContextContent | PartTextContent): JsonValue => value as unknown as JsonValue

import type { EntityType } from './entity.ts'

/** What a tool does to the world; each class has its own row in the decision table. */
export const EFFECT_CLASSES = ['read', 'write', 'send', 'spend', 'destroy', 'execute'] as const
export type EffectClass = (typeof EFFECT_CLASSES)[number]

/**
 * What may be done about a call that was dispatched and whose outcome is not known:
 * pure: run again; keyed: run again with the same idempotency key; reconcilable: a probe asks whether it happened;
 * unsafe: only the operator can tell.
 */
const IN_DOUBT_KINDS = ['pure', 'keyed', 'reconcilable', 'unsafe'] as const
export type InDoubtKind = (typeof IN_DOUBT_KINDS)[number]

/** Type of a security-relevant argument: a call is as instructed only if the operator named this very value. */
export type SinkType = Extract<EntityType, 'email' | 'url' | 'path' | 'phone' | 'amount' | 'date'>

/**
 * Acts in the operator's vocabulary. A clause of the operator's words asks for acts; a tool declares which it performs.
 * 'look' covers reading without a trace outside (list, read, search, open, summarise).
 */
const ACTS = [
  'look',
  'write',
  'append',
  'make-folder',
  'move',
  'trash',
  'restore',
  'remember',
  'forget',
  'remind',
  'schedule',
  'cancel',
  'screenshot',
  'download',
  'fill',
  'submit',
  'http-get',
  'http-post',
  'ask',
] as const
export type Act = (typeof ACTS)[number]

/** A recorded proof that something was done, or where an answer comes from. Never made from a model's words alone. */
export interface Evidence {
  readonly kind:
    | 'file'
    | 'folder'
    | 'trash'
    | 'memory'
    | 'forgotten'
    | 'reminder'
    | 'schedule'
    | 'cancelled'
    | 'page'
    | 'http'
    | 'browser'
    | 'image'
    | 'answer'
    | 'source'
    | 'model-alone'
    /** A tool of a connected server was called: `what` is its name. */
    | 'tool'
  /** The thing itself: an absolute path, a URL, a row's id. Empty for 'model-alone'. */
  readonly what: string
  /** One line a person can read. */
  readonly summary: string
  readonly sha256?: string
}

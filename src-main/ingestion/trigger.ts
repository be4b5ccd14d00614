import type { Entity, Intent } from '../vocabulary/entity.ts'
import type { Labels } from '../vocabulary/labels.ts'
import type { Channel, Principal } from '../vocabulary/principal.ts'

/** The one form in which anything that starts or steers work enters. */
export interface Trigger {
  readonly id: string
  readonly channel: Channel
  readonly principal: Principal
  readonly conversationId: string
  readonly text: string
  readonly intent: Intent
  /** All entities of `text`, in order; `intent.clauses` share them out. */
  readonly entities: readonly Entity[]
  readonly labels: Labels
  /** ISO 8601 with offset. */
  readonly receivedAt: string
}

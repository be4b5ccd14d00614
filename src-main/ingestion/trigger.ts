import type { Attachment } from '../vocabulary/attachment.ts'
import type { Entity, Intent } from '../vocabulary/entity.ts'
import type { Labels } from '../vocabulary/labels.ts'
import type { Channel, Principal } from '../vocabulary/principal.ts'

/** How sure the words are of a message that was spoken. */
export interface Spoken {
  /** Between 0 and 1. */
  readonly confidence: number
  /** Words of the text that may have been misheard, as they are written in it. */
  readonly doubtful: readonly string[]
}

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
  readonly spoken?: Spoken
  /** What hangs on it. `labels` are those of the words alone. */
  readonly attachments?: readonly Attachment[]
  /** ISO 8601 with offset. */
  readonly receivedAt: string
}

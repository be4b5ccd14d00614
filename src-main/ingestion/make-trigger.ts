import type { Attachment } from '../vocabulary/attachment.ts'
import type { Clock, NewId } from '../vocabulary/clock.ts'
import type { Entity, Intent } from '../vocabulary/entity.ts'
import { isOperators, type Labels } from '../vocabulary/labels.ts'
import type { Channel, Principal } from '../vocabulary/principal.ts'
import { readIntent } from './language/read-intent.ts'
import type { Spoken, Trigger } from './trigger.ts'
import { markDoubtful } from './voice/meaning/mark-doubtful.ts'

export interface TriggerPlace {
  readonly timeZone: string
  readonly home: string
  readonly region: string
}

export interface MakeTriggerDeps {
  readonly clock: Clock
  readonly newId: NewId
  readonly place: () => TriggerPlace
  /** Intents of the operator's earlier words in a conversation, oldest first, for what a follow-up refers to. */
  readonly before: (conversationId: string) => readonly Intent[]
}

export interface Incoming {
  readonly channel: Channel
  readonly principal: Principal
  readonly conversationId: string
  readonly text: string
  readonly labels: Labels
  readonly spoken?: Spoken
  readonly attachments?: readonly Attachment[]
}

/** Turns words into the one form that starts work: typed entities, clauses with the acts they ask for, labels. */
export function makeTrigger(deps: MakeTriggerDeps, incoming: Incoming): Trigger {
  const id = deps.newId('trg')
  const receivedAt = new Date(deps.clock.now()).toISOString()
  // only words of the operator instruct; those of anyone else are text like any other
  const before = isOperators(incoming.labels) ? deps.before(incoming.conversationId) : []
  const intent: Intent = isOperators(incoming.labels)
    ? readIntent(incoming.text, { now: receivedAt, ...deps.place(), before })
    : { clauses: [] }
  const clauses = markDoubtful(intent, incoming.spoken?.doubtful ?? [], before).clauses.map((clause) => ({
    ...clause,
    id: `${id}.${clause.id}`,
  }))
  const entities: Entity[] = clauses.flatMap((clause) => clause.entities)
  return { id, ...incoming, intent: { clauses }, entities, receivedAt }
}

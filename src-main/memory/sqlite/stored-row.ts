import type { MemoryKind, MemoryRow } from '../memory.ts'

/** A row of the table `memory`, without what only the indexes need. */
export interface StoredRow {
  readonly rowid: number
  readonly id: string
  readonly external_id: string | null
  readonly kind: MemoryKind
  readonly text: string
  readonly source: string
  readonly labels: string
  readonly scope: string
  readonly at: string
  readonly created_at: string
  readonly thread: string | null
  readonly position: number | null
  readonly speaker: string | null
  readonly subject: string | null
  readonly attribute: string | null
  readonly status: 'proposed' | 'active' | null
  readonly valid_to: string | null
  readonly superseded_by: string | null
  readonly edited_at: string | null
}

/** The columns of StoredRow, of the table named `m`. */
export const COLUMNS = `m.rowid, m.id, m.external_id, m.kind, m.text, m.source, m.labels, m.scope, m.at, m.created_at,
  m.thread, m.position, m.speaker, m.subject, m.attribute, m.status, m.valid_to, m.superseded_by, m.edited_at`

export const rowOf = (stored: StoredRow): MemoryRow => ({
  id: stored.id,
  kind: stored.kind,
  text: stored.text,
  source: JSON.parse(stored.source),
  labels: JSON.parse(stored.labels),
  scope: stored.scope,
  at: stored.at,
  createdAt: stored.created_at,
  ...(stored.external_id === null ? {} : { externalId: stored.external_id }),
  ...(stored.thread === null ? {} : { thread: stored.thread }),
  ...(stored.position === null ? {} : { position: stored.position }),
  ...(stored.speaker === null ? {} : { speaker: stored.speaker }),
  ...(stored.subject === null
    ? {}
    : { about: { subject: stored.subject, attribute: stored.attribute ?? '' } }),
  ...(stored.status === null ? {} : { status: stored.status }),
  ...(stored.valid_to === null ? {} : { validTo: stored.valid_to }),
  ...(stored.superseded_by === null ? {} : { supersededBy: stored.superseded_by }),
  ...(stored.edited_at === null ? {} : { editedAt: stored.edited_at }),
})

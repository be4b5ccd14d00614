import type { Database } from '../../storage/database.ts'
import type { JsonValue } from '../../vocabulary/json.ts'
import type { ContentRef, Fact } from '../facts.ts'

export interface ConversationRow {
  readonly id: string
  readonly title: string
  readonly createdAt: string
  readonly updatedAt: string
  readonly active: boolean
}

export interface RunRow {
  readonly id: string
  readonly conversationId: string
  readonly status: string
  readonly waiting: string
  readonly principal: string
  readonly channel: string
  readonly goalRef: ContentRef
  readonly createdAt: string
  readonly updatedAt: string
}

export interface InquiryRow {
  readonly id: string
  readonly runId: string
  readonly status: 'pending' | 'answered' | 'withdrawn'
  readonly answer: string | null
  readonly createdAt: string
  readonly answeredAt: string | null
}

const RUN = `id, conversation_id AS conversationId, status, waiting, principal, channel, goal_ref AS goalRef,
  created_at AS createdAt, updated_at AS updatedAt`
const ACTIVE = `status NOT IN ('succeeded', 'failed', 'cancelled')`
const CONVERSATION = `id, title, created_at AS createdAt, updated_at AS updatedAt,
  EXISTS (SELECT 1 FROM runs WHERE conversation_id = conversations.id AND ${ACTIVE}) AS active`

/** Conversations, and what can be asked about runs and questions without folding a journal. */
export interface Conversations {
  open(id: string, title: string, at: string): void
  get(id: string): ConversationRow | undefined
  list(): ConversationRow[]
  rename(id: string, title: string): void
  /** Runs of a deleted conversation are listed no more; their journals remain. */
  delete(id: string): void
  /** Runs of deleted conversations that have ended and whose contents are still there. */
  deletedRuns(): string[]
  run(id: string): RunRow | undefined
  runs(filter: { conversationId?: string; status?: string; limit?: number }): RunRow[]
  /** The run of a conversation that has not ended, if any: the latest. */
  activeRun(conversationId: string): RunRow | undefined
  /** Contents of all triggers that started or steered runs of a conversation, oldest first. */
  triggers(conversationId: string): JsonValue[]
  inquiry(id: string): InquiryRow | undefined
  inquiries(status?: string): InquiryRow[]
}

export function createConversations(db: Database): Conversations {
  const one = <Row>(sql: string, ...values: unknown[]) => db.prepare(sql).get(...values) as Row | undefined
  const many = <Row>(sql: string, ...values: unknown[]) => db.prepare(sql).all(...values) as Row[]
  const conversation = (row: ConversationRow): ConversationRow => ({ ...row, active: Boolean(row.active) })
  const INQUIRY =
    'SELECT id, run_id AS runId, status, answer, created_at AS createdAt, answered_at AS answeredAt FROM inquiries'

  return {
    open: (id, title, at) => {
      db.prepare('INSERT OR IGNORE INTO conversations VALUES (?, ?, ?, ?)').run(id, title, at, at)
    },
    get: (id) => {
      const row = one<ConversationRow>(`SELECT ${CONVERSATION} FROM conversations WHERE id = ?`, id)
      return row && conversation(row)
    },
    list: () =>
      many<ConversationRow>(`SELECT ${CONVERSATION} FROM conversations ORDER BY updated_at DESC`).map(
        conversation,
      ),
    rename: (id, title) => {
      db.prepare('UPDATE conversations SET title = ? WHERE id = ?').run(title, id)
    },
    delete: (id) => {
      db.prepare('DELETE FROM conversations WHERE id = ?').run(id)
    },
    deletedRuns: () =>
      many<{ id: string }>(
        `SELECT id FROM runs WHERE NOT (${ACTIVE})
           AND conversation_id NOT IN (SELECT id FROM conversations)
           AND EXISTS (SELECT 1 FROM contents WHERE run_id = runs.id AND body IS NOT NULL)`,
      ).map(({ id }) => id),
    run: (id) => one<RunRow>(`SELECT ${RUN} FROM runs WHERE id = ?`, id),
    runs: ({ conversationId, status, limit }) =>
      many<RunRow>(
        `SELECT ${RUN} FROM runs WHERE (@conversationId IS NULL OR conversation_id = @conversationId)
           AND (@status IS NULL OR status = @status)
           AND conversation_id IN (SELECT id FROM conversations)
         ORDER BY created_at DESC, rowid DESC LIMIT @limit`,
        { conversationId: conversationId ?? null, status: status ?? null, limit: limit ?? 200 },
      ),
    activeRun: (conversationId) =>
      one<RunRow>(
        `SELECT ${RUN} FROM runs WHERE conversation_id = ? AND ${ACTIVE} ORDER BY created_at DESC LIMIT 1`,
        conversationId,
      ),
    triggers: (conversationId) => {
      const facts = many<{ body: string }>(
        `SELECT facts.body FROM runs JOIN facts ON facts.run_id = runs.id
         WHERE runs.conversation_id = ? AND facts.type IN ('run.created', 'steering.received')
         ORDER BY facts.at, facts.run_id, facts.seq`,
        conversationId,
      ).map(({ body }) => JSON.parse(body) as Extract<Fact, { triggerRef: string }>)
      return facts.flatMap(({ triggerRef }) => {
        const row = one<{ body: string | null }>('SELECT body FROM contents WHERE hash = ?', triggerRef)
        return row?.body == null ? [] : [JSON.parse(row.body) as JsonValue]
      })
    },
    inquiry: (id) => one<InquiryRow>(`${INQUIRY} WHERE id = ?`, id),
    inquiries: (status) =>
      many<InquiryRow>(
        `${INQUIRY} WHERE (@status IS NULL OR status = @status) ORDER BY created_at DESC LIMIT 500`,
        { status: status ?? null },
      ),
  }
}

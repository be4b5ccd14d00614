import { z } from 'zod'
import type { ActivityEntryView, ActivityKind, ActivityView } from '../../../src-preload/contract.ts'
import type { Database } from '../../storage/database.ts'

export interface ActivityQuery {
  readonly kinds?: readonly ActivityKind[] | undefined
  readonly from?: string | undefined
  /** Only what was then or before: where a reading ended. */
  readonly until?: string | undefined
  readonly limit?: number | undefined
}

export interface ActivitySources {
  readonly db: Database
  /** What a run was to do; undefined where that was forgotten. */
  readonly goalOf: (goalRef: string) => string | undefined
  readonly titleOf: (tool: string) => string | undefined
}

const LIMIT = 100

/** As migration 7 has it in the index of facts by time: word for word, or that index is not used. */
const SHOWN = `facts.type IN (
  'run.created', 'run.recovered', 'run.ended', 'steering.received', 'cancel.requested', 'effect.settled',
  'effect.refused', 'effect.doubted', 'inquiry.opened', 'inquiry.answered', 'model.failed'
)`

/** Which facts are of a kind, and which happenings. */
const FACTS: Readonly<Partial<Record<ActivityKind, string>>> = {
  started: `facts.type IN ('run.created', 'run.recovered', 'steering.received')`,
  asked: `facts.type = 'inquiry.opened'`,
  answered: `facts.type = 'inquiry.answered'`,
  acted: `(facts.type = 'effect.settled' AND facts.body ->> 'status' = 'succeeded')`,
  failed: `(facts.type IN ('effect.refused', 'effect.doubted', 'model.failed')
    OR (facts.type = 'effect.settled' AND facts.body ->> 'status' <> 'succeeded'))`,
  finished: `facts.type IN ('run.ended', 'cancel.requested')`,
}
const HAPPENINGS: Readonly<Partial<Record<ActivityKind, string>>> = {
  fired: `kind = 'schedule-fired'`,
  agent: `kind <> 'schedule-fired'`,
}

interface FactRow {
  readonly run_id: string
  readonly seq: number
  readonly type: string
  readonly at: string
  readonly body: string
  readonly goal_ref: string | null
  readonly tool: string | null
}

interface HappeningRow {
  readonly id: number
  readonly at: string
  readonly kind: string
  readonly detail: string
}

const word = z.string().optional()
const bodySchema = z.object({
  status: word,
  code: word,
  cause: word,
  channel: word,
  answer: word,
  via: word,
  kind: word,
  inquiryId: word,
  tool: word,
})
const detailSchema = z.object({
  scheduleId: word,
  kind: word,
  metric: word,
  version: word,
  settings: z.array(z.string()).optional(),
  value: z.number().optional(),
  bytes: z.number().optional(),
  count: z.number().optional(),
})

/** What happened across all runs, and to the agent itself, the latest first. */
export function createActivity({ db, goalOf, titleOf }: ActivitySources) {
  const factsWhere = (conditions: string, limit: string) =>
    db.prepare<unknown[], FactRow>(
      `SELECT facts.run_id, facts.seq, facts.type, facts.at, facts.body, runs.goal_ref, tool_calls.tool
       FROM facts LEFT JOIN runs ON runs.id = facts.run_id
         LEFT JOIN inquiries ON inquiries.id = facts.body ->> 'inquiryId'
         LEFT JOIN tool_calls
           ON tool_calls.effect_id = coalesce(facts.body ->> 'effectId', inquiries.effect_id)
       WHERE ${SHOWN} AND facts.at >= ? AND ${conditions} ORDER BY facts.at DESC, facts.seq DESC ${limit}`,
    )
  const happeningsWhere = (conditions: string, limit: string) =>
    db.prepare<unknown[], HappeningRow>(
      `SELECT id, at, kind, detail FROM happenings WHERE at >= ? AND ${conditions} ORDER BY at DESC, id DESC ${limit}`,
    )

  const entryOfFact = (row: FactRow): ActivityEntryView => {
    const { cause, kind: asked, tool: named, ...said } = bodySchema.parse(JSON.parse(row.body))
    const tool = row.tool ?? named
    const goal = row.goal_ref === null ? undefined : goalOf(row.goal_ref)
    return present({
      ...said,
      id: `${row.run_id} ${row.seq}`,
      at: row.at,
      kind: kindOf(row.type, said.status),
      what: row.type,
      runId: row.run_id,
      code: said.code ?? cause,
      goal,
      tool: tool === undefined || tool === null ? undefined : (titleOf(tool) ?? tool),
      asked,
    })
  }

  const read = ({ kinds, from = '', until = '9999', limit = LIMIT }: ActivityQuery, exactly?: string) => {
    const chosen = (of: Readonly<Partial<Record<ActivityKind, string>>>) =>
      (Object.keys(of) as ActivityKind[]).flatMap((kind) => ((kinds?.includes(kind) ?? true) ? of[kind] : []))
    const time = exactly === undefined ? 'at <= ?' : 'at = ?'
    const some = exactly === undefined ? 'LIMIT ?' : ''
    const values = exactly === undefined ? [from, until, limit + 1] : [from, exactly]
    const facts = chosen(FACTS)
    const happenings = chosen(HAPPENINGS)
    return [
      ...(facts.length === 0
        ? []
        : factsWhere(`facts.${time} AND (${facts.join(' OR ')})`, some)
            .all(...values)
            .map(entryOfFact)),
      ...(happenings.length === 0
        ? []
        : happeningsWhere(`${time} AND (${happenings.join(' OR ')})`, some)
            .all(...values)
            .map(entryOfHappening)),
    ].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
  }

  return (query: ActivityQuery): ActivityView => {
    const limit = query.limit ?? LIMIT
    const found = read(query)
    if (found.length <= limit) return { entries: found, more: false }
    // what happened in one moment stays together, so that the next reading can begin before it
    const last = found[limit - 1]?.at as string
    const entries = [...found.filter(({ at }) => at > last), ...read(query, last)]
    return {
      entries,
      more: found.some(({ at }) => at < last) || read({ ...query, until: before(last), limit: 1 }).length > 0,
    }
  }
}

/** The millisecond before. */
const before = (at: string): string => new Date(Date.parse(at) - 1).toISOString()

function kindOf(type: string, status: string | undefined): ActivityKind {
  switch (type) {
    case 'run.created':
    case 'run.recovered':
    case 'steering.received':
      return 'started'
    case 'inquiry.opened':
      return 'asked'
    case 'inquiry.answered':
      return 'answered'
    case 'effect.settled':
      return status === 'succeeded' ? 'acted' : 'failed'
    case 'run.ended':
    case 'cancel.requested':
      return 'finished'
    default:
      return 'failed'
  }
}

function entryOfHappening({ id, at, kind, detail }: HappeningRow): ActivityEntryView {
  const { kind: fires, ...said } = detailSchema.parse(JSON.parse(detail))
  const of = kind === 'schedule-fired' ? 'fired' : 'agent'
  return present({ ...said, id: `happening ${id}`, at, kind: of, what: kind, asked: fires })
}

const present = (entry: Readonly<Record<string, unknown>>): ActivityEntryView =>
  Object.fromEntries(
    Object.entries(entry).filter(([, value]) => value !== undefined),
  ) as unknown as ActivityEntryView

import type { Database } from '../../storage/database.ts'
import type { Principal } from '../../vocabulary/principal.ts'
import type { ListOptions, MemoryDetail, MemoryFacets, MemoryRow } from '../memory.ts'
import { COLUMNS, rowOf, type StoredRow } from './stored-row.ts'

/** Rows that a principal sees. The plus keeps the scope's index out of it: a page is read in the order of rows. */
const VISIBLE = `FROM memory m WHERE m.forgetting_at IS NULL
  AND +m.scope IN (SELECT scope FROM principal_scopes WHERE principal = @principal)`

const PEOPLE_MOST = 200

export interface RowReader {
  get(principal: Principal, id: string): StoredRow | undefined
  /** Whether there was such a row for the principal that is gone or going. */
  wasThere(principal: Principal, id: string): boolean
  list(principal: Principal, options: ListOptions): MemoryRow[]
  page(principal: Principal, options: { after?: string; limit: number }): MemoryRow[]
  detail(principal: Principal, id: string): MemoryDetail | undefined
  facets(principal: Principal): MemoryFacets
  ownNames(principal: Principal): string[]
  rules(principal: Principal): MemoryRow[]
  keysThere(keys: readonly string[]): string[]
}

export function createRowReader(db: Database): RowReader {
  const rows = (sql: string) => {
    const statement = db.prepare<unknown[], StoredRow>(sql)
    return (values: Record<string, unknown>) => statement.all(values).map(rowOf)
  }
  const one = db.prepare<unknown[], StoredRow>(`SELECT ${COLUMNS} ${VISIBLE} AND m.id = @id`)
  const gone = db.prepare(`SELECT 1 FROM memory m JOIN principal_scopes p ON p.scope = m.scope
    AND p.principal = @principal WHERE m.id = @id AND m.forgetting_at IS NOT NULL`)
  const page = rows(
    `SELECT ${COLUMNS} ${VISIBLE} AND m.rowid > coalesce((SELECT rowid FROM memory WHERE id = @after), 0)
     ORDER BY m.rowid LIMIT @limit`,
  )
  const rules = rows(`SELECT ${COLUMNS} ${VISIBLE} AND m.status = 'active' ORDER BY m.rowid`)
  const supersedes = rows(`SELECT ${COLUMNS} ${VISIBLE} AND m.superseded_by = @id ORDER BY m.at_ms DESC`)
  const contradicts = rows(
    `SELECT ${COLUMNS} ${VISIBLE} AND m.scope = @scope AND m.subject = @subject AND m.attribute = @attribute
     AND m.kind = 'fact' AND m.valid_to IS NULL AND m.id <> @id AND lower(m.text) <> lower(@text) ORDER BY m.at_ms DESC`,
  )
  const grounds = rows(
    `SELECT ${COLUMNS} ${VISIBLE} AND m.rowid IN (SELECT rests_on FROM memory_support WHERE row = @rowid)`,
  )
  const resting = rows(
    `SELECT ${COLUMNS} ${VISIBLE} AND m.rowid IN (SELECT row FROM memory_support WHERE rests_on = @rowid)`,
  )
  const keysThere = db.prepare('SELECT key FROM memory WHERE key IN (SELECT value FROM json_each(?))').pluck()
  const versions = db.prepare<unknown[], { text: string; since: string; until: string }>(
    'SELECT text, since, until FROM memory_versions WHERE row = ? ORDER BY rowid DESC',
  )
  const counted = <Name extends string>(column: string) => {
    const statement = db.prepare<unknown[], { name: Name; count: number }>(
      `SELECT ${column} AS name, count(*) AS count ${VISIBLE} GROUP BY 1 ORDER BY 2 DESC, 1`,
    )
    return (principal: Principal) => statement.all({ principal })
  }
  const kinds = counted<MemoryRow['kind']>('m.kind')
  const sources = counted<MemoryRow['source']['kind']>('m.source_kind')
  const scopes = counted('m.scope')
  const people = db.prepare<unknown[], { name: string; count: number }>(
    `SELECT max(e.text) AS name, count(*) AS count FROM memory_entities e JOIN memory m ON m.rowid = e.row
     WHERE e.type = 'person' AND m.forgetting_at IS NULL
       AND m.scope IN (SELECT scope FROM principal_scopes WHERE principal = @principal)
     GROUP BY e.value ORDER BY 2 DESC, 1 LIMIT ${PEOPLE_MOST}`,
  )

  const ownNames = db
    .prepare(
      `SELECT max(e.text) FROM memory_entities e JOIN memory m ON m.rowid = e.row
       WHERE e.type = 'person' AND m.trusted = 1 AND m.forgetting_at IS NULL
         AND m.scope IN (SELECT scope FROM principal_scopes WHERE principal = @principal)
       GROUP BY e.value ORDER BY count(*) DESC, 1 LIMIT ${PEOPLE_MOST}`,
    )
    .pluck()

  return {
    get: (principal, id) => one.get({ principal, id }),
    wasThere: (principal, id) => gone.get({ principal, id }) !== undefined,
    page: (principal, { after, limit }) => page({ principal, after: after ?? null, limit }),
    list: (principal, { limit = 50, offset = 0, ...asked }) => {
      const { conditions, values } = conditionsOf(asked)
      const order = asked.from || asked.to ? 'm.at_ms DESC, m.rowid DESC' : 'm.rowid DESC'
      const sql = `SELECT ${COLUMNS} ${VISIBLE} ${conditions} ORDER BY ${order} LIMIT @limit OFFSET @offset`
      return rows(sql)({ principal, limit, offset, ...values })
    },
    detail: (principal, id) => {
      const stored = one.get({ principal, id })
      if (!stored) return undefined
      const row = rowOf(stored)
      const { rowid, scope, subject, attribute, text } = stored
      const about = { principal, id, scope, subject, attribute, text }
      const superseding = row.supersededBy ? one.get({ principal, id: row.supersededBy }) : undefined
      return {
        row,
        versions: [{ text: row.text, since: row.editedAt ?? row.createdAt }, ...versions.all(rowid)],
        supersedes: supersedes({ principal, id }),
        ...(superseding ? { supersededBy: rowOf(superseding) } : {}),
        contradicts: row.about && row.kind === 'fact' && !row.validTo ? contradicts(about) : [],
        restsOn: grounds({ principal, rowid }),
        restingOnIt: resting({ principal, rowid }),
      }
    },
    facets: (principal) => ({
      people: people.all({ principal }),
      kinds: kinds(principal),
      sources: sources(principal),
      scopes: scopes(principal),
    }),
    ownNames: (principal) => ownNames.all({ principal }) as string[],
    rules: (principal) => rules({ principal }),
    keysThere: (keys) => keysThere.all(JSON.stringify(keys)) as string[],
  }
}

const CONDITIONS: Readonly<Record<string, string>> = {
  kind: 'm.kind = @kind',
  scope: 'm.scope = @scope',
  thread: 'm.thread = @thread',
  sourceKind: 'm.source_kind = @sourceKind',
  status: 'm.status = @status',
  from: 'm.at_ms >= @from',
  to: 'm.at_ms < @to',
  person: `m.rowid IN (SELECT row FROM memory_entities WHERE type = 'person' AND value = @person)`,
}

function conditionsOf(asked: Omit<ListOptions, 'limit' | 'offset'>) {
  const given = Object.entries(asked).filter(([, value]) => value !== undefined) as [string, string][]
  const values = Object.fromEntries(
    given.map(([name, value]) => {
      if (name === 'from' || name === 'to') return [name, Date.parse(value)]
      return [name, name === 'person' ? value.toLowerCase() : value]
    }),
  )
  return { conditions: given.map(([name]) => `AND ${CONDITIONS[name]}`).join(' '), values }
}

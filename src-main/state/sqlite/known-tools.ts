import type { Database } from '../../storage/database.ts'
import type { JsonObject } from '../../vocabulary/json.ts'

/** A tool of a connected server as it was last told of. */
export interface KnownTool {
  /** In the registry: 'mcp.github.create_issue'. */
  readonly name: string
  readonly server: string
  /** As the server calls it. */
  readonly remote: string
  readonly description: string
  readonly schema: JsonObject
  /** Of its name, its source and all that the server said of it. */
  readonly identity: string
  /** Since when it is not as the operator knows it, ISO 8601, and how it was described before. */
  readonly changed?: { readonly at: string; readonly before: string }
}

export type ToldTool = Omit<KnownTool, 'changed'>

/** What servers told of their tools, kept over restarts: a tool that changes is noticed, and is there before its server. */
export interface KnownTools {
  all(): readonly KnownTool[]
  /** What a server has now; others of it are gone. The first that is told of a tool counts as known. */
  told(server: string, tools: readonly ToldTool[], at: string): void
  /** The operator has seen the changes. */
  accept(names: readonly string[]): void
  forget(server: string): void
}

interface Row {
  name: string
  server: string
  remote: string
  identity: string
  known: string
  description: string
  before: string | null
  schema: string
  changed_at: string | null
}

export function createKnownTools(db: Database): KnownTools {
  const select = db.prepare('SELECT * FROM tool_definitions ORDER BY name')
  const find = db.prepare('SELECT * FROM tool_definitions WHERE name = ?')
  const put = db.prepare(
    `INSERT OR REPLACE INTO tool_definitions
       (name, server, remote, identity, known, description, before, schema, changed_at)
     VALUES (@name, @server, @remote, @identity, @known, @description, @before, @schema, @changed_at)`,
  )
  const remove = db.prepare('DELETE FROM tool_definitions WHERE name = ?')
  const removeServer = db.prepare('DELETE FROM tool_definitions WHERE server = ?')
  const accept = db.prepare(
    'UPDATE tool_definitions SET known = identity, before = NULL, changed_at = NULL WHERE name = ?',
  )
  const namesOf = db.prepare('SELECT name FROM tool_definitions WHERE server = ?').pluck()

  const told = db.transaction((server: string, tools: readonly ToldTool[], at: string) => {
    for (const name of namesOf.all(server) as string[])
      if (!tools.some((tool) => tool.name === name)) remove.run(name)
    for (const { schema, ...tool } of tools) put.run({ ...rowOf(tool, at), schema: JSON.stringify(schema) })
  })

  const rowOf = (tool: Omit<ToldTool, 'schema'>, at: string): Omit<Row, 'schema'> => {
    const was = find.get(tool.name) as Row | undefined
    const known = was?.known ?? tool.identity
    if (known === tool.identity) return { ...tool, known, before: null, changed_at: null }
    return {
      ...tool,
      known,
      // as the operator knows it, whatever it was in between
      before: was?.before ?? was?.description ?? '',
      changed_at: was?.changed_at ?? at,
    }
  }

  return {
    all: () => (select.all() as Row[]).map(toKnown),
    told,
    accept: (names) => {
      for (const name of names) accept.run(name)
    },
    forget: (server) => void removeServer.run(server),
  }
}

const toKnown = ({ known: _, before, changed_at, schema, ...row }: Row): KnownTool => ({
  ...row,
  schema: JSON.parse(schema) as JsonObject,
  ...(changed_at === null ? {} : { changed: { at: changed_at, before: before ?? '' } }),
})

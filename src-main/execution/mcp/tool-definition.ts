import { canonicalJson, type JsonObject, type JsonValue, sha256 } from '../../vocabulary/json.ts'
import { readSchema } from './check-arguments.ts'
import { cleanText } from './clean-text.ts'

/** A tool as its server describes it, made fit to be shown. All of it is the server's word. */
export interface ToolDefinition {
  /** As the server calls it. */
  readonly remote: string
  readonly description: string
  /** JSON Schema of its arguments, an object's. */
  readonly schema: JsonObject
  /** SHA-256 of all that the server said of it, as it was said. */
  readonly hash: string
}

/** A tool that is left out, and why. */
interface LeftOut {
  readonly remote: string
  readonly why: string
}

const TOOLS_MOST = 200
const DESCRIPTION_MOST = 800
const WORDS_MOST = 300
const SCHEMA_MOST = 20_000
const DEPTH_MOST = 16
/** Patterns of a server could hold up this process; the server applies them itself. */
const DROPPED = ['pattern', 'patternProperties', '$schema', '$id', '$comment', '$anchor', 'examples']

/** The tools that a server tells of. What cannot be shown or checked safely is left out, with the reason. */
export function readDefinitions(told: readonly unknown[]): {
  readonly tools: readonly ToolDefinition[]
  readonly leftOut: readonly LeftOut[]
} {
  const tools: ToolDefinition[] = []
  const leftOut: LeftOut[] = []
  const taken = new Set<string>()
  for (const each of told.slice(0, TOOLS_MOST) as JsonObject[]) {
    const remote = typeof each?.name === 'string' ? each.name : ''
    const why = reasonAgainst(each, remote, taken)
    taken.add(remote)
    const schema = why === undefined ? (cleanSchema(each.inputSchema ?? {}) as JsonObject) : {}
    const left = why ?? (canBeChecked(schema) ? undefined : 'its arguments cannot be checked')
    if (left === undefined) {
      const description = cleanText(each.description, DESCRIPTION_MOST)
      tools.push({ remote, description, schema, hash: sha256(canonicalJson(each)) })
    } else leftOut.push({ remote: cleanText(remote, 100), why: left })
  }
  if (told.length > TOOLS_MOST)
    leftOut.push({ remote: `${told.length - TOOLS_MOST} more`, why: `only ${TOOLS_MOST} tools are taken` })
  return { tools, leftOut }
}

function reasonAgainst(tool: JsonObject, remote: string, taken: ReadonlySet<string>): string | undefined {
  if (remote === '' || remote.length > 200) return 'its name is empty or too long'
  if (taken.has(remote)) return 'another tool has the same name'
  const schema = tool.inputSchema
  if (schema === null || typeof schema !== 'object' || Array.isArray(schema) || schema.type !== 'object')
    return 'its arguments are not described as an object'
  if (depthOf(schema) > DEPTH_MOST) return 'its arguments are described too deeply'
  if (JSON.stringify(schema).length > SCHEMA_MOST) return 'its arguments are described at too great a length'
  const odd = argumentNames(schema).find((name) => !/^[\w.$-]{1,64}$/.test(name))
  return odd === undefined ? undefined : `"${cleanText(odd, 40)}" cannot be the name of an argument`
}

function canBeChecked(schema: JsonObject): boolean {
  try {
    readSchema(schema)
    return true
  } catch {
    // its server is told of in the pane
    return false
  }
}

const isObject = (value: JsonValue | undefined): value is JsonObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

function depthOf(value: JsonValue, depth = 0): number {
  if (depth > DEPTH_MOST || value === null || typeof value !== 'object') return depth
  return Math.max(depth, ...Object.values(value).map((inner) => depthOf(inner, depth + 1)))
}

/** Names that the model would be shown as arguments, at any depth. */
function argumentNames(schema: JsonValue): string[] {
  if (Array.isArray(schema)) return schema.flatMap(argumentNames)
  if (!isObject(schema)) return []
  const { properties } = schema
  return [
    ...(isObject(properties) ? Object.keys(properties) : []),
    ...Object.values(schema).flatMap(argumentNames),
  ]
}

/** The same schema with its words cleaned, and without what points elsewhere or could hold this process up. */
function cleanSchema(schema: JsonValue): JsonValue {
  if (Array.isArray(schema)) return schema.map(cleanSchema)
  if (!isObject(schema)) return typeof schema === 'string' ? cleanText(schema, WORDS_MOST) : schema
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key, value]) => !DROPPED.includes(key) && !(key === '$ref' && !isLocalRef(value)))
      .map(([key, value]) => [key, key === '$ref' ? value : cleanSchema(value)]),
  )
}

const isLocalRef = (value: JsonValue): boolean =>
  typeof value === 'string' && /^#(?:\/[\w.$~%-]+)*$/.test(value)

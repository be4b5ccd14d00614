import { normalize, resolve } from 'node:path'
import type { SinkType } from '../vocabulary/effect.ts'
import { ToolError } from '../vocabulary/errors.ts'
import type { JsonObject, JsonValue } from '../vocabulary/json.ts'
import type { Sink } from './instructed.ts'

/** Arguments with every sink in its canonical spelling, and the sinks apart. */
export interface CanonicalCall {
  readonly arguments: JsonObject
  readonly sinks: readonly Sink[]
}

/**
 * Rewrites each security-relevant argument to the one spelling that is compared, shown, approved and run.
 * Throws ToolError 'bad-argument' where a value is not of its sink's type.
 */
export function canonicalSinks(
  input: JsonObject,
  types: Partial<Record<string, SinkType>>,
  home: string,
): CanonicalCall {
  const sinks: Sink[] = []
  const rewrite = (argument: string, type: SinkType, value: JsonValue | undefined): JsonValue | undefined => {
    if (Array.isArray(value)) return value.map((item) => rewrite(argument, type, item) ?? null)
    if (value === undefined || value === null) return value
    if (typeof value !== 'string') throw badArgument(argument, `must be text, not ${typeof value}`)
    const canonical = canonicalValue(argument, type, value, home)
    sinks.push({ argument, type, value: canonical })
    return canonical
  }
  const rewritten: JsonObject = { ...input }
  for (const [argument, type] of Object.entries(types)) {
    const value = type && rewrite(argument, type, input[argument])
    if (value !== undefined) rewritten[argument] = value
  }
  return { arguments: rewritten, sinks }
}

function canonicalValue(argument: string, type: SinkType, value: string, home: string): string {
  switch (type) {
    case 'path':
      return canonicalPath(argument, value, home)
    case 'url':
      return canonicalUrl(argument, value)
    case 'email':
      return value.trim().toLowerCase()
    case 'date': {
      if (Number.isNaN(Date.parse(value))) throw badArgument(argument, `"${value}" is not a time`)
      return value
    }
    case 'phone':
    case 'amount':
      return value.trim()
  }
}

function canonicalPath(argument: string, value: string, home: string): string {
  if (value.includes('\0')) throw badArgument(argument, 'a path cannot hold a zero byte')
  const expanded = value === '~' || value.startsWith('~/') ? `${home}${value.slice(1)}` : value
  const path = normalize(resolve(home, expanded))
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path
}

function canonicalUrl(argument: string, value: string): string {
  try {
    const url = new URL(value)
    if (url.protocol !== 'http:' && url.protocol !== 'https:') {
      throw badArgument(argument, `"${value}" is not an http or https address`)
    }
    return url.href
  } catch (error) {
    if (error instanceof ToolError) throw error
    throw badArgument(argument, `"${value}" is not a web address`)
  }
}

const badArgument = (argument: string, what: string) => new ToolError('bad-argument', `${argument}: ${what}`)

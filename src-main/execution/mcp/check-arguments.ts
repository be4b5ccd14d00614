import { z } from 'zod'
import type { JsonObject } from '../../vocabulary/json.ts'
import type { CheckArguments } from './mcp-tool.ts'

/** A check that keeps what it has read of each schema. */
export function createArgumentCheck(): CheckArguments {
  const read = new WeakMap<JsonObject, z.ZodType>()
  return (schema, input) => {
    const known = read.get(schema) ?? readSchema(schema)
    read.set(schema, known)
    const parsed = known.safeParse(input)
    return parsed.success ? undefined : z.prettifyError(parsed.error)
  }
}

/** Throws where it is no schema that can be checked by. */
export const readSchema = (schema: JsonObject): z.ZodType =>
  z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0])

import type { JsonObject, JsonValue } from '../../../../vocabulary/json.ts'
import { ModelError, type ResultForModel } from '../../../model.ts'

export interface Call {
  readonly tool: string
  readonly arguments: JsonObject
}

/** Work of a task: yields calls that may run side by side, gets their results, ends with what it came to. */
export type Steps<T> = Generator<readonly Call[], T, readonly ResultForModel[]>

/** One call, whatever comes of it. */
export function* attempt(tool: string, args: JsonObject): Steps<ResultForModel> {
  const [result] = yield [{ tool, arguments: args }]
  return result as ResultForModel
}

/** One call that has to succeed. Throws ModelError 'not-done' with the tool's own reason. */
export function* call(tool: string, args: JsonObject, what: string): Steps<JsonObject> {
  const result = yield* attempt(tool, args)
  if (!result.ok) throw notDone(what, result.text)
  return asObject(result.data)
}

export const asObject = (value: JsonValue | undefined): JsonObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {}

export const asList = (value: JsonValue | undefined): JsonObject[] =>
  Array.isArray(value) ? value.map((item) => asObject(item)) : []

export const asText = (value: JsonValue | undefined): string => (typeof value === 'string' ? value : '')

/** Why a task ends without what it was for. `what` begins a sentence: "I could not save …". */
export const notDone = (what: string, why: string): ModelError =>
  new ModelError('not-done', `${what}: ${why.replace(/^Not done \([\w-]+\): /, '').trim()}`, {
    retryable: false,
  })

/** The request cannot be met as it was said; `fix` is how it could be. */
export const cannot = (message: string, fix?: string): ModelError =>
  new ModelError('not-done', message, { retryable: false, ...(fix === undefined ? {} : { fix }) })

/** The request is beyond fixed rules; a connected model might meet it. */
export const beyondRules = (message: string, fix: string): ModelError =>
  new ModelError('offline-cannot', message, { retryable: false, fix })

/** How to get what fixed rules cannot give. */
export const CONNECT = 'For free requests connect a model: Settings > Model, or set OPENAI_API_KEY.'

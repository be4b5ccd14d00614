/** What a line of the log may say beside its message. What is not named here is not written. */
export interface LoggedFields {
  readonly runId?: string
  readonly effectId?: string
  readonly inquiryId?: string
  readonly scheduleId?: string
  readonly tool?: string
  readonly class?: string
  readonly decision?: string
  readonly rule?: string
  readonly status?: string
  readonly outcome?: string
  readonly code?: string
  readonly kind?: string
  readonly answer?: string
  readonly via?: string
  readonly channel?: string
  readonly provider?: string
  readonly metric?: string
  readonly waits?: readonly string[]
  readonly settings?: readonly string[]
  readonly ms?: number
  readonly attempt?: number
  readonly inputTokens?: number
  readonly outputTokens?: number
  readonly count?: number
  readonly bytes?: number
  readonly value?: number
  readonly limit?: number
  readonly version?: string
  readonly runtime?: string
  readonly system?: string
  readonly host?: string
  readonly process?: number
  /** Name of an error's class, and the places in the program that it came through. */
  readonly error?: string
  readonly at?: readonly string[]
}

/** Names that the program gives: no spaces, so that no sentence of anybody's passes for one. */
const WORD = /^[\w:@.+/-]{1,160}$/
/** A place in the program: `openCall (run-tool.ts:96)`. */
const PLACE = /^[\w$.<>[\] ]{0,80}\([\w.@-]{1,80}:\d+\)$/

const isWord = (value: unknown) => typeof value === 'string' && WORD.test(value)
const isNumber = (value: unknown) => typeof value === 'number' && Number.isFinite(value)
const isWords = (value: unknown) => Array.isArray(value) && value.length <= 50 && value.every(isWord)
const isPlaces = (value: unknown) =>
  Array.isArray(value) && value.every((each) => typeof each === 'string' && PLACE.test(each))

const ALLOWED: { readonly [Name in keyof Required<LoggedFields>]: (value: unknown) => boolean } = {
  runId: isWord,
  effectId: isWord,
  inquiryId: isWord,
  scheduleId: isWord,
  tool: isWord,
  class: isWord,
  decision: isWord,
  rule: isWord,
  status: isWord,
  outcome: isWord,
  code: isWord,
  kind: isWord,
  answer: isWord,
  via: isWord,
  channel: isWord,
  provider: isWord,
  metric: isWord,
  waits: isWords,
  settings: isWords,
  ms: isNumber,
  attempt: isNumber,
  inputTokens: isNumber,
  outputTokens: isNumber,
  count: isNumber,
  bytes: isNumber,
  value: isNumber,
  limit: isNumber,
  version: isWord,
  runtime: isWord,
  system: isWord,
  host: isWord,
  process: isNumber,
  error: isWord,
  at: isPlaces,
}

/** What of the fields is written: those that are named, where their values have the shape of what they are. */
export const allowedFields = (fields: LoggedFields): LoggedFields =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([name, value]) => Object.hasOwn(ALLOWED, name) && ALLOWED[name as keyof LoggedFields](value),
    ),
  )

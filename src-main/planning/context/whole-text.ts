import type { JsonValue } from '../../vocabulary/json.ts'

/** Fields of a result's data that hold a text of which the result itself may show an excerpt only. */
const LONG_TEXTS = ['markdown', 'text', 'tree', 'body'] as const

/**
 * All the text that a result holds: what a model is shown of it first, then, where that is an excerpt, the text it was
 * taken from. Offsets into this are what `results.read` counts by.
 */
export function wholeText({ text, data }: { text: string; data?: JsonValue | undefined }): string {
  if (data === null || typeof data !== 'object' || Array.isArray(data)) return text
  const longer = LONG_TEXTS.map((name) => data[name]).find(
    (value): value is string => typeof value === 'string' && value.length > text.length,
  )
  return longer === undefined ? text : `${text}\n\n${longer}`
}

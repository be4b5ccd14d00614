import { ToolError } from '../../vocabulary/errors.ts'
import { type JsonObject, type JsonValue, sha256 } from '../../vocabulary/json.ts'
import { WEB_LABELS } from '../../vocabulary/labels.ts'
import type { ToolResult } from '../tool.ts'
import { describeStatus } from '../web/http/describe-status.ts'
import type { WebResponse } from '../web/web.ts'
import { excerpt } from './web-excerpt.ts'

/** A gateway that lost the server behind it cannot tell whether that acted. */
const UNCERTAIN_STATUSES = [502, 504]

/** A response as a result. A status of 400 or above is an error: what was asked for was refused. */
export function responseResult(method: 'GET' | 'POST', response: WebResponse): ToolResult {
  const { url, status, contentType, text } = response
  const answered = `${method} ${url} answered ${describeStatus(status)}`
  if (status >= 400) {
    throw new ToolError(
      'http-status',
      `${answered}.${text === '' ? '' : ` It says: ${excerpt(text, 1_000)}`}`,
      {
        effectUncertain: method !== 'GET' && UNCERTAIN_STATUSES.includes(status),
      },
    )
  }
  const json = jsonIn(contentType, text)
  const data: JsonObject = { url, status, contentType, text, ...(json === undefined ? {} : { json }) }
  const body = text === '' ? `(No text: ${contentType || 'an empty body'}.)` : excerpt(text)
  return {
    text: `${answered}, ${contentType || 'no content type'}.\n\n${body}`,
    data,
    labels: WEB_LABELS,
    evidence: [{ kind: 'http', what: url, summary: answered, sha256: sha256(text) }],
  }
}

function jsonIn(contentType: string, text: string): JsonValue | undefined {
  if (!/[/+]json/i.test(contentType)) return undefined
  try {
    return JSON.parse(text) as JsonValue
  } catch {
    // called JSON by its server and is none: the text is all there is
    return undefined
  }
}

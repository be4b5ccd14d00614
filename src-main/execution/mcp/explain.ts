import type { McpServer } from '../../configuration/mcp-servers.ts'
import { messageOf, ToolError } from '../../vocabulary/errors.ts'
import { cleanText } from './clean-text.ts'

const MESSAGE_MOST = 600

type Redact = (text: string) => string

/** Why a server could not be connected to, and what to do about it. */
export function explainConnecting(
  server: McpServer,
  error: unknown,
  said: readonly string[],
  redact: Redact,
): ToolError {
  const inner = innermost(error)
  if (inner instanceof ToolError) return inner
  const where = `The server "${server.name}"`
  const status = statusOf(error)
  const message = redact(cleanText(messageOf(inner), MESSAGE_MOST))
  if (status === 401 || status === 403) {
    return new ToolError('server-unauthorised', `${where} does not let us in (HTTP ${status}).`, {
      fix: 'Enter its token as the header "Authorization", with "Bearer " before it.',
      cause: error,
    })
  }
  if (codeOf(error) === 'REQUEST_TIMEOUT') {
    return new ToolError('server-silent', `${where} was reached but did not answer in time.`, {
      fix: 'Check that it is an MCP server, and look at what it writes.',
      cause: error,
    })
  }
  if (server.kind === 'stdio') {
    const last = said.slice(-3).map((line) => redact(cleanText(line, 300)))
    return new ToolError(
      'server-ended',
      `${where} did not come up: ${last.length > 0 ? last.join(' / ') : message}`,
      { fix: 'Try its command line in a terminal.', cause: error },
    )
  }
  return new ToolError('server-unreachable', `${where} could not be reached: ${message}`, {
    fix: 'Check its address, and whether it runs.',
    cause: error,
  })
}

/** How a call ended that no answer came to. Only an answer tells that nothing happened. */
export function explainCall(server: string, error: unknown, redact: Redact): ToolError {
  const message = redact(cleanText(messageOf(innermost(error)), MESSAGE_MOST))
  // a protocol's error has a number: the server answered, and refused
  const answered = typeof (error as { code?: unknown }).code === 'number'
  return new ToolError(
    answered ? 'server-refused' : 'connection-lost',
    answered
      ? `The server "${server}" refused the call: ${message}`
      : `The connection to the server "${server}" failed during the call: ${message}`,
    { effectUncertain: !answered, cause: error },
  )
}

/** A failed fetch tells its reason as its cause. */
function innermost(error: unknown): unknown {
  const cause = error instanceof Error ? error.cause : undefined
  return cause === undefined || error instanceof ToolError ? error : innermost(cause)
}

const statusOf = (error: unknown): unknown => (error as { data?: { status?: unknown } })?.data?.status
const codeOf = (error: unknown): unknown => (error as { code?: unknown })?.code

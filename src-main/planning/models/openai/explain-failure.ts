import { APIConnectionError, APIError } from 'openai'
import { messageOf } from '../../../vocabulary/errors.ts'
import { ModelError } from '../../model.ts'

export interface Endpoint {
  readonly baseUrl: string
  readonly model: string
}

/** Anything the client throws, as a ModelError with what a person can do about it. `now` in ms since the epoch. */
export function explainFailure(error: unknown, endpoint: Endpoint, now: number): ModelError {
  if (error instanceof ModelError) return error
  if (error instanceof APIConnectionError) return unreachable(error, endpoint)
  if (error instanceof APIError && error.status !== undefined) return refused(error, endpoint, now)
  // an error event inside the stream has no status of its own
  if (error instanceof APIError) return overloaded(`reported an error: ${error.message}`, endpoint, error)
  return new ModelError(
    'stream-cut',
    `The model endpoint at ${endpoint.baseUrl} broke off in the middle of its answer: ${messageOf(error)}`,
    { retryable: true, fix: 'Check the connection; the call is made again by itself.', cause: error },
  )
}

function refused(error: APIError, endpoint: Endpoint, now: number): ModelError {
  const { status } = error
  const said = error.message.replace(/^\d{3} /, '')
  const because = { cause: error, retryable: false }
  if (status === 401 || status === 403) {
    return new ModelError(
      'unauthorised',
      `The model endpoint at ${endpoint.baseUrl} does not accept the key: ${said}`,
      {
        ...because,
        fix: 'Check the key in Settings > Model.',
      },
    )
  }
  if (status === 404) {
    return new ModelError(
      'model-unknown',
      `There is no model "${endpoint.model}" at ${endpoint.baseUrl}: ${said}`,
      {
        ...because,
        fix: 'Check the model name and the address in Settings > Model.',
      },
    )
  }
  if (status === 429 && error.code === 'insufficient_quota') {
    return new ModelError('no-quota', `The account at ${endpoint.baseUrl} has no quota left: ${said}`, {
      ...because,
      fix: 'Check plan and billing of the account, or choose another model in Settings > Model.',
    })
  }
  if (status === 429) {
    const retryAfterMs = retryAfter(error.headers, now)
    return new ModelError('rate-limited', `The model endpoint at ${endpoint.baseUrl} asks to wait: ${said}`, {
      cause: error,
      retryable: true,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    })
  }
  if (isTooLong(error)) {
    return new ModelError(
      'context-too-long',
      `The goal and what was read for it are too long for ${endpoint.model}: ${said}`,
      {
        ...because,
        fix: 'Split the goal, or choose a model with a larger context in Settings > Model.',
      },
    )
  }
  if (status === 408 || status === 409 || (status !== undefined && status >= 500)) {
    return overloaded(`failed (${status}): ${said}`, endpoint, error, retryAfter(error.headers, now))
  }
  return new ModelError(
    'bad-request',
    `The model endpoint at ${endpoint.baseUrl} refused the request (${status}): ${said}`,
    {
      ...because,
      fix: 'Check that the model supports tools, and the model name, in Settings > Model.',
    },
  )
}

const overloaded = (what: string, { baseUrl }: Endpoint, cause: unknown, retryAfterMs?: number) =>
  new ModelError('model-unavailable', `The model endpoint at ${baseUrl} ${what}`, {
    retryable: true,
    cause,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  })

function unreachable(error: APIConnectionError, { baseUrl }: Endpoint): ModelError {
  return new ModelError(
    'connection',
    `The model endpoint at ${baseUrl} cannot be reached: ${innermost(error)}`,
    {
      retryable: true,
      fix: `Tried ${baseUrl}: check that the server runs there and that the address in Settings > Model is right.`,
      cause: error,
    },
  )
}

/** The client says "Connection error."; what really happened is in its causes. */
function innermost(error: Error): string {
  const cause = error.cause
  if (cause instanceof AggregateError && cause.errors.length > 0) return messageOf(cause.errors[0])
  return cause instanceof Error ? innermost(cause) : error.message
}

const isTooLong = ({ status, code, message }: APIError): boolean =>
  status === 413 ||
  code === 'context_length_exceeded' ||
  (status === 400 &&
    /context (length|window|size)|too many tokens|maximum context|exceeds? the (available )?context/i.test(
      message,
    ))

/** Retry-After of RFC 9110 10.2.3, seconds or a date, as ms from `now`; undefined where there is none. */
function retryAfter(headers: Headers | undefined, now: number): number | undefined {
  const value = headers?.get('retry-after')?.trim()
  if (!value) return undefined
  const seconds = Number(value)
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1_000)
  const date = Date.parse(value)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

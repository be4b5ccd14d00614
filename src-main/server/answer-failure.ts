import type { FastifyReply } from 'fastify'
import type { CallFailure } from '../../src-preload/contract.ts'
import { failureOf } from '../operator/operator.ts'
import { AdjutantError, ConfigError, RequestError } from '../vocabulary/errors.ts'

/** Answers with what went wrong: `{ ok: false, error: { code, message, fix? } }`. */
export function answerFailure(reply: FastifyReply, status: number, error: CallFailure): FastifyReply {
  return reply.code(status).send({ ok: false, error })
}

/** The HTTP status and the words for anything thrown while a request was served. */
export function explain(error: unknown): { status: number; failure: CallFailure } {
  if (error instanceof AdjutantError) return { status: statusOf(error), failure: failureOf(error) }
  const { statusCode, code } = error as { statusCode?: unknown; code?: unknown }
  if (typeof statusCode === 'number' && statusCode < 500) {
    return { status: statusCode, failure: ofHttp(String(code), error as Error) }
  }
  return { status: 500, failure: failureOf(error) }
}

const STATUSES: Readonly<Record<string, number>> = { 'not-audio': 415, 'too-many': 429 }

function statusOf(error: AdjutantError): number {
  const { code } = error
  if (code in STATUSES) return STATUSES[code] as number
  if (/^(no|unknown)-|not-found$/.test(code)) return 404
  if (code === 'already-answered' || code === 'forgotten') return 409
  return error instanceof RequestError || error instanceof ConfigError ? 400 : 422
}

function ofHttp(code: string, { message }: Error): CallFailure {
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return { code: 'body-too-large', message: 'The request is larger than this address takes.' }
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return {
        code: 'bad-media-type',
        message: 'The body must be JSON.',
        fix: 'Send "Content-Type: application/json".',
      }
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return { code: 'bad-json', message: 'The body is not valid JSON.' }
    default:
      return { code: 'bad-request', message }
  }
}

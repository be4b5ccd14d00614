import { maskSecrets, rootReason } from '../mask-secrets.ts'
import { VectorStoreError } from '../vector-store.ts'

/** Milvus' answer to a call, which may say that it failed. */
export interface MilvusStatus {
  readonly error_code: string | number
  readonly reason: string
  readonly code?: number
  readonly retriable?: boolean
}

/** Milvus answered that it did not do what it was asked. */
export class MilvusRefusal extends Error {
  readonly status: MilvusStatus
  constructor(status: MilvusStatus) {
    super(status.reason || `error ${status.error_code}`)
    this.status = status
  }
}

/** An answer whose status is good; throws MilvusRefusal otherwise. */
export function assertGood<Answer extends MilvusStatus | { readonly status: MilvusStatus }>(
  answer: Answer,
): Answer {
  const status: MilvusStatus = 'status' in answer ? answer.status : answer
  if (status.error_code !== 'Success' && status.error_code !== 0) throw new MilvusRefusal(status)
  return answer
}

/** gRPC codes: deadline exceeded, resource exhausted, aborted, unavailable. */
const DOWN = [4, 8, 10, 14]
/** Permission denied, unauthenticated. */
const REFUSED = [7, 16]
/** Milvus codes: not ready, unavailable, overloaded, collection not there or not loaded (both are made good with the next attempt). */
const PASSING = [1, 2, 3, 4, 8, 9, 100, 101, 102, 104]

export function milvusFailure(cause: unknown, where: string, token: string | undefined): VectorStoreError {
  if (cause instanceof VectorStoreError) return cause
  const secrets = [token, ...(token?.split(':').slice(1) ?? [])]
  const why = maskSecrets(readable(rootReason(cause)), secrets)
  const refusal = cause instanceof MilvusRefusal ? cause.status : undefined
  const code = refusal ? undefined : (cause as { code?: unknown }).code
  if (typeof code === 'number' && DOWN.includes(code))
    return new VectorStoreError('store-unreachable', `${where} cannot be reached: ${why}`, {
      passing: true,
      fix: 'Check that Milvus runs and that this computer reaches it. It is tried again by itself.',
      cause,
    })
  if (typeof code === 'number' && REFUSED.includes(code))
    return new VectorStoreError('store-refused', `${where} refuses: ${why}`, {
      passing: false,
      fix: 'Check the token (user:password, or an API key) in Settings > Memory.',
      cause,
    })
  return new VectorStoreError('store-unusable', `${where} cannot be used: ${why}`, {
    passing: refusal !== undefined && (refusal.retriable === true || PASSING.includes(refusal.code ?? 0)),
    fix: 'Make the index anew: Settings > Memory > Reindex.',
    cause,
  })
}

/** gRPC's text without what it says of itself: `14 UNAVAILABLE: No connection established. Last error: Error: …` */
const readable = (reason: string): string =>
  reason
    .replace(/^\d+ [A-Z_]+: /, '')
    .replace(/ ?\(retried .*\)$/, '')
    .replace(/ Resolution note: *$/, '')
    .replace(/^No connection established\. Last error: (Error: )?/, '')
    .replace(/\.$/, '')

import { maskSecrets, rootReason } from '../mask-secrets.ts'
import { VectorStoreError } from '../vector-store.ts'

const DOWN = [
  'PineconeConnectionError',
  'PineconeUnavailableError',
  'PineconeInternalServerError',
  'PineconeMaxRetriesExceededError',
  'PineconeTimeoutError',
]
/** Too many requests, and what proxies say of a service that is not there. */
const DOWN_STATUS = /Status: (429|408|5\d\d)\b/

/** What Pinecone's client threw, as an error of the store. `where` names index and address. */
export function pineconeFailure(cause: unknown, where: string, apiKey: string): VectorStoreError {
  if (cause instanceof VectorStoreError) return cause
  const { name, message } = cause instanceof Error ? cause : { name: '', message: String(cause) }
  const told = (text: string) => maskSecrets(text, [apiKey])
  if (DOWN.includes(name) || DOWN_STATUS.test(message))
    return new VectorStoreError(
      'store-unreachable',
      told(`${where} cannot be reached: ${reasonOf(name, cause)}`),
      {
        passing: true,
        fix: 'Check that this computer reaches it. It is tried again by itself.',
        cause,
      },
    )
  if (name === 'PineconeAuthorizationError')
    return new VectorStoreError('store-refused', told(`${where} refuses the API key`), {
      passing: false,
      fix: 'Check the API key in Settings > Memory: it must be of the project that has the index.',
      cause,
    })
  return new VectorStoreError('store-unusable', told(`${where} cannot be used: ${message}`), {
    // an index that was deleted is made anew with the next attempt
    passing: name === 'PineconeNotFoundError',
    fix: 'Check index and API key in Settings > Memory.',
    cause,
  })
}

/** Throws VectorStoreError for a key that cannot stand in a header, where it would be quoted as it is. */
export function assertApiKey(apiKey: string, where: string): void {
  if (/^[\x21-\x7e]+$/.test(apiKey)) return
  throw new VectorStoreError(
    'store-refused',
    `${where} has no usable API key: ${apiKey === '' ? 'it is empty' : 'it has characters that no key has'}`,
    { passing: false, fix: 'Check the API key in Settings > Memory.' },
  )
}

/** The client's words after its last attempt are for programmers. */
const reasonOf = (name: string, cause: unknown): string =>
  name === 'PineconeMaxRetriesExceededError' ? 'it answers with errors of its own' : rootReason(cause)

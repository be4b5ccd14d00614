import type { PineconeRecord, RecordMetadata } from '@pinecone-database/pinecone'
import { isStorable } from '../check-entries.ts'
import { type VectorEntry, VectorStoreError } from '../vector-store.ts'

const ID_MOST = 512

/** An entry as Pinecone keeps it. Pinecone knows no null: what is not there is left out. */
export const recordOf = ({ id, vector, scope, kind, thread, at, trusted }: VectorEntry): PineconeRecord => ({
  id: recordIdOf(id),
  values: [...vector],
  metadata: { scope, kind, at, trusted, ...(thread === undefined ? {} : { thread }) },
})

/** Undefined for a record that something else has written. */
export function entryOf({
  id,
  values,
  metadata,
}: {
  readonly id: string
  readonly values?: readonly number[]
  readonly metadata?: RecordMetadata
}): VectorEntry | undefined {
  const { scope, kind, thread, at, trusted } = metadata ?? {}
  if (!values || typeof scope !== 'string' || typeof kind !== 'string' || typeof at !== 'number')
    return undefined
  return {
    id: entryIdOf(id),
    vector: Float32Array.from(values),
    scope,
    kind,
    thread: typeof thread === 'string' ? thread : undefined,
    at,
    trusted: trusted === true,
  }
}

/** Ids of records are of ASCII (https://docs.pinecone.io/reference/api/database-limits/identifier-limits). */
export const recordIdOf = (id: string): string => id.replaceAll(/[^\x21-\x24\x26-\x7e]/gu, encodeURIComponent)

export function entryIdOf(recordId: string): string {
  try {
    return decodeURIComponent(recordId)
  } catch (error) {
    // nothing of ours is called so
    if (error instanceof URIError) return recordId
    throw error
  }
}

/** Whether a record can be called so; no other can be there. */
export const isRecordId = (id: string): boolean =>
  id !== '' && isStorable(id) && recordIdOf(id).length <= ID_MOST

export function assertRecordId(id: string): void {
  if (isRecordId(id)) return
  throw new VectorStoreError(
    'unstorable',
    `Pinecone keeps ids of 1 to ${ID_MOST} characters; one is ${recordIdOf(id).length} long: ${id.slice(0, 40)}`,
    { passing: false },
  )
}

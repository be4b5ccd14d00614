import type { AttachmentInput, AttachmentView } from '../../src-preload/contract.ts'
import { type ReadDocument, readAttachment } from '../ingestion/attachments/read-attachment.ts'
import type { Trigger } from '../ingestion/trigger.ts'
import { type Journal, type NewContent, newContent } from '../state/journal.ts'
import type { AttachedImage, Attachment, ReadAttachment } from '../vocabulary/attachment.ts'
import type { NewId } from '../vocabulary/clock.ts'
import { RequestError } from '../vocabulary/errors.ts'
import type { JsonValue } from '../vocabulary/json.ts'

export interface AttachmentSources {
  readonly journal: Pick<Journal, 'facts' | 'content'>
  /** Conversation of a run. */
  readonly conversationOf: (runId: string) => string | undefined
  readonly readDocument: ReadDocument
}

/** What hangs on a message, read: files that were given, and again those of an earlier message of the same conversation. */
export function readAttachments(
  sources: AttachmentSources,
  given: readonly AttachmentInput[],
  conversationId: string | undefined,
): Promise<ReadAttachment[]> {
  return Promise.all(
    given.map(async (each) => {
      if (!('handle' in each))
        return readAttachment(
          { name: each.name, bytes: Buffer.from(each.base64, 'base64') },
          sources.readDocument,
        )
      const found = findAttachment(sources.journal, each.handle)
      const conversation = sources.conversationOf(runOf(each.handle))
      if (!found || conversation === undefined || conversation !== conversationId)
        throw new RequestError(
          'no-attachment',
          `There is no attachment ${each.handle} in this conversation; it may have been forgotten.`,
        )
      return found
    }),
  )
}

/** As the journal keeps them: each a content of its own, named by the trigger of its message. */
export function keepAttachments(
  runId: string,
  read: readonly ReadAttachment[],
  newId: NewId,
): { attachments: Attachment[]; contents: NewContent[] } {
  const kept = read.map((each) => {
    const content = newContent(each as unknown as JsonValue)
    const { name, kind, bytes, text } = each
    const handle = `${runId}:${newId('att')}`
    return {
      content,
      attachment: { handle, name, kind, bytes, characters: text.length, contentRef: content.ref },
    }
  })
  return {
    attachments: kept.map(({ attachment }) => attachment),
    contents: kept.map(({ content }) => content),
  }
}

/** By its handle; undefined for one that is not there or was forgotten. */
export function findAttachment(
  journal: Pick<Journal, 'facts' | 'content'>,
  handle: string,
): ReadAttachment | undefined {
  const attachment = journal
    .facts(runOf(handle))
    .flatMap((fact) =>
      fact.type === 'run.created' || fact.type === 'steering.received' ? [fact.triggerRef] : [],
    )
    .flatMap((ref) => (journal.content(ref) as unknown as Trigger | undefined)?.attachments ?? [])
    .find((each) => each.handle === handle)
  return attachment && (journal.content(attachment.contentRef) as unknown as ReadAttachment | undefined)
}

/** Characters of a text that are shown to the operator. */
const SHOWN_TO_OPERATOR = 100_000

/** What was attached, for whoever opens it. Throws RequestError where it is not there any more. */
export function showAttachment(
  journal: Pick<Journal, 'facts' | 'content'>,
  handle: string,
): { name: string; text: string; image?: AttachedImage } {
  const found = findAttachment(journal, handle)
  if (!found)
    throw new RequestError('no-attachment', `There is no attachment ${handle}; it may have been forgotten.`)
  const { name, text, image } = found
  const rest = text.length - SHOWN_TO_OPERATOR
  const shown = rest > 0 ? `${text.slice(0, SHOWN_TO_OPERATOR)}\n\n[${rest} more characters]` : text
  return { name, text: shown, ...(image ? { image } : {}) }
}

/** For a face: what it is, and how large. */
export const viewAttachment = ({ handle, name, kind, bytes, characters }: Attachment): AttachmentView => ({
  handle,
  name,
  kind,
  bytes,
  characters,
})

export const runOf = (handle: string): string => handle.slice(0, handle.lastIndexOf(':'))

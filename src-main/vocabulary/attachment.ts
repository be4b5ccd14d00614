import { FILE_LABELS, type Labels } from './labels.ts'

/** Characters of a text that are kept; what stands behind them is said to be missing. */
export const ATTACHMENT_TEXT_MOST = 2_000_000

export interface AttachedImage {
  /** MIME type, such as 'image/png'. */
  readonly type: string
  readonly base64: string
}

/** A thing that was attached, as it was read: its text, and for an image the image. */
export interface ReadAttachment {
  readonly name: string
  readonly kind: 'text' | 'document' | 'image'
  /** Of the file that was given. */
  readonly bytes: number
  readonly text: string
  readonly image?: AttachedImage
}

/** What a message's trigger knows of one; its `ReadAttachment` is the content of the journal under `contentRef`. */
export interface Attachment {
  /** By which a model reads on in it: `RUN:ID`. */
  readonly handle: string
  readonly name: string
  readonly kind: ReadAttachment['kind']
  readonly bytes: number
  readonly characters: number
  readonly contentRef: string
}

/** The operator chose it, and somebody else may have written it: nothing in it instructs. */
export const ATTACHMENT_LABELS: Labels = FILE_LABELS

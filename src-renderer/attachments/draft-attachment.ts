import {
  ATTACHMENT_BYTES_MOST,
  ATTACHMENTS_BYTES_MOST,
  ATTACHMENTS_MOST,
} from '../../src-preload/contract.ts'
import { sizeWords } from '../ui/size-words.ts'
import { n, t } from '../words.ts'

/** What hangs on a message that is not sent yet. */
export type DraftAttachment = { readonly id: string; readonly name: string } & (
  | {
      readonly kind: 'file' | 'image' | 'clipboard' | 'selection'
      readonly bytes: number
      readonly base64: string
    }
  /** Read when the goal begins. */
  | { readonly kind: 'page'; readonly url: string }
)

const bytesOf = (attachment: DraftAttachment): number => ('bytes' in attachment ? attachment.bytes : 0)

/** Why one more of this size cannot be hung on what hangs there already; undefined where it can. */
export function refusalOf(
  name: string,
  bytes: number,
  others: readonly DraftAttachment[],
): { text: string; fix?: string } | undefined {
  if (bytes === 0) return { text: t('“{name}” is empty, or a folder.', { name }), fix: ALLOW_INSTEAD }
  if (bytes > ATTACHMENT_BYTES_MOST)
    return {
      text: t('“{name}” has {size}; the most is {most}.', {
        name,
        size: sizeWords(bytes),
        most: sizeWords(ATTACHMENT_BYTES_MOST),
      }),
      fix: ALLOW_INSTEAD,
    }
  if (others.length >= ATTACHMENTS_MOST)
    return {
      text: n(
        ATTACHMENTS_MOST,
        'No more than {count} file goes with one message.',
        'No more than {count} files go with one message.',
      ),
    }
  const together = others.reduce((sum, other) => sum + bytesOf(other), bytes)
  if (together > ATTACHMENTS_BYTES_MOST)
    return {
      text: t('Together they have {size}; the most is {most}.', {
        size: sizeWords(together),
        most: sizeWords(ATTACHMENTS_BYTES_MOST),
      }),
    }
  return undefined
}

const ALLOW_INSTEAD = 'Allow its folder in Settings and name its path: then it is read where it lies.'

/** The address as it is kept; undefined for what is none. */
export function pageAddress(text: string): string | undefined {
  const words = text.trim()
  const url = /^https?:\/\//i.test(words) ? words : `https://${words}`
  return /\s/.test(words) || !/[.:]/.test(words) || !URL.canParse(url) ? undefined : new URL(url).href
}

/** What is said with pages and without words: pages are opened first, and what hangs there is summarised. */
export function wordsWith(text: string, attachments: readonly DraftAttachment[]): string {
  const words = text.trim() || (attachments.length > 0 ? 'summarise this' : '')
  const pages = attachments.flatMap((each) => (each.kind === 'page' ? [each.url] : []))
  return pages.length === 0 ? words : `open ${pages.join(' and open ')}, then ${words}`
}

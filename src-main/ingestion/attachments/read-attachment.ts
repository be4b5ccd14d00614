import { extname } from 'node:path'
import { ATTACHMENT_BYTES_MOST } from '../../../src-preload/contract.ts'
import { ATTACHMENT_TEXT_MOST, type ReadAttachment } from '../../vocabulary/attachment.ts'
import { RequestError } from '../../vocabulary/errors.ts'

export interface GivenFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The text of a PDF or a Word document. */
export type ReadDocument = (kind: 'pdf' | 'docx', bytes: Uint8Array) => Promise<string>

/** What a model can look at, by how its file begins. */
const IMAGES: readonly { readonly type: string; readonly begins: RegExp }[] = [
  { type: 'image/png', begins: /^\x89PNG\r\n/ },
  { type: 'image/jpeg', begins: /^\xff\xd8\xff/ },
  { type: 'image/gif', begins: /^GIF8/ },
  { type: 'image/webp', begins: /^RIFF[\s\S]{4}WEBP/ },
]

/** What is in a file that was attached, by its bytes and not by its name. Throws RequestError for what cannot be read. */
export async function readAttachment(
  { name, bytes }: GivenFile,
  readDocument: ReadDocument,
): Promise<ReadAttachment> {
  const about = { name, bytes: bytes.byteLength }
  if (bytes.byteLength === 0) throw unreadable(name, 'it is empty')
  if (bytes.byteLength > ATTACHMENT_BYTES_MOST)
    throw unreadable(
      name,
      `it has ${megabytes(bytes.byteLength)}, and the most is ${megabytes(ATTACHMENT_BYTES_MOST)}`,
      'Allow its folder in Settings and name its path instead: then it is read where it lies.',
    )
  const begins = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  const image = IMAGES.find((each) => each.begins.test(begins))
  if (image) {
    const base64 = Buffer.from(bytes).toString('base64')
    return { ...about, kind: 'image', text: `[Image ${name}]`, image: { type: image.type, base64 } }
  }
  const document = documentKind(begins, name)
  if (document) {
    const text = await readDocument(document, bytes).catch((error: unknown) => {
      throw unreadable(
        name,
        `no text could be read from it (${error instanceof Error ? error.message : error})`,
      )
    })
    if (text.trim() === '')
      throw unreadable(name, 'it holds no text', 'A scan is a picture of text: attach it as an image.')
    return { ...about, kind: 'document', text: within(text) }
  }
  const text = decoded(bytes)
  if (text === undefined)
    throw unreadable(
      name,
      'it is neither text nor an image, a PDF or a Word document',
      'Attach text, PDF, DOCX, PNG, JPEG, GIF or WebP.',
    )
  return { ...about, kind: 'text', text: within(text) }
}

function documentKind(begins: string, name: string): 'pdf' | 'docx' | undefined {
  if (begins.startsWith('%PDF-')) return 'pdf'
  return begins.startsWith('PK\x03\x04') && extname(name).toLowerCase() === '.docx' ? 'docx' : undefined
}

/** UTF-8, or UTF-16 where it says so; undefined for what is no text. */
function decoded(bytes: Uint8Array): string | undefined {
  const wide = { '255,254': 'utf-16le', '254,255': 'utf-16be' }[bytes.subarray(0, 2).join()]
  try {
    const text = new TextDecoder(wide ?? 'utf-8', { fatal: true }).decode(bytes)
    return text.includes('\0') ? undefined : text
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

const within = (text: string): string =>
  text.length <= ATTACHMENT_TEXT_MOST
    ? text
    : `${text.slice(0, ATTACHMENT_TEXT_MOST)}\n\n[${text.length - ATTACHMENT_TEXT_MOST} more characters are not kept]`

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`

const unreadable = (name: string, why: string, fix?: string): RequestError =>
  new RequestError('attachment-unreadable', `"${name}" cannot be attached: ${why}.`, fix ? { fix } : {})

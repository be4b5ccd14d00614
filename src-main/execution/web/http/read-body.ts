import { pipeline, type Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { ToolError } from '../../../vocabulary/errors.ts'

/** Codings that `readBody` understands, as an Accept-Encoding header names them. */
export const ACCEPTED_CODINGS = 'gzip, deflate, br'

export interface BodySource {
  readonly url: string
  readonly body: Readable
  readonly coding: string | undefined
  /** As the server declared it, in bytes on the wire. */
  readonly length: number | undefined
}

/**
 * A response's bytes, decoded. Stops at `maxBytes` of what is sent or of what it unpacks to, whichever is first: a body
 * of any size, and a decompression bomb, cost no more memory than that. Throws ToolError 'too-large', 'bad-coding'.
 */
export async function readBody(source: BodySource, maxBytes: number): Promise<Buffer> {
  if (source.length !== undefined && source.length > maxBytes)
    throw tooLarge(source.url, maxBytes, source.length)
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of decoded(source)) {
    size += chunk.length
    if (size > maxBytes) throw tooLarge(source.url, maxBytes)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function decoded({ body, coding, url }: BodySource): AsyncIterable<Buffer> {
  const name = coding?.trim().toLowerCase() ?? ''
  if (name === '' || name === 'identity') return body
  const decoder = decoderFor(name)
  if (!decoder) {
    throw new ToolError('bad-coding', `${url} is sent in the coding "${name}", which was not asked for.`)
  }
  // a failure of the source reaches whoever reads the decoder; there is nothing left to do here
  pipeline(body, decoder, () => undefined)
  return decoder
}

function decoderFor(coding: string) {
  if (coding === 'gzip' || coding === 'x-gzip') return createGunzip()
  if (coding === 'deflate') return createInflate()
  if (coding === 'br') return createBrotliDecompress()
  return undefined
}

function tooLarge(url: string, maxBytes: number, declared?: number): ToolError {
  const size = declared === undefined ? '' : ` (it says ${mebibytes(declared)})`
  return new ToolError(
    'too-large',
    `${url} is larger than ${mebibytes(maxBytes)}${size}; reading stopped there.`,
    {
      fix: 'Ask for a smaller page, or for a part of it.',
    },
  )
}

const mebibytes = (bytes: number): string => `${Number((bytes / 1_048_576).toFixed(1))} MiB`

import { constants } from 'node:fs'
import { type FileHandle, open, readlink } from 'node:fs/promises'
import { ToolError } from '../../../vocabulary/errors.ts'

/** Sizes as people write them: bytes up to a thousand, then kB and MB with one decimal. */
export function inWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

/**
 * The bytes of a regular file, at most `maxBytes`. `real` holds no links; one that appears at its end is not followed,
 * and a pipe or a device does not block.
 */
export async function readBytes(real: string, maxBytes: number): Promise<{ bytes: Buffer; mode: number }> {
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants
  const handle = await open(real, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
  try {
    await assertOpened(handle, real)
    const found = await handle.stat()
    if (found.isDirectory())
      throw new ToolError('is-a-folder', `${real} is a folder`, { fix: 'List it instead.' })
    if (!found.isFile())
      throw new ToolError('not-a-file', `${real} is a device, a pipe or a socket, not a file`)
    if (found.size > maxBytes) {
      throw new ToolError(
        'too-large',
        `${real} has ${inWords(found.size)}, more than the ${inWords(maxBytes)} read at once`,
      )
    }
    return { bytes: await handle.readFile(), mode: found.mode & 0o7777 }
  } finally {
    await handle.close()
  }
}

/** Where the system can tell: that what was opened is what was meant, not something a swapped folder led to. */
export async function assertOpened(handle: FileHandle, real: string): Promise<void> {
  if (process.platform !== 'linux') return
  const opened = await readlink(`/proc/self/fd/${handle.fd}`)
  if (opened === real) return
  throw new ToolError('path-changed', `${real} led to ${opened}: a folder on the way was replaced`, {
    fix: 'Look at the folder, then try again.',
  })
}

/** Text of bytes: UTF-8, or UTF-16 with a byte-order mark; undefined for anything else. */
export function decodeText(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes.subarray(0, 8192).includes(0)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** A text file's text. Throws ToolError 'binary'. */
export async function readText(real: string, maxBytes: number): Promise<string> {
  const { bytes } = await readBytes(real, maxBytes)
  const text = decodeText(bytes)
  if (text !== undefined) return text
  throw new ToolError('binary', `${real} is not text (${inWords(bytes.length)} of binary data)`, {
    fix: 'Name a text file.',
  })
}

import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { AdjutantError, messageOf } from '../vocabulary/errors.ts'

/** The bytes of a file that is named on the command line; "-" is standard input. `wanted`: what it should be. */
export async function openFile(file: string, wanted: string): Promise<AsyncIterable<Uint8Array>> {
  if (file === '-') return process.stdin
  const stream = createReadStream(file)
  try {
    await once(stream, 'open')
    return stream
  } catch (error) {
    throw new AdjutantError('unreadable', `${file} cannot be read: ${messageOf(error)}`, {
      fix: `Name ${wanted}.`,
      cause: error,
    })
  }
}

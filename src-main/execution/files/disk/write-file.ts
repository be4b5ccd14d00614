import { ToolError } from '../../../vocabulary/errors.ts'
import { sha256 } from '../../../vocabulary/json.ts'
import type { PathStanding } from '../files.ts'
import type { AppendReceipts } from './append-receipts.ts'
import { kindAt } from './move-path.ts'
import { decodeText, inWords, readBytes } from './read-bytes.ts'
import type { TrashStore } from './trash-store.ts'
import type { Turns } from './turns.ts'
import { writeAtomically } from './write-atomically.ts'

/** Bytes a file may have after a write, and before an append. */
export const LARGEST_WRITE = 10 * 1024 * 1024

export interface Keeping {
  readonly store: TrashStore
  readonly receipts: AppendReceipts
  /** ISO 8601. */
  readonly now: () => string
  /** What changes the same place comes one after the other. */
  readonly turns: Turns
}

export interface Written {
  readonly sha256: string
  readonly bytes: number
  readonly previousId?: string
}

/** Puts a file in the place of the one at a path that was just checked; what was there is kept. */
export async function writeFile(
  { path, real }: PathStanding,
  data: string | Uint8Array,
  { store, now }: Keeping,
): Promise<Written> {
  const bytes = typeof data === 'string' ? Buffer.from(data) : data
  if (bytes.length > LARGEST_WRITE) {
    throw new ToolError(
      'too-large',
      `Cannot write ${inWords(bytes.length)} to ${path}: the limit is ${inWords(LARGEST_WRITE)}`,
      { fix: 'Write it in parts.' },
    )
  }
  const written = { sha256: sha256(bytes), bytes: bytes.length }
  const before = await kindAt(real)
  if (before === 'folder')
    throw new ToolError('is-a-folder', `Cannot write ${path}: it is a folder`, { fix: 'Name a file.' })
  if (before === 'other' || before === 'link') {
    throw new ToolError('not-a-file', `Cannot write ${path}: it is not a regular file`, {
      fix: 'Name a file.',
    })
  }
  if (before === 'nothing') {
    await writeAtomically(real, bytes)
    return written
  }
  const kept = { originalPath: path, real, trashedAt: now(), replacedBy: written.sha256 }
  const { id: previousId } = await store.keepCopy(kept)
  await writeAtomically(real, bytes)
  return { ...written, previousId }
}

/** Puts text at the end of a text file, on lines of its own, ended as the file ends its lines. */
export async function appendToFile(
  standing: PathStanding,
  text: string,
  key: string,
  keeping: Keeping,
): Promise<Written> {
  const before = await bytesAt(standing.real, LARGEST_WRITE)
  const after = Buffer.concat([before, Buffer.from(asLines(before, text, standing.path))])
  const receipt = { path: standing.path, before: sha256(before), after: sha256(after), bytes: after.length }
  await keeping.receipts.write(key, receipt)
  return writeFile(standing, after, keeping)
}

/** Whether the append under `key` is in the file. 'unknown' where the file is neither as before it nor as after it. */
export async function findAppended(
  { path, real }: PathStanding,
  key: string,
  { receipts }: Keeping,
): Promise<Written | 'did-not-happen' | 'unknown'> {
  const receipt = await receipts.read(key)
  if (receipt?.path !== path) return 'did-not-happen'
  const present = sha256(await bytesAt(real, Number.MAX_SAFE_INTEGER))
  if (present === receipt.after) return { sha256: present, bytes: receipt.bytes }
  return present === receipt.before ? 'did-not-happen' : 'unknown'
}

const bytesAt = async (real: string, most: number): Promise<Buffer> =>
  (await kindAt(real)) === 'nothing' ? Buffer.alloc(0) : (await readBytes(real, most)).bytes

function asLines(before: Buffer, text: string, path: string): string {
  const old = decodeText(before)
  if (old === undefined || before[0] === 0xff) {
    throw new ToolError('binary', `Cannot append text to ${path}: it is not UTF-8 text`, {
      fix: 'Name a text file.',
    })
  }
  const end = old.includes('\r\n') ? '\r\n' : '\n'
  const start = old === '' || old.endsWith('\n') ? '' : end
  const body = text.replaceAll(/\r?\n/g, end)
  return `${start}${body}${body.endsWith('\n') ? '' : end}`
}

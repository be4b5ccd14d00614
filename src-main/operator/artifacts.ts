import { createHash } from 'node:crypto'
import { lstat, open, readFile } from 'node:fs/promises'
import { isAbsolute } from 'node:path'
import type { ArtifactView, RunView } from '../../src-preload/contract.ts'
import { RequestError } from '../vocabulary/errors.ts'

/** Evidence that names a thing which a run put on the disk. */
const ARTIFACTS: readonly string[] = ['file', 'folder', 'image']
/** Larger files are not read through to compare them. */
const MOST_HASHED_BYTES = 32 * 1024 * 1024
const MOST_SHOWN_BYTES = 64 * 1024

/** What a run has recorded that it wrote, each once, with what is there now. */
export const viewArtifacts = async (run: RunView): Promise<ArtifactView[]> => {
  const last = new Map(recorded(run).map((artifact) => [artifact.path, artifact]))
  return Promise.all(
    [...last.values()].map(async (artifact) => ({ ...artifact, ...(await nowAt(artifact)) })),
  )
}

/** The start of a text that a run wrote. Only what its evidence names is read, and no link is followed. */
export async function readArtifact(run: RunView, path: string): Promise<{ text: string; whole: boolean }> {
  const artifact = recorded(run).find((each) => each.path === path)
  if (!artifact)
    throw new RequestError('no-artifact', `"${path}" is no recorded evidence of run ${run.id}.`, {
      fix: 'Choose one of the files that the run wrote.',
    })
  const { state, kind, bytes = 0 } = await nowAt(artifact)
  if (state === 'gone' || kind === 'folder')
    throw new RequestError('no-file', `There is no file at ${path} any more.`)
  const file = await open(path, 'r')
  try {
    const start = Buffer.alloc(Math.min(bytes, MOST_SHOWN_BYTES))
    const { bytesRead } = await file.read(start, 0, start.length, 0)
    const text = start.subarray(0, bytesRead)
    if (text.includes(0))
      throw new RequestError('no-text', `${path} is no text.`, { fix: 'Open it with its own program.' })
    return { text: text.toString('utf8'), whole: bytesRead >= bytes }
  } finally {
    await file.close()
  }
}

interface Recorded {
  readonly path: string
  readonly kind: ArtifactView['kind']
  readonly summary: string
  readonly sha256?: string
}

const recorded = (run: RunView): Recorded[] =>
  run.evidence
    .filter(({ kind, what }) => ARTIFACTS.includes(kind) && isAbsolute(what))
    .map(({ kind, what, summary, sha256 }) => ({
      path: what,
      kind: kind === 'folder' ? 'folder' : 'file',
      summary,
      ...(sha256 === undefined ? {} : { sha256 }),
    }))

/** A link that has taken the place of a file is not that file. */
async function nowAt({
  path,
  kind,
  sha256,
}: Recorded): Promise<Pick<ArtifactView, 'kind' | 'state' | 'bytes'>> {
  const found = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
    throw error
  })
  if (found?.isDirectory()) return { kind: 'folder', state: 'there' }
  if (!found?.isFile()) return { kind, state: 'gone' }
  const bytes = found.size
  if (sha256 === undefined || bytes > MOST_HASHED_BYTES) return { kind: 'file', state: 'there', bytes }
  const now = createHash('sha256')
    .update(await readFile(path))
    .digest('hex')
  return { kind: 'file', state: now === sha256 ? 'as-written' : 'changed', bytes }
}

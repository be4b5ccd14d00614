import { chmod, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { sha256 } from '../../../vocabulary/json.ts'
import { systemCode } from './file-error.ts'
import { assertOpened } from './read-bytes.ts'

/** The name beside a path for what is not finished yet: always the same one, so that a crash leaves at most one behind. */
export const besideOf = (path: string): string =>
  join(dirname(path), `.${basename(path).slice(0, 80)}.${sha256(path).slice(0, 8)}.part`)

/**
 * Puts a whole file in place or nothing: a temporary file beside it, fsync, rename, fsync of the folder. Missing
 * folders are made. The mode of a file that was there is kept.
 */
export async function writeAtomically(real: string, data: string | Uint8Array, mode?: number): Promise<void> {
  await mkdir(dirname(real), { recursive: true })
  const kept = mode ?? (await modeOf(real))
  const part = besideOf(real)
  try {
    await rm(part, { force: true })
    const handle = await open(part, 'wx', kept ?? 0o666)
    try {
      await assertOpened(handle, part)
      await handle.writeFile(data)
      await handle.sync()
    } finally {
      await handle.close()
    }
    if (kept !== undefined) await chmod(part, kept)
    await rename(part, real)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
  await syncFolder(dirname(real))
}

/** Makes a rename in a folder last through a power cut. Windows keeps no handle on folders; there it does nothing. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function modeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mode & 0o7777
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw error
  }
}

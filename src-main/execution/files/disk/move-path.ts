import type { Stats } from 'node:fs'
import { cp, lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FileEntry } from '../files.ts'
import { systemCode } from './file-error.ts'
import { besideOf, syncFolder } from './write-atomically.ts'

export function kindOf(found: Stats): FileEntry['kind'] {
  if (found.isSymbolicLink()) return 'link'
  return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other'
}

/** What stands at a path; a link at its end is not followed. */
export async function kindAt(path: string): Promise<FileEntry['kind'] | 'nothing'> {
  try {
    return kindOf(await lstat(path))
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '')) return 'nothing'
    throw error
  }
}

/**
 * Moves a file or folder to where nothing is. To another disk: a copy beside the target, fsync, rename, and only then
 * the source goes; at every moment one of the two is whole.
 */
export async function movePath(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  try {
    await rename(from, to)
  } catch (error) {
    if (systemCode(error) !== 'EXDEV') throw error
    await copyWhole(from, to)
    await rm(from, { recursive: true })
  }
  await syncFolder(dirname(to))
  await syncFolder(dirname(from))
}

/** Copies a file or folder so that it stands at `to` whole or not at all. */
export async function copyWhole(from: string, to: string): Promise<void> {
  const part = besideOf(to)
  try {
    await rm(part, { recursive: true, force: true })
    await cp(from, part, {
      recursive: true,
      errorOnExist: true,
      force: false,
      preserveTimestamps: true,
      verbatimSymlinks: true,
    })
    await syncAll(part)
    await rename(part, to)
  } catch (error) {
    await rm(part, { recursive: true, force: true })
    throw error
  }
}

async function syncAll(path: string): Promise<void> {
  const kind = await kindAt(path)
  if (kind === 'folder') {
    for (const name of await readdir(path)) await syncAll(join(path, name))
    await syncFolder(path)
  } else if (kind === 'file') {
    const handle = await open(path, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  }
}

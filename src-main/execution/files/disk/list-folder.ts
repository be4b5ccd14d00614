import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileEntry } from '../files.ts'
import { systemCode } from './file-error.ts'
import { kindOf } from './move-path.ts'

/** Entries of a folder by name; links are told as links. `named` is how the operator calls the folder. */
export async function listFolder(named: string, real: string): Promise<FileEntry[]> {
  const entries: FileEntry[] = []
  for (const name of (await readdir(real)).sort()) {
    try {
      const found = await lstat(join(real, name))
      const modifiedAt = found.mtime.toISOString()
      entries.push({ path: join(named, name), kind: kindOf(found), size: found.size, modifiedAt })
    } catch (error) {
      // gone between the two looks
      if (systemCode(error) !== 'ENOENT') throw error
    }
  }
  return entries
}

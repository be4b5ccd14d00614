import { chmodSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { messageOf, StorageError } from '../vocabulary/errors.ts'

/** Where the owner of a data directory is reached, readable by its user alone. */
const ownerSchema = z.object({
  /** `http://127.0.0.1:PORT`. */
  address: z.url(),
  token: z.string().min(1),
  pid: z.int(),
})
export type Owner = z.infer<typeof ownerSchema>

const fileOf = (home: string): string => join(home, 'owner.json')

/** Replaces the file as a whole: a reader sees the old one or the new one. */
export function writeOwner(home: string, owner: Owner): void {
  const draft = `${fileOf(home)}.${owner.pid}`
  writeFileSync(draft, `${JSON.stringify(owner)}\n`, { mode: 0o600 })
  chmodSync(draft, 0o600)
  renameSync(draft, fileOf(home))
}

/** Undefined where there is none. Throws StorageError where it cannot be read. */
export function readOwner(home: string): Owner | undefined {
  try {
    return ownerSchema.parse(JSON.parse(readFileSync(fileOf(home), 'utf8')))
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined
    throw new StorageError('owner-unreadable', `${fileOf(home)} cannot be read: ${messageOf(cause)}`, {
      fix: 'Close all running Adjutants of this data directory and start again.',
    })
  }
}

/** Removes the file if it is still this process's own. */
export function removeOwner(home: string, pid: number): void {
  if (readOwner(home)?.pid === pid) rmSync(fileOf(home), { force: true })
}

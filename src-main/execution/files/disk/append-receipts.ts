import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { sha256 } from '../../../vocabulary/json.ts'
import { systemCode } from './file-error.ts'
import { writeAtomically } from './write-atomically.ts'

/** A receipt is asked for at most once, soon after a crash; a thousand of them are more than enough. */
const MOST_KEPT = 1000
const LET_GO_AT_ONCE = 200

const receiptSchema = z.object({ path: z.string(), before: z.string(), after: z.string(), bytes: z.number() })
export type Receipt = z.infer<typeof receiptSchema>

/**
 * What each append is about to make of its file, written before the file changes: afterwards the file's hash tells
 * whether it happened. Named by hash of the effect's key.
 */
export interface AppendReceipts {
  write(key: string, receipt: Receipt): Promise<void>
  read(key: string): Promise<Receipt | undefined>
}

export function createAppendReceipts(folder: string): AppendReceipts {
  const fileOf = (key: string) => join(folder, `${sha256(key).slice(0, 32)}.json`)
  return {
    async write(key, receipt) {
      await writeAtomically(fileOf(key), JSON.stringify(receipt), 0o600)
      await letGoOfOldest(folder)
    },
    async read(key) {
      try {
        return receiptSchema.parse(JSON.parse(await readFile(fileOf(key), 'utf8')))
      } catch (error) {
        if (systemCode(error) === 'ENOENT') return undefined
        throw error
      }
    },
  }
}

async function letGoOfOldest(folder: string): Promise<void> {
  const names = await readdir(folder)
  if (names.length <= MOST_KEPT) return
  const aged = await Promise.all(
    names.map(async (name) => ({ name, written: (await stat(join(folder, name))).mtimeMs })),
  )
  aged.sort((a, b) => a.written - b.written)
  for (const { name } of aged.slice(0, names.length - MOST_KEPT + LET_GO_AT_ONCE))
    await rm(join(folder, name), { force: true })
}

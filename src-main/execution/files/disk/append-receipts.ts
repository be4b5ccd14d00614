import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { sha256 } from '../../../vocabulary/json.ts'
import { systemCode } from './file-error.ts'
import { writeAtomically } from './write-atomically.ts'

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
    write: (key, receipt) => writeAtomically(fileOf(key), JSON.stringify(receipt), 0o600),
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

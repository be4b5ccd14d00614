import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import * as z from 'zod/mini'

/** A process that runs, or one that did not end in order. */
const lifeSchema = z.object({
  /** ISO 8601. */
  since: z.string(),
  /** What it died of, where it could still say so. */
  crash: z.optional(z.string()),
  /** Processes before it that did not end in order, in a row. */
  failed: z.optional(z.int().check(z.minimum(0))),
})
export type Life = z.infer<typeof lifeSchema>

/** Remembers, across processes, how the last one ended. */
export interface CrashRecord {
  /** The process before this one, where it did not end in order. */
  readonly before: Life | undefined
  /** Processes that did not end in order, one after the other, up to the one before this. */
  readonly failures: number
  /** It has run for so long that those before it count no more. */
  stable(): void
  crashed(what: string): void
  endedWell(): void
}

/** Begins the record of this process; to be called by the one that has the data directory. */
export function beginRecord(file: string, now: Date): CrashRecord {
  const before = read(file)
  const since = now.toISOString()
  const failures = before ? (before.failed ?? 0) + 1 : 0
  let failed = failures
  write(file, { since, failed })
  return {
    before,
    failures,
    stable: () => {
      failed = 0
      write(file, { since, failed })
    },
    crashed: (crash) => write(file, { since, crash, failed }),
    endedWell: () => rmSync(file, { force: true }),
  }
}

/** Undefined where there is none, or nothing that can be read: then nothing is known of it. */
function read(file: string): Life | undefined {
  try {
    return lifeSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.core.$ZodError) return undefined
    if (error instanceof Error && 'code' in error) return undefined
    throw error
  }
}

function write(file: string, life: Life): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(life)}\n`)
}

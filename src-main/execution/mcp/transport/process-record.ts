import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

/** Since when a process runs, as its system tells it: another one that has got its number began later. */
type Began = string

const recordSchema = z.array(z.strictObject({ pid: z.int().min(2), began: z.string() }))
type Record = z.infer<typeof recordSchema>

/**
 * The programs that were started as servers and have not ended, in a file: what outlives an agent that was killed is
 * ended by the next one.
 */
export interface ProcessRecord {
  add(pid: number): void
  remove(pid: number): void
  /** Ends, with their groups, those that an agent before this one has left. */
  endLeftovers(): void
}

export function createProcessRecord(file: string): ProcessRecord {
  let record: Record = []
  // read before this agent writes its own
  let left = readRecord(file)

  const write = () => {
    const all = [...left, ...record]
    if (all.length === 0) return rmSync(file, { force: true })
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(file, JSON.stringify(all), { mode: 0o600 })
  }

  return {
    add: (pid) => {
      const began = beganAt(pid)
      if (began === undefined) return
      record = [...record, { pid, began }]
      write()
    },
    remove: (pid) => {
      record = record.filter((each) => each.pid !== pid)
      write()
    },
    endLeftovers: () => {
      for (const { pid, began } of left) {
        if (beganAt(pid) !== began) continue
        try {
          process.kill(-pid, 'SIGKILL')
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
        }
      }
      left = []
      write()
    },
  }
}

function readRecord(file: string): Record {
  try {
    return recordSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // none, or cut off in the middle of a write: there is nothing that could be ended safely
    return []
  }
}

/** Undefined where there is no such process, or a system that does not tell. */
function beganAt(pid: number): Began | undefined {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      // after the name, which may hold anything: state is the first field, the start the twentieth
      return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
    }
    if (process.platform === 'darwin')
      return (
        execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
      )
    return undefined
  } catch {
    // it is gone
    return undefined
  }
}

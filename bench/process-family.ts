import { readdirSync, readFileSync } from 'node:fs'

export interface ProcessFamily {
  /** Proportional set size. */
  readonly pssMiB: number
  readonly processes: number
  /** Processor time so far. */
  readonly cpuMs: number
}

/** The kernel counts processor time in hundredths of a second. */
const TICK_MS = 10

/** A process and all that descend from it, together. Linux only. */
export function processFamily(pid: number): ProcessFamily {
  const parents = new Map<number, number>()
  const ticks = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const stat = read(`/proc/${name}/stat`)
    // the command's name stands in brackets and may hold spaces; the parent is the second field after it
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    parents.set(Number(name), Number(fields[1]))
    ticks.set(Number(name), Number(fields[11]) + Number(fields[12]))
  }
  const family = [...parents.keys()].filter((one) => descends(one, pid, parents))
  const kib = family.map((one) => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${one}/smaps_rollup`))?.[1] ?? 0))
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
  return {
    pssMiB: sum(kib) / 1024,
    processes: family.length,
    cpuMs: sum(family.map((one) => ticks.get(one) ?? 0)) * TICK_MS,
  }
}

function descends(one: number, ancestor: number, parents: ReadonlyMap<number, number>): boolean {
  for (let now: number | undefined = one; now; now = parents.get(now)) if (now === ancestor) return true
  return false
}

/** Empty where the process has ended meanwhile. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error) return ''
    throw error
  }
}

import { readdirSync, readFileSync } from 'node:fs'

/** Proportional set size of a process and all that descend from it, in MiB, and how many they are. Linux only. */
export function idleMemory(pid: number): { pssMiB: number; processes: number } {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const stat = read(`/proc/${name}/stat`)
    // the command's name stands in brackets and may hold spaces; the parent is the second field after it
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
    parents.set(Number(name), parent)
  }
  const family = [...parents.keys()].filter((one) => descends(one, pid, parents))
  const kib = family.map((one) => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${one}/smaps_rollup`))?.[1] ?? 0))
  return { pssMiB: kib.reduce((a, b) => a + b, 0) / 1024, processes: family.length }
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

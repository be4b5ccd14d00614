import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const MIB = 1024 * 1024

/** MiB that each part of a packaged application may take at most. */
export const BUDGET = {
  'Electron itself': 300,
  'the archive: interface and agent': 30,
  'threads and native code': 75,
  'bundled models': 105,
} as const

type Part = keyof typeof BUDGET

const partOf = (path: string): Part => {
  if (/(^|[\\/])app\.asar$/.test(path)) return 'the archive: interface and agent'
  if (/app\.asar\.unpacked[\\/]/.test(path)) return 'threads and native code'
  if (/[\\/]models[\\/]/.test(path)) return 'bundled models'
  return 'Electron itself'
}

export interface MeasuredPart {
  readonly part: Part
  readonly mib: number
  readonly budget: number
}

/** What the parts of the packaged application in `folder` take on the disk. */
export function measureParts(folder: string): MeasuredPart[] {
  const sums = new Map<Part, number>()
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const stats = statSync(join(folder, entry))
    if (stats.isFile()) sums.set(partOf(entry), (sums.get(partOf(entry)) ?? 0) + stats.size)
  }
  return (Object.keys(BUDGET) as Part[]).map((part) => ({
    part,
    mib: Math.round((10 * (sums.get(part) ?? 0)) / MIB) / 10,
    budget: BUDGET[part],
  }))
}

/** The measured parts in words, one a line. */
export const describeParts = (parts: readonly MeasuredPart[]): string =>
  parts
    .map(({ part, mib, budget }) => `${part}: ${mib} MiB of ${budget}${mib > budget ? ' TOO LARGE' : ''}`)
    .join('\n')

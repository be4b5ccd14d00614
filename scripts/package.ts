import { join } from 'node:path'
import { listContents, strayFiles } from './package/contents.ts'
import { wrongFuses } from './package/fuses.ts'
import { packageFolder } from './package/package-folder.ts'
import { describeParts, measureParts } from './package/size-budget.ts'

const say = (line: string) => process.stderr.write(`${line}\n`)

// packages the application for this system into a folder, checks what is in it, and prints its path
try {
  const folder = await packageFolder(say)
  const parts = measureParts(folder)
  say(describeParts(parts))
  const stray = strayFiles(listContents(folder))
  const wrong = process.platform === 'linux' ? await wrongFuses(join(folder, 'adjutant')) : []
  const faults = [
    ...parts.filter(({ mib, budget }) => mib > budget).map(({ part }) => `past its budget: ${part}`),
    ...stray.map((path) => `not meant to be shipped: ${path}`),
    ...wrong.map((fuse) => `fuse ${fuse}`),
  ]
  if (faults.length > 0) throw new Error(`The package is not as it must be:\n${faults.join('\n')}`)
  process.stdout.write(`${folder}\n`)
} catch (error) {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error))
  process.exitCode = 1
}

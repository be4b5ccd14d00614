import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { autostartEntry, isOurEntry, type StartCommand } from './autostart-entry.ts'

/** Where a Linux desktop looks for what the operator has started at login. */
export const autostartFile = (env: Readonly<Record<string, string | undefined>>, userHome: string): string =>
  join(env.XDG_CONFIG_HOME || join(userHome, '.config'), 'autostart', 'adjutant.desktop')

/**
 * Makes the entry there what it must be: there with `start`, gone without. One that somebody else has written stays.
 * Returns whether anything was changed.
 */
export function keepAutostart(file: string, start: StartCommand | undefined): boolean {
  const there = readIfThere(file)
  if (there !== undefined && !isOurEntry(there)) return false
  if (!start) {
    if (there !== undefined) rmSync(file)
    return there !== undefined
  }
  const wanted = autostartEntry(start)
  if (there === wanted) return false
  mkdirSync(dirname(file), { recursive: true })
  const part = `${file}.part`
  writeFileSync(part, wanted)
  renameSync(part, file)
  return true
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

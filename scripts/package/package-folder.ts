import { join } from 'node:path'
import { build, type Configuration, Platform } from 'electron-builder'
import { buildWhenStale, ROOT } from '../build-when-stale.ts'
import { configuration } from './configuration.ts'
import { unpackElectron } from './unpacked-electron.ts'
import { writeIcons } from './write-icons.ts'

/** Packages the application for this system into a folder, from an Electron that is there. Returns the folder. */
export async function packageFolder(say: (line: string) => void): Promise<string> {
  buildWhenStale()
  const made = join(ROOT, 'out', 'package')
  writeIcons(made)
  const electron = await unpackElectron(join(made, 'electron'), say)
  const { addon } = electron
  const here: Configuration = {
    ...configuration,
    electronDist: electron.folder,
    electronVersion: electron.version,
    // nothing is signed without a certificate
    forceCodeSigning: false,
    ...(addon ? { extraFiles: [{ from: addon, to: 'better_sqlite3.node' }] } : {}),
  }
  // links would lead back into what was unpacked
  process.env.USE_HARD_LINKS = 'false'
  await build({ targets: Platform.current().createTarget('dir'), config: here, publish: 'never' })
  const folders = { linux: 'linux-unpacked', win32: 'win-unpacked', darwin: 'mac' } as Record<string, string>
  const name = folders[process.platform] ?? 'linux-unpacked'
  return join(ROOT, 'dist', process.arch === 'arm64' ? name.replace(/(-unpacked)?$/, '-arm64$1') : name)
}

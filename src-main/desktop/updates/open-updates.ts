import { createPublicKey, type KeyObject } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, shell } from 'electron'
import type { DesktopMessage } from '../../../src-preload/contract.ts'
import { systemClock } from '../../vocabulary/clock.ts'
import { createUpdates, type Updates } from './create-updates.ts'
import type { Running } from './update-feed.ts'

/** Updates of this installation. The key came with it, from `built`; nothing outside of the package can name another. */
export function openUpdates(options: {
  readonly built: string
  readonly home: string
  readonly tell: (message: DesktopMessage) => void
  readonly report: (what: string, error: unknown) => void
}): Updates {
  const { built, home, tell, report } = options
  return createUpdates({
    running: { version: app.getVersion(), system: `${process.platform}-${process.arch}`, kind: kindHere() },
    key: readKey(join(built, 'update-key.pem'), report),
    folder: join(home, 'updates'),
    clock: systemClock,
    reveal: (file) => shell.showItemInFolder(file),
    open: (file) => shell.openPath(file),
    changed: (update) => tell({ type: 'update', update }),
  })
}

function kindHere(): Running['kind'] {
  if (process.platform === 'win32') return 'exe'
  if (process.platform === 'darwin') return 'dmg'
  return process.env.APPIMAGE ? 'AppImage' : 'deb'
}

function readKey(file: string, report: (what: string, error: unknown) => void): KeyObject | undefined {
  if (!existsSync(file)) return undefined
  try {
    const key = createPublicKey(readFileSync(file))
    if (key.asymmetricKeyType === 'ed25519') return key
    throw new Error(`${file} holds a key of the kind ${key.asymmetricKeyType}, not ed25519`)
  } catch (error) {
    report('there will be no updates: their key cannot be read', error)
    return undefined
  }
}

import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

/** `~` and `~/…` as the home directory; anything else as it is. */
export function expandHome(path: string, home: string): string {
  if (path === '~') return home
  return path.startsWith('~/') || path.startsWith('~\\') ? join(home, path.slice(2)) : path
}

/** The data directory, absolute: ADJUTANT_HOME, else the place where this system keeps the data of applications. */
export function resolveHome(
  env: Environment,
  platform: NodeJS.Platform = process.platform,
  home = homedir(),
): string {
  if (env.ADJUTANT_HOME) return resolve(expandHome(env.ADJUTANT_HOME, home))
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Adjutant')
  if (platform === 'win32') return join(env.APPDATA || join(home, 'AppData', 'Roaming'), 'Adjutant')
  return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'adjutant')
}

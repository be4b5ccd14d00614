import { lstat } from 'node:fs/promises'
import { extname } from 'node:path'
import { systemCode } from './file-error.ts'
import { namesBeneath } from './path-within.ts'

/** Folders whose content a system starts by itself, as parts of a path. */
const AUTOSTART = [
  /\/\.config\/(autostart|systemd|environment\.d)(\/|$)/,
  /\/etc\/(cron[^/]*|init\.d|rc\.d|systemd|profile\.d|xdg\/autostart)(\/|$)/,
  /\/var\/spool\/cron(\/|$)/,
  /\/Library\/(LaunchAgents|LaunchDaemons|StartupItems)(\/|$)/i,
  /\/Start Menu\/Programs\/Startup(\/|$)/i,
]

const EXECUTABLE_SUFFIXES = new Set(
  '.sh .bash .zsh .fish .command .app .desktop .exe .com .bat .cmd .ps1 .vbs .wsf .msi .scr .lnk .reg .jar .scpt'.split(
    ' ',
  ),
)

/** Why touching a real path is out of the ordinary: judged by its names beneath `base` and by what is there now. */
export async function unusualPlace(
  real: string,
  base: string,
): Promise<'dotfile' | 'autostart' | 'executable' | undefined> {
  const slashed = real.replaceAll('\\', '/')
  if (AUTOSTART.some((pattern) => pattern.test(slashed))) return 'autostart'
  if (namesBeneath(real, base).some((name) => name.startsWith('.'))) return 'dotfile'
  if (EXECUTABLE_SUFFIXES.has(extname(real).toLowerCase())) return 'executable'
  return (await mayBeRun(real)) ? 'executable' : undefined
}

async function mayBeRun(path: string): Promise<boolean> {
  if (process.platform === 'win32') return false
  try {
    const found = await lstat(path)
    return found.isFile() && (found.mode & 0o111) !== 0
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '')) return false
    throw error
  }
}

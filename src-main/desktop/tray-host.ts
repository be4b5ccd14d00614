import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const WATCHER = 'org.kde.StatusNotifierWatcher'
const BUS = ['org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus'] as const

/** Ways to ask the session bus, by the tool that a desktop may have. */
const ASKING: readonly (readonly [command: string, ...args: string[]])[] = [
  [
    'dbus-send',
    '--session',
    '--print-reply=literal',
    `--dest=${BUS[0]}`,
    BUS[1],
    `${BUS[2]}.NameHasOwner`,
    `string:${WATCHER}`,
  ],
  [
    'gdbus',
    'call',
    '--session',
    '--dest',
    BUS[0],
    '--object-path',
    BUS[1],
    '--method',
    `${BUS[2]}.NameHasOwner`,
    WATCHER,
  ],
  ['busctl', '--user', 'call', ...BUS, 'NameHasOwner', 's', WATCHER],
]

type Run = (command: string, args: readonly string[]) => Promise<string>

/** Whether this desktop shows tray icons. On Linux not all do, and an icon that nobody shows would be no way back. */
export async function hasTray(
  platform: NodeJS.Platform = process.platform,
  run: Run = runQuietly,
): Promise<boolean> {
  if (platform !== 'linux') return true
  for (const [command, ...args] of ASKING) {
    const answer = await run(command, args).catch(() => undefined)
    if (answer !== undefined) return /\btrue\b/.test(answer)
  }
  return false
}

const runQuietly: Run = async (command, args) =>
  (await promisify(execFile)(command, [...args], { timeout: 1_000 })).stdout

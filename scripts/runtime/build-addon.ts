import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { ROOT } from '../build-when-stale.ts'
import { STAND_IN } from './find-electron.ts'

/**
 * Builds better-sqlite3 from its package's source for the stand-in runtime's Node-API (the packaged build needs a newer
 * one). Returns the addon's path in `cache`; takes a minute and a half once, and needs gcc, make and python3.
 */
export function buildAddon(cache: string, say: (line: string) => void): string {
  const require = createRequire(import.meta.url)
  const source = dirname(require.resolve('better-sqlite3/package.json'))
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as { version: string }
  const addon = join(cache, `better-sqlite3-${version}-napi${STAND_IN.napi}.node`)
  if (existsSync(addon)) return addon
  say(`Building better-sqlite3 ${version} for Electron ${STAND_IN.version} (a minute and a half, once)…`)
  const work = join(cache, 'better-sqlite3.part')
  rmSync(work, { recursive: true, force: true })
  mkdirSync(cache, { recursive: true })
  cpSync(source, work, { recursive: true })
  const nodeGyp = join(dirname(require.resolve('node-gyp/package.json')), 'bin', 'node-gyp.js')
  const built = spawnSync(
    process.execPath,
    [nodeGyp, 'rebuild', '--release', '--force_build=1', `--nodedir=${headersFolder()}`],
    {
      cwd: work,
      encoding: 'utf8',
      env: {
        ...process.env,
        CXXFLAGS: '-DNAPI_VERSION=2147483647 -DNAPI_EXPERIMENTAL',
        NODE_PATH: join(ROOT, 'node_modules'),
      },
    },
  )
  const result = join(work, 'build', 'Release', 'better_sqlite3.node')
  if (built.status !== 0 || !existsSync(result)) {
    throw new Error(`better-sqlite3 could not be built for this runtime:\n${built.stderr.slice(-3000)}`)
  }
  cpSync(result, addon)
  rmSync(work, { recursive: true, force: true })
  return addon
}

/** Prefix of a Node whose headers are installed: the one outside node_modules. */
function headersFolder(): string {
  const candidates = (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'node'))
    .filter((path) => existsSync(path) && !path.includes('node_modules'))
    .map((path) => dirname(dirname(realpathSync(path))))
  const found = [...candidates, '/usr', '/usr/local'].find((prefix) =>
    existsSync(join(prefix, 'include', 'node', 'node_api.h')),
  )
  if (!found)
    throw new Error('No Node headers were found (include/node/node_api.h beside the Node on the path).')
  return found
}

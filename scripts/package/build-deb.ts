import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { SUMMARY } from './configuration.ts'
import { desktopEntry } from './desktop-entry.ts'
import { MAINTAINER_SCRIPTS } from './maintainer-scripts.ts'
import { ICON_SIZES } from './write-icons.ts'

export interface DebOptions {
  /** The packaged application. */
  readonly folder: string
  /** Where icons/ lies. */
  readonly made: string
  readonly licence: string
  readonly version: string
  /** Where the package is put. */
  readonly output: string
}

const HOME = 'opt/Adjutant'
/** Later Debians name some libraries by their 64-bit time. */
const DEPENDS = [
  'libasound2 | libasound2t64',
  'libatk-bridge2.0-0 | libatk-bridge2.0-0t64',
  'libatspi2.0-0 | libatspi2.0-0t64',
  'libc6 (>= 2.28)',
  'libcups2 | libcups2t64',
  'libdrm2',
  'libgbm1',
  'libgtk-3-0 | libgtk-3-0t64',
  'libnotify4',
  'libnss3',
  'libxkbcommon0',
  'libxt6 | libxt6t64',
  'libxtst6',
]
const RECOMMENDS = ['libsecret-1-0', 'xdg-utils', 'speech-dispatcher']

/** A Debian package of a packaged application, by dpkg-deb. Returns its path. */
export function buildDeb({ folder, made, licence, version, output }: DebOptions): string {
  const architecture = process.arch === 'arm64' ? 'arm64' : 'amd64'
  const root = join(made, 'deb')
  rmSync(root, { recursive: true, force: true })
  const put = (path: string, text: string, mode = 0o644) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
    chmodSync(join(root, path), mode)
  }
  mkdirSync(join(root, 'opt'), { recursive: true })
  cpSync(folder, join(root, HOME), { recursive: true })
  const permissions = spawnSync('chmod', ['-R', 'u=rwX,go=rX', root])
  if (permissions.status !== 0) throw new Error(`chmod failed: ${permissions.stderr}`)
  chmodSync(join(root, HOME, 'chrome-sandbox'), 0o4755)
  put('usr/share/applications/adjutant.desktop', desktopEntry('/usr/bin/adjutant'))
  for (const size of ICON_SIZES) {
    const place = join(root, `usr/share/icons/hicolor/${size}x${size}/apps`)
    mkdirSync(place, { recursive: true })
    copyFileSync(join(made, 'icons', `${size}x${size}.png`), join(place, 'adjutant.png'))
  }
  put('usr/share/doc/adjutant/copyright', readFileSync(licence, 'utf8'))
  mkdirSync(join(root, 'usr/bin'), { recursive: true })
  symlinkSync(`../../${HOME}/adjutant`, join(root, 'usr/bin/adjutant'))

  const files = filesIn(root)
  const size = files.reduce((sum, path) => sum + statSync(path).size, 0)
  const sums = files.map((path) => {
    const md5 = createHash('md5').update(readFileSync(path)).digest('hex')
    return `${md5}  ${relative(root, path)}\n`
  })
  put('DEBIAN/md5sums', sums.join(''))
  for (const [name, script] of Object.entries(MAINTAINER_SCRIPTS)) put(`DEBIAN/${name}`, script, 0o755)
  put(
    'DEBIAN/control',
    `Package: adjutant
Version: ${version}
Section: utils
Priority: optional
Architecture: ${architecture}
Maintainer: Adjutant <adjutant@localhost>
Installed-Size: ${Math.ceil(size / 1024)}
Depends: ${DEPENDS.join(', ')}
Recommends: ${RECOMMENDS.join(', ')}
Description: ${SUMMARY}
 It hears, remembers, plans, acts with permission, and never loses its place.
 Speech and meaning are understood on this machine. What operators keep in
 their data directories is theirs, and stays when the package goes.
`,
  )
  mkdirSync(output, { recursive: true })
  const deb = join(output, `adjutant_${version}_${architecture}.deb`)
  const built = spawnSync('dpkg-deb', ['--root-owner-group', '-Zzstd', '-z6', '--build', root, deb], {
    encoding: 'utf8',
  })
  if (built.status !== 0) throw new Error(`dpkg-deb failed: ${built.error?.message ?? built.stderr}`)
  rmSync(root, { recursive: true, force: true })
  return deb
}

/** All files below, but no links. */
const filesIn = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()

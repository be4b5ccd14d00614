import { createPrivateKey } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './build-when-stale.ts'
import { buildDeb } from './package/build-deb.ts'
import { listContents, strayFiles } from './package/contents.ts'
import { wrongFuses } from './package/fuses.ts'
import { makeFeed } from './package/make-feed.ts'
import { MADE, packageFolder, packageInstallers } from './package/package-folder.ts'
import { describeParts, measureParts } from './package/size-budget.ts'

const say = (line: string) => process.stderr.write(`${line}\n`)

/** What is not as it must be in a packaged application, in words. */
async function faultsOf(folder: string): Promise<string[]> {
  const parts = measureParts(folder)
  say(describeParts(parts))
  const wrong = process.platform === 'linux' ? await wrongFuses(join(folder, 'adjutant')) : []
  return [
    ...parts.filter(({ mib, budget }) => mib > budget).map(({ part }) => `past its budget: ${part}`),
    ...strayFiles(listContents(folder)).map((path) => `not meant to be shipped: ${path}`),
    ...wrong.map((fuse) => `fuse ${fuse}`),
  ]
}

const FEED_DAYS = 60

/** Signs a feed of all packages that lie in dist with a private key. */
function signFeed(keyFile: string | undefined, notesFile: string | undefined): string {
  if (!keyFile) throw new Error('Which key? npm run package -- feed PRIVATE.pem [NOTES.txt]')
  const folder = join(ROOT, 'dist')
  return makeFeed({
    version: ownVersion(),
    notes: notesFile ? readFileSync(notesFile, 'utf8') : '',
    expires: new Date(Date.now() + FEED_DAYS * 86_400_000),
    packages: readdirSync(folder)
      .filter((name) => /\.(deb|AppImage|exe|dmg)$/.test(name))
      .map((name) => join(folder, name)),
    key: createPrivateKey(readFileSync(keyFile)),
    folder,
  })
}

const ownVersion = (): string =>
  (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version

/**
 * Packages the application for this system and prints where: `folder` (as it stands on the disk, checked), `deb` (that
 * folder as a Debian package) or `installers` (all that electron-builder makes here; it fetches tools of its own). `feed`
 * signs what was packaged, for those who have an earlier version.
 */
async function packageAs(kind: string, rest: readonly string[]): Promise<string> {
  if (kind === 'feed') return signFeed(rest[0], rest[1])
  if (!['folder', 'deb', 'installers'].includes(kind)) {
    throw new Error(`"${kind}" is nothing that is packaged: folder, deb, installers or feed.`)
  }
  const folder = await packageFolder(say)
  const faults = await faultsOf(folder)
  if (faults.length > 0) throw new Error(`The package is not as it must be:\n${faults.join('\n')}`)
  if (kind === 'folder') return folder
  if (kind === 'installers') return (await packageInstallers(folder)).join('\n')
  const version = ownVersion()
  return buildDeb({ folder, made: MADE, licence: join(ROOT, 'LICENSE'), version, output: join(ROOT, 'dist') })
}

try {
  process.stdout.write(`${await packageAs(process.argv[2] ?? 'folder', process.argv.slice(3))}\n`)
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}

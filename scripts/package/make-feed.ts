import { createHash, type KeyObject, sign } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { UpdateFeed, UpdatePackage } from '../../src-main/desktop/updates/update-feed.ts'

export interface FeedOptions {
  readonly version: string
  readonly notes: string
  /** When it stops to count. */
  readonly expires: Date
  readonly packages: readonly string[]
  /** Private, Ed25519. */
  readonly key: KeyObject
  /** Where feed.json and feed.json.sig are put, beside the packages. */
  readonly folder: string
}

/** Systems by the names that packages have. */
const SYSTEMS = [
  [/(linux-x64|_amd64)\./, 'linux-x64'],
  [/(linux-(arm64)|_arm64)\./, 'linux-arm64'],
  [/linux-x86_64\./, 'linux-x64'],
  [/win-x64\./, 'win32-x64'],
  [/win-arm64\./, 'win32-arm64'],
  [/mac-x64\./, 'darwin-x64'],
  [/mac-arm64\./, 'darwin-arm64'],
] as const

/** Writes a feed of packages with its signature. Returns the feed's file. */
export function makeFeed({ version, notes, expires, packages, key, folder }: FeedOptions): string {
  const feed: UpdateFeed = {
    version,
    expires: expires.toISOString(),
    notes,
    packages: packages.map(describe),
  }
  const file = join(folder, 'feed.json')
  const text = Buffer.from(`${JSON.stringify(feed, null, 2)}\n`)
  writeFileSync(file, text)
  writeFileSync(`${file}.sig`, `${sign(null, text, key).toString('base64')}\n`)
  return file
}

function describe(file: string): UpdatePackage {
  const name = basename(file)
  const system = SYSTEMS.find(([pattern]) => pattern.test(name))?.[1]
  const kind = /\.(deb|AppImage|exe|dmg)$/.exec(name)?.[1] as UpdatePackage['kind'] | undefined
  if (!system || !kind) throw new Error(`${name}: its name does not say for which system it is.`)
  const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex')
  return { system, kind, url: encodeURIComponent(name), bytes: statSync(file).size, sha256 }
}

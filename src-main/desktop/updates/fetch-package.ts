import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fetchReason } from './fetch-reason.ts'
import { type Update, UpdateError, type UpdatePackage } from './update-feed.ts'

export interface FetchPackageOptions {
  readonly folder: string
  /** The feed's address: the package's own may be relative to it. */
  readonly feed: string
  /** Bytes that have arrived. */
  readonly progress: (done: number) => void
  readonly signal: AbortSignal
}

/**
 * Downloads the package of an update, and keeps it under its version's name only if size and SHA-256 are those that the
 * feed signed for. Packages of other versions go. Returns the file. Throws UpdateError, or the signal's reason.
 */
export async function fetchPackage(update: Update, options: FetchPackageOptions): Promise<string> {
  const { folder, feed, progress, signal } = options
  const wanted = update.package
  const file = join(folder, `adjutant-${update.version}-${wanted.system}.${wanted.kind}`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const name of await readdir(folder))
    if (join(folder, name) !== file) await rm(join(folder, name), { force: true })
  if (await isPackage(file, wanted)) return file
  const url = packageAddress(wanted.url, feed)
  const part = `${file}.part`
  try {
    await download(url, part, wanted, progress, signal)
    await rename(part, file)
    return file
  } catch (error) {
    await rm(part, { force: true })
    if (signal.aborted) throw signal.reason
    if (error instanceof UpdateError) throw error
    throw new UpdateError('package-unreachable', `${url.href} broke off: ${fetchReason(error)}.`, {
      fix: 'Check the connection and try again.',
      cause: error,
    })
  }
}

/** Whether the file is there, byte for byte. */
export async function isPackage(file: string, { bytes, sha256 }: UpdatePackage): Promise<boolean> {
  const stats = await stat(file).catch(() => undefined)
  if (!stats?.isFile() || stats.size !== bytes) return false
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest('hex') === sha256
}

async function download(
  url: URL,
  part: string,
  { bytes, sha256 }: UpdatePackage,
  progress: (done: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const response = await fetch(url, { signal, cache: 'no-store' })
  if (!response.ok || !response.body)
    throw new UpdateError('package-unreachable', `${url.href} answers ${response.status}.`, {
      fix: 'The feed names a package that is not there. Try again later.',
    })
  const hash = createHash('sha256')
  let done = 0
  const written = await open(part, 'w', 0o600)
  try {
    for await (const chunk of response.body) {
      done += chunk.length
      if (done > bytes) throw tampered(url)
      hash.update(chunk)
      await written.write(chunk)
      progress(done)
    }
    await written.sync()
  } finally {
    await written.close()
  }
  if (done !== bytes || hash.digest('hex') !== sha256) throw tampered(url)
}

function packageAddress(address: string, feed: string): URL {
  const url = URL.canParse(address, feed) ? new URL(address, feed) : undefined
  if (url && (url.protocol === 'https:' || url.origin === new URL(feed).origin)) return url
  throw new UpdateError(
    'package-address',
    `The feed names "${address}" for its package, which is no https address.`,
    {
      fix: 'Ask whoever makes the feed.',
    },
  )
}

const tampered = (url: URL) =>
  new UpdateError(
    'package-tampered',
    `${url.href} is not the package that the feed was signed for: nothing of it was kept.`,
    {
      fix: 'It was tampered with or damaged on its way. Try again; if it goes on, do not install it by other means.',
    },
  )

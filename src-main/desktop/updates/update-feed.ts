import { type KeyObject, verify } from 'node:crypto'
import { z } from 'zod'
import { AdjutantError } from '../../vocabulary/errors.ts'

/** An update cannot be told of, had, or trusted. */
export class UpdateError extends AdjutantError {}

const version = z.string().regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/, 'must be a version such as 1.2.3')

const feedSchema = z.strictObject({
  version,
  /** After it the feed counts for nothing: an old one cannot be served for ever. */
  expires: z.iso.datetime(),
  notes: z.string().max(10_000),
  packages: z
    .array(
      z.strictObject({
        /** As Node names them: 'linux-x64', 'darwin-arm64', 'win32-x64'. */
        system: z.string().regex(/^[a-z0-9]+-[a-z0-9]+$/),
        kind: z.enum(['deb', 'AppImage', 'exe', 'dmg']),
        /** From where the feed is. */
        url: z.string().min(1).max(2_000),
        bytes: z.int().min(1).max(4_000_000_000),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .max(50),
})

export type UpdateFeed = z.infer<typeof feedSchema>
export type UpdatePackage = UpdateFeed['packages'][number]

/** What runs here. */
export interface Running {
  readonly version: string
  readonly system: string
  readonly kind: UpdatePackage['kind']
}

export interface Update {
  readonly version: string
  readonly notes: string
  readonly package: UpdatePackage
}

/**
 * The feed in `text`, whose Ed25519 signature by `key` over exactly these bytes is `signature`, in base64. Nothing of
 * it is read before it is known to be signed. Throws UpdateError.
 */
export function readFeed(text: Uint8Array, signature: string, key: KeyObject, now: number): UpdateFeed {
  const sealed = Buffer.from(signature.trim(), 'base64')
  if (sealed.length !== 64 || !verify(null, text, key, sealed)) {
    throw new UpdateError(
      'feed-not-signed',
      'The feed is not signed with the key that came with this app: it is refused.',
      {
        fix: 'It was tampered with, or belongs to another app. Check its address.',
      },
    )
  }
  const parsed = feedSchema.safeParse(parseJson(text))
  if (!parsed.success) {
    throw new UpdateError(
      'feed-unreadable',
      `The feed is signed but cannot be read: ${z.prettifyError(parsed.error)}`,
      {
        fix: 'It is for another version of this app. Install the new one by hand.',
      },
    )
  }
  if (Date.parse(parsed.data.expires) <= now) {
    throw new UpdateError(
      'feed-expired',
      `The feed counts until ${parsed.data.expires} only: it is refused.`,
      {
        fix: "Somebody may hold back a newer one. Check its address, and this computer's clock.",
      },
    )
  }
  return parsed.data
}

/** What the feed has for what runs here; undefined where that is the newest. Throws UpdateError. */
export function chooseUpdate(feed: UpdateFeed, running: Running): Update | undefined {
  const newer = compareVersions(feed.version, running.version)
  if (newer === 0) return undefined
  if (newer < 0) {
    throw new UpdateError(
      'feed-older',
      `The feed offers ${feed.version}, which is older than ${running.version} that runs here: it is refused.`,
      { fix: 'Going back is never done by an update. Check the address of the feed.' },
    )
  }
  const found = feed.packages.find(({ system, kind }) => system === running.system && kind === running.kind)
  if (!found) {
    throw new UpdateError(
      'no-package',
      `The feed offers ${feed.version}, but no ${running.kind} for ${running.system}.`,
      { fix: 'Ask whoever makes the packages for one.' },
    )
  }
  return { version: feed.version, notes: feed.notes, package: found }
}

/** Below zero where `one` is older than `other`. */
export function compareVersions(one: string, other: string): number {
  const [these, those] = [one, other].map((each) => each.split(/[.-]/).slice(0, 3).map(Number))
  for (const part of [0, 1, 2]) {
    const difference = (these?.[part] ?? 0) - (those?.[part] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

function parseJson(text: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(text).toString('utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

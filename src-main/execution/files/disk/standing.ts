import { join, parse, relative, resolve } from 'node:path'
import { expandHome } from '../../../configuration/home.ts'
import type { PathStanding } from '../files.ts'
import { withFileErrors } from './file-error.ts'
import { isWithin, namesBeneath } from './path-within.ts'
import { realPathOf } from './real-path.ts'
import { unusualPlace } from './unusual-place.ts'

export interface Ground {
  /** Folders the agent may touch, as the settings have them now. */
  readonly roots: () => readonly string[]
  readonly home: string
  /** ADJUTANT_HOME. */
  readonly ownData: string
}

/** Judges a path: where it really is, and how that stands to what the agent may touch. Changes nothing. */
export async function standingOf(given: string, ground: Ground): Promise<PathStanding> {
  const path = resolve(ground.home, expandHome(given, ground.home))
  return withFileErrors('look at', path, async () => {
    const { real, exists } = await realPathOf(path)
    const roots = await Promise.all(
      ground.roots().map(async (root) => ({ root, real: (await realPathOf(root)).real })),
    )
    const root = roots.find((candidate) => isWithin(real, candidate.real))
    const ownData = (await realPathOf(ground.ownData)).real
    const base =
      root?.real ??
      (await baseOutside(
        path,
        real,
        ground,
        roots.map((each) => each.root),
      ))
    const unusual = base === undefined ? 'links-elsewhere' : await unusualPlace(real, base)
    return {
      path,
      real,
      exists,
      insideRoots: root !== undefined,
      ...(unusual === undefined ? {} : { unusual }),
      ownData: isWithin(real, ownData) || isWithin(path, ground.ownData),
    }
  })
}

/**
 * For a path outside the roots: the real folder from which its names count (home, or the first folder of the path, so
 * that a system's own links such as /tmp on macOS do not). Undefined where a link on the way leads elsewhere.
 */
async function baseOutside(
  path: string,
  real: string,
  { home }: Ground,
  roots: readonly string[],
): Promise<string | undefined> {
  if (roots.some((root) => isWithin(path, root))) return undefined
  const drive = parse(path).root
  const base = isWithin(path, home) ? home : join(drive, namesBeneath(path, drive)[0] ?? '')
  const { real: realBase } = await realPathOf(base)
  return relative(base, path) === relative(realBase, real) ? realBase : undefined
}

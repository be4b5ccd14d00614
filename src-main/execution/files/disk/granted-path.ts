import { dirname, join, relative, resolve } from 'node:path'
import { expandHome } from '../../../configuration/home.ts'
import { ToolError } from '../../../vocabulary/errors.ts'
import type { PathStanding } from '../files.ts'
import { isWithin } from './path-within.ts'
import type { Ground } from './standing.ts'
import { standingOf } from './standing.ts'

/**
 * The real path to act on, for a path that this call was granted. Judged anew, immediately before the act: a link put in
 * its way since the grant is refused. Throws ToolError 'outside-roots', 'own-data' or 'path-changed'.
 */
export async function grantedPath(
  given: string,
  granted: readonly PathStanding[],
  ground: Ground,
): Promise<PathStanding> {
  const path = resolve(ground.home, expandHome(given, ground.home))
  const grant = granted.find((standing) => isWithin(path, standing.path))
  if (grant === undefined) throw outside(path)
  const now = await standingOf(path, ground)
  if (now.ownData) {
    throw new ToolError(
      'own-data',
      `${path} belongs to Adjutant itself, which never touches its own data as a file`,
      {
        fix: 'Use the tools for memory, reminders and settings.',
      },
    )
  }
  const expected = join(grant.real, relative(grant.path, path))
  if (now.real !== expected) {
    throw new ToolError(
      'path-changed',
      `${path} leads to ${now.real} instead of ${expected}: a link was followed`,
      {
        fix: `Name the place it leads to: ${now.real}`,
      },
    )
  }
  return now
}

const outside = (path: string): ToolError =>
  new ToolError('outside-roots', `"${path}" is outside the folders that Adjutant may touch`, {
    fix: `Allow the folder ${dirname(path)} in Settings > Folders (files.roots in config.json).`,
  })

/** Refuses to carry ADJUTANT_HOME away together with a folder that it lies in. */
export function keepOwnData(standing: PathStanding, ground: Ground): void {
  if (!isWithin(ground.ownData, standing.path) && !isWithin(ground.ownData, standing.real)) return
  throw new ToolError(
    'own-data',
    `${standing.path} holds Adjutant's own data (${ground.ownData}) and stays where it is`,
    {
      fix: 'Name something in it instead.',
    },
  )
}

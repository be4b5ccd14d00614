import { basename, join } from 'node:path'
import { ToolError } from '../../../vocabulary/errors.ts'
import type { PathStanding } from '../files.ts'
import { kindAt, movePath } from './move-path.ts'
import { isWithin } from './path-within.ts'

/** Moves to a path where nothing is, or into the folder that is there. Gives the path where it is now. */
export async function moveFile(
  source: PathStanding,
  to: PathStanding,
  granted: (path: string) => Promise<PathStanding>,
): Promise<string> {
  await assertThere(source)
  const into = to.real !== source.real && (await kindAt(to.real)) === 'folder'
  const target = into ? await granted(join(to.path, basename(source.path))) : to
  if (isWithin(target.real, source.real)) {
    throw new ToolError(
      'exists',
      `Cannot move ${source.path} to ${target.path}: that is the same place or in it`,
      {
        fix: 'Choose another place.',
      },
    )
  }
  if ((await kindAt(target.real)) !== 'nothing') {
    throw new ToolError(
      'exists',
      `Cannot move ${source.path} to ${target.path}: something is there already`,
      {
        fix: 'Choose another name, or trash that first.',
      },
    )
  }
  await movePath(source.real, target.real)
  return target.path
}

/** That there is something to take away, and that it is itself and not a link to something else. */
export async function assertThere({ path, real }: PathStanding): Promise<void> {
  if ((await kindAt(real)) === 'nothing') {
    throw new ToolError('not-found', `There is nothing at ${path}`, {
      fix: 'Check the path, or list its folder.',
    })
  }
  if ((await kindAt(path)) === 'link') {
    throw new ToolError('not-a-file', `${path} is a link to ${real}`, {
      fix: `Name what it leads to: ${real}`,
    })
  }
}

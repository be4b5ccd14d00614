import { lstat, readlink, realpath } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { ToolError } from '../../../vocabulary/errors.ts'
import { systemCode } from './file-error.ts'

const MOST_LINKS = 40

/**
 * A path with every link on the way resolved, also where its end does not exist yet, and also through a link whose
 * target does not exist: writing there would create the target.
 */
export async function realPathOf(path: string, followed = 0): Promise<{ real: string; exists: boolean }> {
  if (followed > MOST_LINKS) throw new ToolError('file-error', `${path}: links lead in a circle`)
  try {
    return { real: await realpath(path), exists: true }
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ELOOP')
      throw new ToolError('file-error', `${path}: links lead in a circle`, { cause: error })
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error
  }
  const parent = dirname(path)
  if (parent === path) return { real: path, exists: false }
  const { real: realParent } = await realPathOf(parent, followed)
  const target = await linkTarget(join(realParent, basename(path)))
  if (target === undefined) return { real: join(realParent, basename(path)), exists: false }
  const { real } = await realPathOf(resolve(realParent, target), followed + 1)
  return { real, exists: false }
}

async function linkTarget(path: string): Promise<string | undefined> {
  try {
    return (await lstat(path)).isSymbolicLink() ? await readlink(path) : undefined
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '')) return undefined
    throw error
  }
}

import { messageOf, ToolError } from '../../../vocabulary/errors.ts'

const CAUSES: Record<string, { code: string; why: string; fix: string }> = {
  ENOENT: {
    code: 'not-found',
    why: 'there is nothing at this path',
    fix: 'Check the path, or list its folder.',
  },
  ENOTDIR: { code: 'not-a-folder', why: 'a part of the path is a file', fix: 'Name a folder.' },
  EISDIR: { code: 'is-a-folder', why: 'it is a folder', fix: 'Name a file in it.' },
  EEXIST: { code: 'exists', why: 'something is there already', fix: 'Choose another name.' },
  ENOTEMPTY: {
    code: 'exists',
    why: 'a folder that is not empty is there already',
    fix: 'Choose another name.',
  },
  EACCES: {
    code: 'no-permission',
    why: 'the system does not permit it',
    fix: 'Change its permissions, or choose another place.',
  },
  EPERM: {
    code: 'no-permission',
    why: 'the system does not permit it',
    fix: 'Change its permissions, or choose another place.',
  },
  EROFS: { code: 'read-only', why: 'the disk is read-only', fix: 'Choose a place that can be written to.' },
  ENOSPC: {
    code: 'disk-full',
    why: 'the disk is full',
    fix: 'Free some space and try again; nothing was changed.',
  },
  EDQUOT: {
    code: 'disk-full',
    why: 'the disk quota is used up',
    fix: 'Free some space and try again; nothing was changed.',
  },
  ELOOP: { code: 'path-changed', why: 'it is a link', fix: 'Name the file that the link leads to.' },
  ENAMETOOLONG: { code: 'file-error', why: 'the name is too long', fix: 'Choose a shorter name.' },
  EMFILE: { code: 'file-error', why: 'too many files are open', fix: 'Try again in a moment.' },
}

/** The system's error code (`ENOENT`…), if the error has one. */
export const systemCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined

/** An error of the file system in words: what could not be done, where, why, and what to do. ToolErrors pass through. */
function fileError(doing: string, path: string, error: unknown): ToolError {
  if (error instanceof ToolError) return error
  const known = CAUSES[systemCode(error) ?? '']
  if (known === undefined)
    return new ToolError('file-error', `Cannot ${doing} ${path}: ${messageOf(error)}`, { cause: error })
  return new ToolError(known.code, `Cannot ${doing} ${path}: ${known.why}`, { fix: known.fix, cause: error })
}

/** Runs a piece of work on a path; what it throws comes out as a ToolError. */
export async function withFileErrors<Value>(
  doing: string,
  path: string,
  work: () => Promise<Value>,
): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    throw fileError(doing, path, error)
  }
}

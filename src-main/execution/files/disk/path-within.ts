import { isAbsolute, relative, sep } from 'node:path'

/** Whether `path` is `folder` or lies beneath it. Both absolute and normalised. */
export function isWithin(path: string, folder: string): boolean {
  const rest = relative(folder, path)
  return rest === '' || (rest !== '..' && !rest.startsWith(`..${sep}`) && !isAbsolute(rest))
}

/** Names of the folders and the file on the way from `folder` to `path`, which lies beneath it. */
export const namesBeneath = (path: string, folder: string): string[] =>
  relative(folder, path)
    .split(sep)
    .filter((name) => name !== '')

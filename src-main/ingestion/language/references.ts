import { posix } from 'node:path'
import type { Clause, Entity, Intent } from '../../vocabulary/entity.ts'
import { isFilePath, type Referents } from './clause-words.ts'

/** What "it", "this site" and "the same folder" stand for after a clause. */
export function referentsAfter(
  referents: Referents,
  clause: Pick<Clause, 'entities' | 'acts'>,
  folderCommand: boolean,
): Referents {
  let next: Referents = { ...referents, several: false }
  const paths = new Set<string>()
  for (const { type, value } of clause.entities) {
    if (type === 'url') next = { ...next, url: value, latest: 'url' }
    if (type === 'folder-reference') next = { ...next, folder: value }
    if (type !== 'path') continue
    paths.add(value)
    const file = isFilePath(value) && !folderCommand
    next = file
      ? { ...next, path: value, folder: posix.dirname(value), latest: 'path' }
      : { ...next, folder: value, latest: 'folder' }
  }
  return {
    ...next,
    several: !clause.acts.includes('move') && [...paths].filter((path) => isFilePath(path)).length > 1,
  }
}

export const referentsOf = (before: readonly Intent[]): Referents =>
  before
    .flatMap(({ clauses }) => clauses)
    .reduce(
      (referents: Referents, clause) =>
        referentsAfter(referents, clause, clause.acts.includes('make-folder')),
      {},
    )

const PRONOUN = /\b(?:it|that|this|there|them|same|said|the|its)\b/i

/** What a clause that was read before had resolved: the references among its entities. */
export function referentsFrom(entities: readonly Entity[]): Referents {
  const references = entities.filter(({ how, text }) => how === 'reference' && PRONOUN.test(text))
  const find = (type: Entity['type']) => references.find((entity) => entity.type === type)?.value
  const url = find('url')
  const path = find('path')
  const folder = find('folder-reference')
  return {
    ...(url === undefined ? {} : { url }),
    ...(path === undefined ? {} : { path }),
    ...(folder === undefined ? {} : { folder }),
    ...(path !== undefined
      ? { latest: 'path' as const }
      : url !== undefined
        ? { latest: 'url' as const }
        : {}),
  }
}

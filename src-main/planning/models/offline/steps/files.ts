import type { Command } from '../../../../ingestion/language/language.ts'
import type { Scene } from '../scene.ts'
import { listingOf, listingReply, readFile } from './look.ts'
import { asList, asText, attempt, call, cannot, notDone, type Steps } from './step.ts'

type Of<K extends Command['do']> = Extract<Command, { do: K }>

const needed = (value: string | undefined, question: string, example: string): string => {
  if (value === undefined) throw cannot(question, `Say it with a path, such as "${example}".`)
  return value
}

export function* performList(scene: Scene, { path }: Of<'list'>): Steps<string> {
  const folder = needed(path, 'Which folder do you mean?', 'list ~/notes')
  const result = yield* attempt('files.list', { path: folder })
  if (!result.ok && /\bnot a folder\b|\bis a file\b|ENOTDIR/i.test(result.text)) {
    const file = yield* readFile(scene, folder, 'text')
    return `**${scene.path(folder)}**\n\n${file.text ?? ''}`
  }
  if (!result.ok) throw notDone(`I could not list ${scene.path(folder)}`, result.text)
  return listingReply(scene, listingOf(scene, folder, result))
}

export function* performSearch(scene: Scene, command: Of<'search'>): Steps<string> {
  const folder = needed(
    command.folder,
    'Which folder should I search?',
    `search ~/notes for ${command.words}`,
  )
  const data = yield* call(
    'files.search',
    { folder, query: command.words },
    `I could not search ${scene.path(folder)}`,
  )
  const hits = asList(data.hits)
  if (hits.length === 0) return `Nothing in \`${scene.path(folder)}\` mentions "${command.words}".`
  const lines = hits
    .slice(0, 20)
    .map(
      ({ path, line, excerpt }) =>
        `- \`${scene.path(asText(path))}${typeof line === 'number' ? `:${line}` : ''}\`: ${asText(excerpt)}`,
    )
  return `${hits.length} found in \`${scene.path(folder)}\` for "${command.words}":\n\n${lines.join('\n')}${hits.length > 20 ? `\n\n… and ${hits.length - 20} more.` : ''}`
}

export function* performMakeFolder(scene: Scene, { path }: Of<'make-folder'>): Steps<string> {
  const folder = needed(path, 'Where should the folder be?', 'make a folder ~/notes/2026')
  yield* call('files.make_folder', { path: folder }, `I could not make ${scene.path(folder)}`)
  return `Made the folder \`${scene.path(folder)}\`.`
}

export function* performMove(scene: Scene, command: Of<'move'>): Steps<string> {
  const verb = command.copy ? 'copy' : 'move'
  const from = needed(command.from, `What should I ${verb}?`, `${verb} ~/a.md to ~/notes`)
  const to = needed(
    command.to,
    `Where should I ${verb} ${scene.path(from)} to?`,
    `${verb} ${scene.path(from)} to ~/notes`,
  )
  if (!command.copy) {
    const data = yield* call('files.move', { from, to }, `I could not move ${scene.path(from)}`)
    return `Moved \`${scene.path(from)}\` to \`${scene.path(asText(data.to) || to)}\`.`
  }
  const read = yield* call('files.read', { path: from }, `I could not read ${scene.path(from)}`)
  yield* call('files.write', { path: to, text: asText(read.text) }, `I could not write ${scene.path(to)}`)
  return `Copied \`${scene.path(from)}\` to \`${scene.path(to)}\`.`
}

export function* performTrash(scene: Scene, command: Of<'trash'>): Steps<string> {
  const path = needed(command.path, 'What should I move to the trash?', 'trash ~/notes/old.md')
  yield* call('files.trash', { path }, `I could not move ${scene.path(path)} to the trash`)
  return `Moved \`${scene.path(path)}\` to the trash; "restore ${scene.path(path)}" brings it back.`
}

export function* performTrashed(scene: Scene): Steps<string> {
  const data = yield* call('files.trashed', {}, 'I could not look into the trash')
  const items = asList(data.items)
  if (items.length === 0) return 'The trash is empty.'
  return `${items.length} in the trash:\n\n${items.map(({ originalPath, trashedAt }) => `- \`${scene.path(asText(originalPath))}\`${asText(trashedAt) ? ` (${scene.date(asText(trashedAt))})` : ''}`).join('\n')}`
}

/** Brings back the latest that was trashed from a path, or the latest at all. */
export function* performRestore(scene: Scene, { path }: Of<'restore'>): Steps<string> {
  const data = yield* call('files.trashed', {}, 'I could not look into the trash')
  const items = asList(data.items)
    .filter(({ originalPath }) => path === undefined || asText(originalPath) === path)
    .sort((a, b) => asText(b.trashedAt).localeCompare(asText(a.trashedAt)))
  const item = items[0]
  if (!item)
    throw cannot(
      path === undefined ? 'The trash is empty.' : `${scene.path(path)} is not in the trash.`,
      'Ask "what is in the trash?" to see what is there.',
    )
  yield* call(
    'files.restore',
    { id: asText(item.id) },
    `I could not restore ${scene.path(asText(item.originalPath))}`,
  )
  return `Restored \`${scene.path(asText(item.originalPath))}\`.`
}

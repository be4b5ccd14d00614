import type { ModelRequest } from '../../model.ts'
import type { Wanted } from './wanted.ts'

const LOOK = ['browser.extract', 'web.read']

const TOOLS: Record<Wanted['do'], readonly string[]> = {
  look: LOOK,
  list: ['files.list'],
  search: ['files.search'],
  save: ['files.write'],
  'make-folder': ['files.make_folder'],
  move: ['files.move'],
  trash: ['files.trash'],
  restore: ['files.trashed', 'files.restore'],
  trashed: ['files.trashed'],
  remember: ['memory.remember'],
  rule: ['memory.propose_rule'],
  forget: ['memory.recall', 'memory.forget'],
  recall: ['memory.recall'],
  memories: ['memory.list'],
  remind: ['reminders.create'],
  schedule: ['schedules.create'],
  show: ['reminders.list'],
  cancel: ['reminders.list', 'reminders.cancel'],
  screenshot: ['browser.screenshot'],
  download: ['browser.download'],
  fill: ['browser.extract', 'browser.fill'],
  get: ['http.get'],
  post: ['http.post'],
  undo: ['files.restore'],
  history: [],
  ask: ['operator.ask'],
  say: [],
  now: [],
  help: [],
  greet: [],
  nothing: [],
  unknown: [],
  offer: ['operator.ask'],
}

function exactly(command: Wanted): readonly string[] {
  if (command.do === 'look' && command.subject.kind === 'path') return ['files.read']
  if (command.do === 'look' && command.want === 'page') return ['browser.open', 'web.read']
  if (command.do === 'look' && (command.want === 'text' || command.want === 'summary'))
    return ['web.read', 'browser.extract']
  if (command.do === 'save')
    return [...(command.content.kind === 'look' ? LOOK : []), command.append ? 'files.append' : 'files.write']
  if (command.do === 'move' && command.copy) return ['files.read', 'files.write']
  if (command.do === 'show' && command.what === 'runs') return ['runs.list']
  if (command.do === 'cancel' && command.what === 'run') return ['runs.list', 'runs.cancel']
  if (command.do === 'search' && command.folder === undefined && command.url !== undefined)
    return ['browser.extract', 'browser.fill']
  return TOOLS[command.do]
}

/** Names of the tools a command expects to use, of those there are; of two that read a page the first there is. */
export function toolsFor(request: Pick<ModelRequest, 'tools'>, command: Wanted): string[] {
  const there = exactly(command).filter((name) => request.tools.some((tool) => tool.name === name))
  const readers = there.filter((name) => ['browser.extract', 'browser.open', 'web.read'].includes(name))
  return there.filter((name) => !readers.includes(name) || name === readers[0])
}

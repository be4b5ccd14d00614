import type { Subject } from '../../../ingestion/language/language.ts'
import type { Step } from './goal.ts'
import type { Wanted } from './wanted.ts'

/** What a command leaves that a later one may mean by "it", "the headlines", "the first article". */
const yields = ({ command }: Step): boolean =>
  [
    'look',
    'list',
    'search',
    'get',
    'post',
    'recall',
    'memories',
    'show',
    'trashed',
    'fill',
    'offer',
  ].includes(command.do) ||
  (command.do === 'save' && command.content.kind !== 'literal')

const isOpen = (subject: Subject | undefined): boolean =>
  subject?.kind === 'that' || (subject?.kind === 'item' && subject.url === undefined)

/** Whether a command speaks of what an earlier one found. */
function leansOnBefore(command: Wanted): boolean {
  switch (command.do) {
    case 'look':
    case 'screenshot':
    case 'download':
    case 'fill':
      return isOpen(command.subject)
    case 'save':
    case 'post':
      return (
        command.content.kind === 'that' ||
        (command.content.kind === 'look' && isOpen(command.content.subject))
      )
    case 'recall':
      return true
    case 'remind':
      return command.item !== undefined || /\b(?:it|them|these|those)\b/i.test(command.text)
    default:
      return false
  }
}

/** "the first and the second article": neither is taken from the other. */
const picksBoth = (step: Step, earlier: Step): boolean => picks(step.command) && picks(earlier.command)
const picks = (command: Wanted): boolean => 'subject' in command && command.subject.kind === 'item'

const takesAll = (command: Wanted): boolean =>
  (command.do === 'save' || command.do === 'post') &&
  command.content.kind === 'that' &&
  command.content.all === true

type Resource = 'memory' | 'reminders' | 'everything'

/** What a command changes or reads beyond files and pages. */
function touches(command: Wanted): { resource: Resource; changes: boolean } | undefined {
  switch (command.do) {
    case 'remember':
    case 'rule':
    case 'forget':
      return { resource: 'memory', changes: true }
    case 'recall':
    case 'memories':
      return { resource: 'memory', changes: false }
    case 'remind':
    case 'schedule':
    case 'cancel':
      return { resource: 'reminders', changes: true }
    case 'show':
      return { resource: 'reminders', changes: false }
    case 'undo':
    case 'history':
    case 'trashed':
    case 'restore':
      return { resource: 'everything', changes: command.do !== 'history' }
    default:
      return undefined
  }
}

const CHANGES_FILES = ['save', 'make-folder', 'move', 'trash', 'restore', 'screenshot', 'download', 'undo']

const pathsOf = ({ clause }: Step): string[] =>
  clause.entities.flatMap(({ type, value }) => (type === 'path' || type === 'folder-reference' ? value : []))

const overlaps = (a: string, b: string) => a === b || a.startsWith(`${b}/`) || b.startsWith(`${a}/`)

/** Steps that touch the same file or folder keep their order, unless both only look. */
function sharesPath(step: Step, earlier: Step): boolean {
  const changes = CHANGES_FILES.includes(step.command.do) || CHANGES_FILES.includes(earlier.command.do)
  return (
    changes &&
    pathsOf(step).some((path) => pathsOf(earlier).some((other) => sharing(path, other, step, earlier)))
  )
}

/** Two files in one folder do not touch each other; a folder touches what is in it only where it is made or taken away. */
function sharing(path: string, other: string, step: Step, earlier: Step): boolean {
  if (path === other) return true
  const wholeFolder = [step, earlier].some(({ command }) =>
    ['make-folder', 'trash', 'move', 'list', 'search', 'restore'].includes(command.do),
  )
  return wholeFolder && overlaps(path, other)
}

const refersToPage = ({ clause }: Step): string[] =>
  clause.entities.flatMap(({ type, how, value }) => (type === 'url' && how === 'reference' ? value : []))

const namesPage = ({ clause }: Step, url: string): boolean =>
  clause.entities.some(({ type, value }) => type === 'url' && value === url)

/** Ids of the steps before `index` that it has to wait for; everything else runs beside it. */
export function needsOf(steps: readonly Step[], index: number): string[] {
  const step = steps[index] as Step
  const before = steps.slice(0, index)
  const needs = new Set<string>()
  if (leansOnBefore(step.command)) {
    const found = before.filter(yields)
    const sources = takesAll(step.command) ? found : found.filter((each) => !picksBoth(step, each)).slice(-1)
    for (const { id } of sources) needs.add(id)
  }
  const touched = touches(step.command)
  for (const earlier of before) {
    const other = touches(earlier.command)
    const same =
      touched && other && (touched.resource === other.resource || touched.resource === 'everything')
    if (same && touched.changes !== other.changes) needs.add(earlier.id)
    if (
      touched?.resource === 'everything' ||
      (same && step.command.do === 'cancel') ||
      sharesPath(step, earlier)
    )
      needs.add(earlier.id)
  }
  for (const url of refersToPage(step)) {
    const named = before.find((earlier) => namesPage(earlier, url))
    if (named) needs.add(named.id)
  }
  return [...needs]
}

const THEN =
  /\b(?:then|after that|afterwards|after which|once (?:that is|that's|it is|it's) (?:done|sent))[\s,:]*$/i

/**
 * What is to be done "then", after something that is sent into the world, waits for it: it may be stopped or fail, and
 * what follows would tell of an act that never was.
 */
export function waitsForSending(goal: string, steps: readonly Step[], index: number): string[] {
  const [step, before] = [steps[index], steps[index - 1]]
  const at = step ? goal.indexOf(step.clause.text) : -1
  const sends = before?.command.do === 'post' || before?.command.do === 'fill'
  return before && sends && at > 0 && THEN.test(goal.slice(0, at)) ? [before.id] : []
}

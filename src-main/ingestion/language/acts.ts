import { assertNever } from '../../vocabulary/assert-never.ts'
import type { Act } from '../../vocabulary/effect.ts'
import type { Command } from './command.ts'

/** Acts that a command asks for, and those of them that must have an effect: only where the clause left nothing open. */
export function actsOf(command: Command): { acts: readonly Act[]; demands: readonly Act[] } {
  const doing = (acts: readonly Act[], sure: boolean, ...demands: Act[]) => ({
    acts,
    demands: sure ? demands : [],
  })
  switch (command.do) {
    case 'look':
    case 'list':
    case 'search':
    case 'trashed':
    case 'memories':
    case 'show':
      return doing(['look'], false)
    case 'save': {
      const act = command.append ? 'append' : 'write'
      const looks = command.content.kind === 'look' ? (['look'] as const) : []
      return doing([act, ...looks], command.path !== undefined, act)
    }
    case 'make-folder':
      return doing(['make-folder'], command.path !== undefined, 'make-folder')
    case 'move':
      return command.copy
        ? doing(['write', 'look'], command.from !== undefined && command.to !== undefined, 'write')
        : doing(['move'], command.from !== undefined && command.to !== undefined, 'move')
    case 'trash':
      return doing(['trash'], command.path !== undefined, 'trash')
    case 'restore':
      return doing(['restore', 'look'], command.path !== undefined, 'restore')
    case 'remember':
      return doing(['remember'], true, 'remember')
    case 'rule':
      return doing(['remember'], false)
    case 'forget':
      return doing(['forget', 'look'], command.query !== '', 'forget')
    case 'remind':
      return doing(command.instead ? ['remind', 'cancel'] : ['remind'], command.at !== undefined, 'remind')
    case 'schedule':
      return doing(['schedule'], command.recurrence.kind === 'cron', 'schedule')
    case 'cancel':
      return doing(['cancel', 'look'], command.query !== '' || command.all, 'cancel')
    case 'screenshot':
      return doing(['screenshot', 'write', 'look'], command.path !== undefined, 'screenshot')
    case 'download':
      return doing(['download', 'look'], command.path !== undefined, 'download')
    case 'fill': {
      const sure = command.subject.kind === 'url' && command.fields.length > 0
      return command.submit
        ? doing(['fill', 'submit', 'look'], sure, 'submit')
        : doing(['fill', 'look'], sure, 'fill')
    }
    case 'get':
      return doing(['http-get', 'look'], false)
    case 'post':
      return doing(
        ['http-post', ...(command.content.kind === 'look' ? (['look'] as const) : [])],
        command.url !== undefined,
        'http-post',
      )
    case 'undo':
      return doing(['restore'], false)
    case 'ask':
      return doing(['ask'], false)
    case 'recall':
    case 'history':
    case 'say':
    case 'now':
    case 'help':
    case 'greet':
    case 'nothing':
    case 'unknown':
      return doing([], false)
    default:
      return assertNever(command)
  }
}

import { assertNever } from '../../../../vocabulary/assert-never.ts'
import type { Scene } from '../scene.ts'
import {
  performList,
  performMakeFolder,
  performMove,
  performRestore,
  performSearch,
  performTrash,
  performTrashed,
} from './files.ts'
import { performLook } from './look.ts'
import { performForget, performMemories, performRecall, performRemember, performRule } from './memory.ts'
import { performOffer } from './offer.ts'
import { performSave } from './save.ts'
import type { Steps } from './step.ts'
import { greeting, HELP, nowReply, performAsk, refuse } from './talk.ts'
import { performCancel, performRemind, performSchedule, performShow } from './times.ts'
import { performHistory, performUndo } from './turning-back.ts'
import { performDownload, performFill, performGet, performPost, performScreenshot } from './web.ts'

/** Carries a command out and tells in words what was done. Throws ModelError where it is not done. */
export function* performCommand(scene: Scene): Steps<string> {
  const { command } = scene
  switch (command.do) {
    case 'look':
      return yield* performLook(scene, command)
    case 'list':
      return yield* performList(scene, command)
    case 'search':
      return yield* performSearch(scene, command)
    case 'save':
      return yield* performSave(scene, command)
    case 'make-folder':
      return yield* performMakeFolder(scene, command)
    case 'move':
      return yield* performMove(scene, command)
    case 'trash':
      return yield* performTrash(scene, command)
    case 'restore':
      return yield* performRestore(scene, command)
    case 'trashed':
      return yield* performTrashed(scene)
    case 'remember':
      return yield* performRemember(scene, command)
    case 'rule':
      return yield* performRule(scene, command)
    case 'forget':
      return yield* performForget(scene, command)
    case 'recall':
      return yield* performRecall(scene, command)
    case 'memories':
      return yield* performMemories(scene)
    case 'remind':
      return yield* performRemind(scene, command)
    case 'schedule':
      return yield* performSchedule(scene, command)
    case 'show':
      return yield* performShow(scene, command)
    case 'cancel':
      return yield* performCancel(scene, command)
    case 'screenshot':
      return yield* performScreenshot(scene, command)
    case 'download':
      return yield* performDownload(scene, command)
    case 'fill':
      return yield* performFill(scene, command)
    case 'get':
      return yield* performGet(scene, command)
    case 'post':
      return yield* performPost(scene, command)
    case 'undo':
      return yield* performUndo(scene)
    case 'ask':
      return yield* performAsk(scene, command)
    case 'history':
      return performHistory(scene)
    case 'say':
      return command.text.charAt(0).toUpperCase() + command.text.slice(1)
    case 'now':
      return nowReply(scene)
    case 'help':
      return HELP
    case 'greet':
      return greeting
    case 'nothing':
      return command.why === 'negated' ? 'All right, I leave that alone.' : 'All right.'
    case 'unknown':
      return refuse(command)
    case 'offer':
      return yield* performOffer(scene, command, performCommand)
    default:
      return assertNever(command)
  }
}

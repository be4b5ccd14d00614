import type { IpcMainInvokeEvent, WebContents } from 'electron'
import type { CallResult, MethodName } from '../../src-preload/contract.ts'
import { EVENT_CHANNEL } from '../../src-preload/contract.ts'
import type { Listening } from '../desktop/listening.ts'
import { callResult, type OperatorApi } from '../operator/operator.ts'
import { refuseSender } from './trusted-frame.ts'

export interface ServedWindows {
  /** From now on it may call and hears the events. */
  add(contents: WebContents): void
  has(contents: WebContents): boolean
  /** Answers a call of a window, or refuses it. */
  answer(event: IpcMainInvokeEvent, method: MethodName, input: unknown): Promise<CallResult<MethodName>>
}

/** Lets the application's own windows, and nobody else, call the agent and hear it. */
export function serveWindows(
  api: OperatorApi,
  listening: Listening,
  report: (what: string, error: unknown) => void,
): ServedWindows {
  const own = new Set<WebContents>()
  api.subscribe((event) => {
    for (const contents of own) if (!contents.isDestroyed()) contents.send(EVENT_CHANNEL, event)
  })
  return {
    answer: async ({ sender, senderFrame }, method, input) => {
      const refusal = refuseSender({ frame: senderFrame, mainFrame: sender.mainFrame, own: own.has(sender) })
      if (refusal) {
        report('a call was refused', new Error(refusal))
        return { ok: false, error: { code: 'not-allowed', message: `This call is refused: ${refusal}.` } }
      }
      return listening.during(method, input, () => callResult(api, method, input))
    },
    has: (contents) => own.has(contents),
    add: (contents) => {
      own.add(contents)
      contents.on('did-navigate', listening.left)
      contents.on('render-process-gone', listening.left)
      contents.once('destroyed', () => {
        own.delete(contents)
        listening.left()
      })
    },
  }
}

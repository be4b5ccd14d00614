import { ipcMain, type WebContents, type WebFrameMain } from 'electron'
import {
  CALL_CHANNEL,
  type CallResult,
  EVENT_CHANNEL,
  METHOD_NAMES,
  type MethodName,
} from '../../src-preload/contract.ts'
import { isOwnPage } from '../desktop/own-page.ts'
import { callResult, type OperatorApi } from '../operator/operator.ts'

/** Who calls: the frame that sent the message, and the window it belongs to. */
export interface Sender {
  readonly frame: Pick<WebFrameMain, 'url' | 'parent'> | null
  readonly own: boolean
}

/**
 * Serves the window's calls. A sender that is not the main frame of one of our own windows on our own page, a method
 * that does not exist or an input of the wrong shape is refused as a value; nothing is thrown across the line.
 */
export function serveCalls(operator: OperatorApi, isOwn: (contents: WebContents) => boolean): () => void {
  ipcMain.handle(CALL_CHANNEL, (event, method: unknown, input: unknown) =>
    answerCall(operator, { frame: event.senderFrame, own: isOwn(event.sender) }, method, input),
  )
  return () => ipcMain.removeHandler(CALL_CHANNEL)
}

/** The answer to one message, whatever it holds. */
export async function answerCall(
  operator: OperatorApi,
  sender: Sender,
  method: unknown,
  input: unknown,
): Promise<CallResult<MethodName>> {
  if (!sender.own || sender.frame === null || sender.frame.parent !== null || !isOwnPage(sender.frame.url)) {
    return refusal('forbidden', 'This page may not call the agent.')
  }
  const name = METHOD_NAMES.find((candidate) => candidate === method)
  if (name === undefined) return refusal('unknown-method', `There is no method ${JSON.stringify(method)}.`)
  return callResult(operator, name, input)
}

const refusal = (code: string, message: string): CallResult<MethodName> => ({
  ok: false,
  error: { code, message },
})

/** Sends the agent's events to those of our windows that are on our own page. */
export const sendEvents = (operator: OperatorApi, windows: () => readonly WebContents[]): (() => void) =>
  operator.subscribe((event) => {
    for (const contents of windows()) {
      if (!contents.isDestroyed() && isOwnPage(contents.getURL())) contents.send(EVENT_CHANNEL, event)
    }
  })

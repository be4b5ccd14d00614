import { ipcMain, type WebContents } from 'electron'
import { MICROPHONE_CHANNEL, TALK_CHANNEL, type TalkMessage } from '../../src-preload/contract.ts'
import type { ServedWindows } from './serve-windows.ts'
import { refuseSender } from './trusted-frame.ts'

export interface TalkWindow {
  /** How the key is heard, and that it was pressed by command, are kept until the page listens. */
  tell(message: TalkMessage): void
}

/** Tells one window of ours about the global key, and hears from it whether its microphone is open. */
export function serveTalk(
  contents: WebContents,
  windows: ServedWindows,
  microphone: (open: boolean) => void,
  report: (what: string, error: unknown) => void,
): TalkWindow {
  let listens = false
  let key: TalkMessage | undefined
  let pressed: TalkMessage | undefined
  const gone = () => {
    listens = false
    microphone(false)
  }
  contents.on('did-navigate', gone)
  contents.on('render-process-gone', gone)
  contents.once('destroyed', gone)
  ipcMain.on(MICROPHONE_CHANNEL, ({ sender, senderFrame }, said: unknown) => {
    const refusal = refuseSender({
      frame: senderFrame,
      mainFrame: sender.mainFrame,
      own: windows.has(sender),
    })
    if (refusal) return report('a message was refused', new Error(refusal))
    if (said === 'open' || said === 'closed') microphone(said === 'open')
    else if (said === 'listening') {
      listens = true
      for (const message of [key, pressed]) if (message) contents.send(TALK_CHANNEL, message)
      pressed = undefined
    } else report('a message was refused', new Error('it is not of the known shape'))
  })
  return {
    tell: (message) => {
      if ('key' in message) key = message
      if (listens && !contents.isDestroyed()) contents.send(TALK_CHANNEL, message)
      else if ('signal' in message && message.signal === 'press') pressed = message
    },
  }
}

import { isAppAddress } from '../desktop/app-address.ts'

export interface Frame {
  readonly url: string
}

/** Who sent a message: its frame (null where that is gone), and the main frame of the window it came from. */
export interface Sender {
  readonly frame: Frame | null
  readonly mainFrame: Frame
  /** Whether the window is one that the application itself opened. */
  readonly own: boolean
}

/** Why a message must not be heard, or undefined for one from the interface in a window of our own. */
export function refuseSender({ frame, mainFrame, own }: Sender): string | undefined {
  if (!own) return 'it does not come from a window of this application'
  if (!frame) return 'its frame is gone'
  if (frame !== mainFrame) return 'it comes from a frame inside the page'
  if (!isAppAddress(frame.url)) return 'the page is not the interface'
  return undefined
}

import { isAppAddress } from './app-address.ts'

/** What a page asks for, as Electron puts it. */
export interface PermissionAsked {
  readonly permission: string
  /** The page's address or origin. */
  readonly address: string
  /** 'audio', 'video'; none where it is not known what for. */
  readonly media: readonly string[]
  /** Whether the page itself asks, and not a frame in it. */
  readonly mainFrame: boolean
}

/**
 * All that is ever granted, and to the interface alone: to put text on the clipboard, for its copy buttons, and the
 * microphone while it listens.
 */
export function permitted(asked: PermissionAsked, listening: () => boolean): boolean {
  const { permission, address, media, mainFrame } = asked
  if (!isAppAddress(address)) return false
  if (permission === 'clipboard-sanitized-write') return true
  return (
    permission === 'media' &&
    mainFrame &&
    media.length > 0 &&
    media.every((kind) => kind === 'audio') &&
    listening()
  )
}

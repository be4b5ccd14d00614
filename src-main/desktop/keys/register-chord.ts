import { messageOf } from '../../vocabulary/errors.ts'
import { acceleratorOf } from './chord-keys.ts'

/** Electron's globalShortcut. */
export interface Shortcuts {
  register(accelerator: string, pressed: () => void): boolean
  unregister(accelerator: string): void
}

/** A chord that is heard, or why it is not, in words for the operator. */
export type Registered = { readonly accelerator: string } | { readonly taken: boolean; readonly why: string }

/** Has a chord heard while another program has the focus. */
export function registerChord(shortcuts: Shortcuts, chord: string, pressed: () => void): Registered {
  const accelerator = acceleratorOf(chord)
  if (accelerator === undefined)
    return { taken: false, why: 'This key cannot be heard while another program has the focus.' }
  try {
    if (shortcuts.register(accelerator, pressed)) return { accelerator }
  } catch (error) {
    return { taken: false, why: `This key cannot be heard: ${messageOf(error)}` }
  }
  return {
    taken: true,
    why: 'Another program has taken this key, or the desktop keeps it. Choose another one.',
  }
}

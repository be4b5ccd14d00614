import { PANES, type Pane } from '../store/state.ts'

export type Command =
  | { readonly do: 'new-chat' }
  | { readonly do: 'focus-search' }
  | { readonly do: 'show-shortcuts' }
  | { readonly do: 'stop' }
  | { readonly do: 'open-pane'; readonly pane: Pane }

export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  /** Whether it was typed into a text. */
  readonly inText: boolean
}

/** What a key press asks for anywhere in the window. */
export function commandOf({
  key,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
  inText,
}: KeyPress): Command | undefined {
  if (key === 'Escape') return { do: 'stop' }
  if (key === '?' && !inText && !ctrlKey && !metaKey && !altKey) return { do: 'show-shortcuts' }
  const letter = key.toLowerCase()
  // a browser keeps Ctrl+N for itself
  if (altKey && !ctrlKey && !metaKey && letter === 'n') return { do: 'new-chat' }
  if (!(ctrlKey || metaKey) || altKey || shiftKey) return undefined
  if (letter === 'n') return { do: 'new-chat' }
  if (letter === 'k') return { do: 'focus-search' }
  const pane = /^[1-9]$/.test(key) ? PANES[Number(key) - 1] : undefined
  return pane && { do: 'open-pane', pane }
}

/** What the modifier of shortcuts is called on the machine that shows them. */
export const modifierName = (): string => (navigator.userAgent.includes('Mac') ? '⌘' : 'Ctrl')

/** As the sheet shows them; `Mod` is Ctrl, or Cmd on a Mac. */
export const SHORTCUTS: readonly { readonly keys: readonly string[]; readonly what: string }[] = [
  { keys: ['Mod N', 'Alt N'], what: 'New chat' },
  { keys: ['Mod K'], what: 'Search conversations' },
  { keys: ['Mod 1', '…', 'Mod 6'], what: 'Chat, Runs, Approvals, Automations, Memory, Settings' },
  { keys: ['Enter'], what: 'Send; while a goal runs, steer it' },
  { keys: ['Shift Enter'], what: 'New line' },
  { keys: ['Mod Enter'], what: 'Interrupt the running goal with this message' },
  { keys: ['↑'], what: 'In an empty box: edit your last message' },
  { keys: ['Esc'], what: 'Throw away what is being said; else stop the run that is shown' },
  { keys: ['↑ ↓', 'Enter', 'Del'], what: 'Among memories: move, open, forget' },
  { keys: ['?'], what: 'This sheet' },
]

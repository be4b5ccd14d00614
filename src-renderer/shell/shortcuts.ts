import { PANES, type Pane } from '../store/state.ts'

export type Command =
  | { readonly do: 'new-chat' }
  | { readonly do: 'open-palette' }
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

export interface Shortcut {
  /** Any of these, modifiers first in the order Mod, Alt, Shift; `Mod` is Ctrl, or Cmd on a Mac. */
  readonly chords: readonly string[]
  readonly what: string
  /** What it does anywhere in the window. Without one it is heard by what has the focus. */
  readonly command?: Command
}

export interface ShortcutGroup {
  readonly title: string
  readonly shortcuts: readonly Shortcut[]
}

/** All shortcuts: what the sheet shows, what the palette names and what key presses are looked up in. */
export const SHORTCUT_GROUPS: readonly ShortcutGroup[] = [
  {
    title: 'Anywhere',
    shortcuts: [
      { chords: ['Mod K'], what: 'Find a command, a conversation or a run', command: { do: 'open-palette' } },
      // a browser keeps Ctrl+N for itself
      { chords: ['Mod N', 'Alt N'], what: 'New chat', command: { do: 'new-chat' } },
      { chords: ['Mod Shift F'], what: 'Search conversations', command: { do: 'focus-search' } },
      { chords: ['Mod ,'], what: 'Settings', command: { do: 'open-pane', pane: 'settings' } },
      {
        chords: ['Esc'],
        what: 'Throw away what is being said; else stop the run that is shown',
        command: { do: 'stop' },
      },
      { chords: ['?', 'F1'], what: 'This sheet', command: { do: 'show-shortcuts' } },
    ],
  },
  {
    title: 'In the message box',
    shortcuts: [
      { chords: ['Enter'], what: 'Send; while a goal runs, steer it' },
      { chords: ['Shift Enter'], what: 'New line' },
      { chords: ['Mod Enter'], what: 'Interrupt the running goal with this message' },
      { chords: ['↑'], what: 'In an empty box: edit your last message' },
    ],
  },
  {
    title: 'In lists',
    shortcuts: [{ chords: ['↑ ↓', 'Enter', 'Del'], what: 'Among memories: move, open, forget' }],
  },
]

/** Each pane by its place in the rail. */
export const paneChord = (pane: Pane): string => `Mod ${PANES.indexOf(pane) + 1}`

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ...SHORTCUT_GROUPS.flatMap(({ shortcuts }) =>
    shortcuts.flatMap(({ chords, command }) =>
      command ? chords.map((chord): [string, Command] => [chord, command]) : [],
    ),
  ),
  ...PANES.map((pane): [string, Command] => [paneChord(pane), { do: 'open-pane', pane }]),
])

/** What a key press asks for anywhere in the window. A character typed into a text is only that. */
export function commandOf(press: KeyPress): Command | undefined {
  const character = press.key.length === 1 && !press.ctrlKey && !press.metaKey && !press.altKey
  return press.inText && character ? undefined : COMMANDS.get(chordOf(press))
}

function chordOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): string {
  const name = key === 'Escape' ? 'Esc' : key.length === 1 ? key.toUpperCase() : key
  // where a sign stands on a keyboard, and so whether it wants Shift, is the layout's affair
  const shifted = shiftKey && (key.length > 1 || /\p{L}/u.test(key))
  return [
    ...(ctrlKey || metaKey ? ['Mod'] : []),
    ...(altKey ? ['Alt'] : []),
    ...(shifted ? ['Shift'] : []),
    name,
  ].join(' ')
}

/** The first keys of a command, if it has any. */
export const chordFor = (command: Command): string | undefined =>
  [...COMMANDS].find(([, { do: name, ...rest }]) => {
    const { do: wanted, ...others } = command
    return name === wanted && JSON.stringify(rest) === JSON.stringify(others)
  })?.[0]

/** What the modifier of shortcuts is called on the machine that shows them. */
export const modifierName = (): string => (navigator.userAgent.includes('Mac') ? '⌘' : 'Ctrl')

/** A chord's parts as KeyboardEvent names them: "Ctrl+Alt+Space", "F8". */
interface ChordParts {
  readonly modifiers: readonly string[]
  /** KeyboardEvent.code */
  readonly code: string
}

const partsOf = (chord: string): ChordParts => {
  const names = chord.split('+')
  return { modifiers: names.slice(0, -1), code: names.at(-1) ?? '' }
}

/** KeyboardEvent.code, without 'Key' and 'Digit', to Electron's name where that is another one. */
const ELECTRON_NAMES: Readonly<Record<string, string>> = {
  Enter: 'Return',
  Escape: 'Esc',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Backquote: '`',
  Minus: '-',
  Equal: '=',
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Semicolon: ';',
  Quote: "'",
  Comma: ',',
  Period: '.',
  Slash: '/',
}
const SAME_NAME = /^(?:[A-Z0-9]|F\d{1,2}|Space|Tab|Backspace|Delete|Insert|Home|End|PageUp|PageDown)$/

const shortName = (code: string) => code.replace(/^(?:Key|Digit)(?=[A-Z0-9]$)/, '')

/**
 * The chord as Electron's accelerator, or undefined for a key it cannot hear everywhere.
 * https://www.electronjs.org/docs/latest/api/accelerator
 */
export function acceleratorOf(chord: string): string | undefined {
  const { modifiers, code } = partsOf(chord)
  const name = shortName(code)
  const key = ELECTRON_NAMES[name] ?? (SAME_NAME.test(name) ? name : undefined)
  return key === undefined
    ? undefined
    : [...modifiers.map((each) => (each === 'Ctrl' ? 'Control' : each)), key].join('+')
}

/** Names, as uiohook has them, of all keys whose coming up ends the chord: its modifiers are on both sides. */
export function releasesOf(chord: string): string[] {
  const { modifiers, code } = partsOf(chord)
  return [shortName(code), ...modifiers.flatMap((name) => [name, `${name}Right`])]
}

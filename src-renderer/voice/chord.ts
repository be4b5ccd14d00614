/** The parts of a key press that a chord is made of. */
export interface ChordPress {
  /** The key's place on the keyboard: 'Space', 'KeyM', 'F8'. */
  readonly code: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly metaKey: boolean
}

const MODIFIERS = [
  { name: 'Ctrl', flag: 'ctrlKey', codes: ['ControlLeft', 'ControlRight'] },
  { name: 'Alt', flag: 'altKey', codes: ['AltLeft', 'AltRight'] },
  { name: 'Shift', flag: 'shiftKey', codes: ['ShiftLeft', 'ShiftRight'] },
  { name: 'Meta', flag: 'metaKey', codes: ['MetaLeft', 'MetaRight'] },
] as const

const partsOf = (chord: string) => {
  const names = chord.split('+')
  return { key: names.at(-1) ?? '', modifiers: MODIFIERS.filter(({ name }) => names.includes(name)) }
}

/** Whether this press is the chord, and nothing more. */
export function isChord(chord: string, press: ChordPress): boolean {
  const { key, modifiers } = partsOf(chord)
  return (
    press.code === key && MODIFIERS.every((modifier) => press[modifier.flag] === modifiers.includes(modifier))
  )
}

/** Whether a key that goes down is one that is held for the chord, before the key itself. */
export function beginsChord(chord: string, { code }: Pick<ChordPress, 'code'>): boolean {
  return partsOf(chord).modifiers.some(({ codes }) => (codes as readonly string[]).includes(code))
}

/** Whether a key that comes up ends a chord that was held. */
export function endsChord(chord: string, { code }: Pick<ChordPress, 'code'>): boolean {
  return code === partsOf(chord).key || beginsChord(chord, { code })
}

/** The chord of a press: undefined while only modifiers are down, and for a key that is needed to write. */
export function chordOf(press: ChordPress): string | undefined {
  if (MODIFIERS.some(({ codes }) => (codes as readonly string[]).includes(press.code))) return undefined
  const held = MODIFIERS.filter(({ flag }) => press[flag]).map(({ name }) => name)
  const writes = held.every((name) => name === 'Shift') && !/^F\d+$/.test(press.code)
  return writes || !/^[A-Z][A-Za-z0-9]*$/.test(press.code) ? undefined : [...held, press.code].join('+')
}

/** As a person reads it: 'Ctrl Space', 'Alt M'. */
export const chordWords = (chord: string): string =>
  chord.replaceAll('+', ' ').replace(/\b(?:Key|Digit)(?=[A-Z0-9]$)/, '')

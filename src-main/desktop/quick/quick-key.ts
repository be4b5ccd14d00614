import type { GlobalKeyView } from '../../../src-preload/contract.ts'
import { acceleratorOf } from '../keys/chord-keys.ts'
import { registerChord, type Shortcuts } from '../keys/register-chord.ts'

/** The chord of the settings' default, and those that take its place where another program has it. */
export const USUAL_CHORDS = ['Ctrl+Shift+Space', 'Alt+Shift+Space', 'Ctrl+Alt+KeyA'] as const

export interface QuickKeyPorts {
  readonly shortcuts: Shortcuts
  readonly pressed: () => void
  readonly changed: (key: GlobalKeyView) => void
  /** Why what is registered may never be heard here (Wayland), where that is so. */
  readonly doubt: () => Promise<string | undefined>
  /** How the desktop itself can press the key. */
  readonly byCommand: string
}

/** The key that opens the quick window while another program has the focus. */
export interface QuickKey {
  /** From now on this chord, or none ('none'); `spoken` is the chord to speak, which it must not be. */
  choose(chord: string, spoken: string): Promise<void>
}

export function createQuickKey(ports: QuickKeyPorts): QuickKey {
  const { shortcuts, pressed, changed, doubt, byCommand } = ports
  let registered: string | undefined
  let choice = 0

  /** The first of these that is heard, or why the first one is not. */
  const register = (chords: readonly string[], heard: () => void) => {
    let why = ''
    for (const chord of chords) {
      const result = registerChord(shortcuts, chord, heard)
      if ('accelerator' in result) return { chord, accelerator: result.accelerator }
      why ||= result.why
      if (!result.taken) break
    }
    return { why }
  }

  return {
    choose: async (chord, spoken) => {
      choice += 1
      const mine = choice
      if (registered !== undefined) shortcuts.unregister(registered)
      registered = undefined
      if (chord === 'none') return changed({ how: 'none' })
      const unsure = await doubt()
      // another one was chosen meanwhile
      if (mine !== choice) return
      if (acceleratorOf(chord) === acceleratorOf(spoken))
        return changed({ chord, how: 'none', why: 'The key to speak is the same. Choose another one.' })
      // who chose a key of their own is told that it is taken, and given no other
      const others = chord === USUAL_CHORDS[0] ? USUAL_CHORDS : [chord]
      let view: GlobalKeyView = { chord, how: 'none' }
      const result = register(
        others.filter((other) => acceleratorOf(other) !== acceleratorOf(spoken)),
        () => {
          // it is heard after all
          if (view.why && view.chord === chord) {
            view = { chord, how: 'press' }
            changed(view)
          }
          pressed()
        },
      )
      if ('why' in result) view = { chord, how: 'none', why: `${result.why} ${byCommand}` }
      else {
        registered = result.accelerator
        const another = result.chord === chord ? undefined : `Another program has taken ${chord}.`
        const why = another ?? (unsure && `${unsure} ${byCommand}`)
        view = { chord: result.chord, how: 'press', ...(why ? { why } : {}) }
      }
      changed(view)
    },
  }
}

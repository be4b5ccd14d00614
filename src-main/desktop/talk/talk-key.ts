import type { GlobalKeyView, TalkSignal } from '../../../src-preload/contract.ts'
import { messageOf } from '../../vocabulary/errors.ts'
import { releasesOf } from '../keys/chord-keys.ts'
import { registerChord, type Shortcuts } from '../keys/register-chord.ts'
import type { KeyHook } from './key-hook.ts'

export interface TalkKeyPorts {
  readonly shortcuts: Shortcuts
  readonly hook: KeyHook
  /** Milliseconds. */
  readonly now: () => number
  readonly signal: (signal: TalkSignal) => void
  readonly changed: (key: GlobalKeyView) => void
  /** How the desktop itself can press the key, where no program may. */
  readonly byCommand: string
}

/** The key that is heard while another program has the focus. */
export interface TalkKey {
  /** From now on this chord, or none ('none'). */
  choose(chord: string): Promise<void>
  view(): GlobalKeyView
}

/** A key that is held is told again and again: at first after up to this many ms, then much faster. */
const REPEAT_MS = 900
/** A repetition may still be on its way when the key has come up. */
const LATE_MS = 250

export function createTalkKey(ports: TalkKeyPorts): TalkKey {
  const { shortcuts, hook, now, signal, changed, byCommand } = ports
  let view: GlobalKeyView = { how: 'none' }
  let registered: string | undefined
  let held = false
  let toldAt = Number.NEGATIVE_INFINITY
  let releasedAt = Number.NEGATIVE_INFINITY
  let choice = 0

  const show = (next: GlobalKeyView) => {
    view = next
    changed(view)
  }
  const release = (how: 'up' | 'escape' = 'up') => {
    if (!held) return
    held = false
    releasedAt = now()
    hook.stop()
    signal(how)
  }
  const pressed = (chord: string) => {
    const again = now() - toldAt
    toldAt = now()
    if (view.how === 'press') {
      if (again > REPEAT_MS) signal('press')
      return
    }
    // a key that was held would have been told again by now: its coming up was missed
    if (held && again > REPEAT_MS) return release()
    if (held || now() - releasedAt < LATE_MS) return
    try {
      hook.watch(releasesOf(chord), release)
    } catch (error) {
      show({ chord, how: 'press', why: `Keys that come up cannot be seen here: ${messageOf(error)}` })
      return signal('press')
    }
    held = true
    signal('down')
  }
  const register = (chord: string): string | undefined => {
    const heard = registerChord(shortcuts, chord, () => pressed(chord))
    if ('why' in heard) return heard.why
    registered = heard.accelerator
    return undefined
  }

  return {
    view: () => view,
    choose: async (chord) => {
      choice += 1
      const mine = choice
      release()
      if (registered !== undefined) shortcuts.unregister(registered)
      registered = undefined
      if (chord === 'none') return show({ how: 'none' })
      const unseen = await hook.prepare()
      // another one was chosen meanwhile
      if (mine !== choice) return
      const unheard = register(chord)
      if (unheard) show({ chord, how: 'none', why: `${unheard} ${byCommand}` })
      else if (unseen) show({ chord, how: 'press', why: `${unseen} ${byCommand}` })
      else show({ chord, how: 'hold' })
    },
  }
}

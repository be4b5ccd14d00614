import type { Microphone, MicrophoneOptions } from './microphone.ts'
import { hush, speak } from './speak.ts'
import { prepareTick, tick } from './tick.ts'

/** What the operator is heard by and spoken to with, and the clock of both. */
export interface VoiceDevices {
  readonly openMicrophone: (options: MicrophoneOptions) => Promise<Microphone>
  /** Of this browser or window; undefined leaves it to the system. */
  readonly chosenMicrophone: () => string | undefined
  readonly chooseMicrophone: (deviceId: string | undefined) => void
  /** Makes ready what would hold up the first tick: a process of its own, so not before it is likely to be heard. */
  readonly prepare: () => void
  readonly tick: (what: 'begin' | 'end') => void
  readonly speak: (text: string, language: string) => void
  /** Says no more. */
  readonly hush: () => void
  readonly now: () => number
  /** Calls back once; the returned function withdraws it. */
  readonly after: (delayMs: number, callback: () => void) => () => void
}

/** Device ids are this browser's own, so it keeps the choice, and no setting of the agent does. */
const CHOSEN = 'adjutant.microphone'

export const browserDevices: VoiceDevices = {
  // loaded when it is first wanted: most pages never speak
  openMicrophone: async (options) => {
    const { openMicrophone } = await import('./microphone.ts')
    const shown = (open: boolean) => void window.adjutant?.desktop('microphone', { open })
    const opened = await openMicrophone({
      ...options,
      onLost: () => {
        shown(false)
        options.onLost()
      },
    })
    shown(true)
    return {
      ...opened,
      close: () => {
        opened.close()
        shown(false)
      },
    }
  },
  chosenMicrophone: () => localStorage.getItem(CHOSEN) ?? undefined,
  chooseMicrophone: (deviceId) =>
    deviceId ? localStorage.setItem(CHOSEN, deviceId) : localStorage.removeItem(CHOSEN),
  prepare: () => {
    // a browser complains of sounds nobody has clicked for
    if (window.adjutant) prepareTick()
  },
  tick,
  speak,
  hush,
  now: () => Date.now(),
  after: (delayMs, callback) => {
    const timer = setTimeout(callback, delayMs)
    return () => clearTimeout(timer)
  },
}

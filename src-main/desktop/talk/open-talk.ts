import { app, globalShortcut } from 'electron'
import type { TalkMessage } from '../../../src-preload/contract.ts'
import type { OperatorApi } from '../../operator/operator.ts'
import type { MainWindow } from '../main-window.ts'
import { createKeyHook } from './key-hook.ts'
import { createTalkKey } from './talk-key.ts'

/** What a desktop's own key bindings start: it begins to listen, or ends it. */
export const TALK_SWITCH = '--talk'

export interface TalkOptions {
  readonly window: MainWindow
  /** The window's page; it says when its microphone is opened or closed. */
  readonly connect: (microphone: (open: boolean) => void) => { tell(message: TalkMessage): void }
  readonly operator: OperatorApi
  readonly report: (what: string, error: unknown) => void
}

export interface Talk {
  /** Begins to listen, or ends it. */
  press(): void
  /** Told whether the window's microphone is open. */
  onMicrophone(changed: (open: boolean) => void): void
}

/** Lets the operator speak while another program has the focus: by the key of the settings, a command or the tray. */
export function openTalk({ window, connect, operator, report }: TalkOptions): Talk {
  let microphone: (open: boolean) => void = () => {}
  const page = connect((open) => microphone(open))
  const key = createTalkKey({
    shortcuts: globalShortcut,
    hook: createKeyHook(process.env, process.platform),
    now: () => performance.now(),
    signal: (signal) => {
      // seen at once, and the key still comes up in the program that has the focus
      if (signal === 'down' || signal === 'press') window.showBeside()
      page.tell({ signal })
    },
    changed: (view) => page.tell({ key: view }),
    byCommand: `A key in your desktop's own settings can start “adjutant ${TALK_SWITCH}” instead.`,
  })
  const choose = (chord: string) =>
    void key.choose(chord).catch((error) => report('the key to speak could not be changed', error))
  let chosen: string | undefined
  const follow = (chord: string) => {
    if (chord !== chosen) choose(chord)
    chosen = chord
  }
  operator.subscribe((event) => {
    if (event.type === 'settings.changed') follow(event.settings.voice.globalKey)
  })
  operator.call('settings.get', {}).then(
    ({ voice }) => follow(voice.globalKey),
    (error) => report('the settings could not be read', error),
  )
  app.on('will-quit', () => globalShortcut.unregisterAll())
  return {
    press: () => {
      window.showBeside()
      page.tell({ signal: 'press' })
    },
    onMicrophone: (changed) => {
      microphone = changed
    },
  }
}

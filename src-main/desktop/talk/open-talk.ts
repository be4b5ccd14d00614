import { app, globalShortcut, type WebContents } from 'electron'
import type { DesktopMessage, SettingsView } from '../../../src-preload/contract.ts'
import type { MainWindow } from '../main-window.ts'
import type { QuickWindow } from '../quick/quick-window.ts'
import { createKeyHook } from './key-hook.ts'
import { createTalkKey } from './talk-key.ts'

/** What a desktop's own key bindings start: it begins to listen, or ends it. */
export const TALK_SWITCH = '--talk'

export interface TalkOptions {
  readonly main: MainWindow
  readonly quick: QuickWindow
  readonly tell: (contents: WebContents, message: DesktopMessage) => void
  readonly report: (what: string, error: unknown) => void
}

export interface Talk {
  /** Begins to listen, or ends it. */
  press(): void
  /** Its key is the one of these settings from now on. */
  follow(settings: Pick<SettingsView, 'voice'>): void
}

/**
 * Lets the operator speak while another program has the focus: by the key of the settings, a command or the tray. Who
 * looks at the main window is heard there, everybody else by the quick window, which takes no focus for it.
 */
export function openTalk({ main, quick, tell, report }: TalkOptions): Talk {
  /** Where it listens since the key went down. */
  let listener: WebContents | undefined
  const choose = (): WebContents => {
    if (main.browserWindow.isFocused()) return main.browserWindow.webContents
    // seen at once, and the key still comes up in the program that has the focus
    quick.showBeside()
    return quick.browserWindow.webContents
  }
  const press = () => tell(choose(), { type: 'talk', signal: 'press' })
  const key = createTalkKey({
    shortcuts: globalShortcut,
    hook: createKeyHook(process.env, process.platform),
    now: () => performance.now(),
    signal: (signal) => {
      if (signal === 'press') return press()
      if (signal === 'down') listener = choose()
      if (listener) tell(listener, { type: 'talk', signal })
    },
    changed: (view) => {
      for (const { browserWindow } of [main, quick])
        tell(browserWindow.webContents, { type: 'talk-key', key: view })
    },
    byCommand: `A key in your desktop's own settings can start “adjutant ${TALK_SWITCH}” instead.`,
  })
  let chosen: string | undefined
  app.on('will-quit', () => globalShortcut.unregisterAll())
  return {
    press,
    follow: ({ voice }) => {
      if (voice.globalKey === chosen) return
      chosen = voice.globalKey
      key.choose(chosen).catch((error) => report('the key to speak could not be changed', error))
    },
  }
}

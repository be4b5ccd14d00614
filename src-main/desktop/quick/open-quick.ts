import { globalShortcut } from 'electron'
import type { DesktopMessage, SettingsView } from '../../../src-preload/contract.ts'
import { waylandDoubt } from '../keys/wayland-doubt.ts'
import { createQuickKey } from './quick-key.ts'
import { openQuickWindow, type QuickWindow, type QuickWindowOptions } from './quick-window.ts'

/** What a desktop's own key bindings start: it opens the quick window, or hides it. */
export const QUICK_SWITCH = '--quick'

export interface QuickOptions extends Omit<QuickWindowOptions, 'shown'> {
  /** Tells every window of ours. */
  readonly tellAll: (message: DesktopMessage) => void
}

export interface Quick {
  readonly window: QuickWindow
  /** Its key is the one of these settings from now on. */
  follow(settings: Pick<SettingsView, 'ui' | 'voice'>): void
}

/** The quick window, and the key that opens it from any program. */
export function openQuick({ tellAll, report, ...options }: QuickOptions): Quick {
  const window = openQuickWindow({
    ...options,
    report,
    shown: (beside) => tellAll({ type: 'quick-shown', beside }),
  })
  const key = createQuickKey({
    shortcuts: globalShortcut,
    pressed: window.toggle,
    changed: (view) => tellAll({ type: 'quick-key', key: view }),
    doubt: () => waylandDoubt(process.env, process.platform),
    byCommand: `A key in your desktop's own settings can start “adjutant ${QUICK_SWITCH}” instead.`,
  })
  let chosen = ''
  return {
    window,
    follow: ({ ui, voice }) => {
      const wanted = `${ui.quickKey} ${voice.globalKey}`
      if (wanted === chosen) return
      chosen = wanted
      key
        .choose(ui.quickKey, voice.globalKey)
        .catch((error) => report('the key of the quick window could not be changed', error))
    },
  }
}

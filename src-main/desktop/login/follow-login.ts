import { homedir } from 'node:os'
import { app } from 'electron'
import type { SettingsView } from '../../../src-preload/contract.ts'
import { HIDDEN_SWITCH } from './hidden-switch.ts'
import { autostartFile, keepAutostart } from './keep-autostart.ts'

/** Lets the system start the application at login, or no longer, as the settings have it. */
export function followLogin(
  report: (what: string, error: unknown) => void,
): (settings: Pick<SettingsView, 'ui'>) => void {
  let kept: boolean | undefined
  return ({ ui: { startAtLogin } }) => {
    if (startAtLogin === kept) return
    kept = startAtLogin
    try {
      if (process.platform === 'linux') keepOnLinux(startAtLogin)
      else if (app.getLoginItemSettings({ args: [HIDDEN_SWITCH] }).openAtLogin !== startAtLogin)
        app.setLoginItemSettings({ openAtLogin: startAtLogin, args: [HIDDEN_SWITCH] })
    } catch (error) {
      report('starting at login could not be changed', error)
    }
  }
}

function keepOnLinux(on: boolean): void {
  const { APPIMAGE, ADJUTANT_HOME } = process.env
  keepAutostart(
    autostartFile(process.env, homedir()),
    on
      ? {
          // an AppImage runs from a place that is another one at each start
          program: APPIMAGE || process.execPath,
          args: [...(app.isPackaged ? [] : [app.getAppPath()]), HIDDEN_SWITCH],
          env: ADJUTANT_HOME ? { ADJUTANT_HOME } : {},
        }
      : undefined,
  )
}

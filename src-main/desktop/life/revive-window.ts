import { app, type BrowserWindow, dialog } from 'electron'
import { createRestartLimit } from './restart-limit.ts'

/** Loads a page again whose process crashed, at the address it was at; one that keeps crashing asks what to do. */
export function reviveWindow(
  window: BrowserWindow,
  name: string,
  report: (what: string, error: unknown) => void,
): void {
  const limit = createRestartLimit(5, 30_000)
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    report(`the ${name} crashed and is loaded again`, new Error(`${reason} (${exitCode})`))
    if (limit.crashed(performance.now())) return window.reload()
    dialog
      .showMessageBox({
        type: 'error',
        title: 'Adjutant',
        message: 'The window crashes again and again',
        detail: 'Runs, reminders and schedules go on without it.',
        buttons: ['Load it again', 'Quit'],
        defaultId: 0,
        cancelId: 0,
      })
      .then(
        ({ response }) => (response === 1 ? app.quit() : window.isDestroyed() || window.reload()),
        (error) => report('a question could not be shown', error),
      )
  })
}

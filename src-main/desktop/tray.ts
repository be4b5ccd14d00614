import { join } from 'node:path'
import { app, Menu, Tray } from 'electron'
import type { OperatorApi } from '../operator/operator.ts'

export interface TrayOptions {
  readonly resources: string
  readonly operator: OperatorApi
  readonly show: () => void
  readonly report: (what: string, error: unknown) => void
}

/** The tray icon holds its own reference: without one it would vanish with the next collection. */
const shown = new Set<Tray>()

/** The icon that stays when the window is closed. */
export function showTray({ resources, operator, show, report }: TrayOptions): void {
  const size = process.platform === 'win32' ? 32 : process.platform === 'darwin' ? 16 : 22
  const tray = new Tray(join(resources, `icon-${size}.png`))
  tray.setToolTip('Adjutant')
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { label: 'Open Adjutant', click: show },
      {
        label: 'Stop everything',
        click: () =>
          void operator.call('stop', {}).catch((error) => report('the runs could not be stopped', error)),
      },
      { type: 'separator' },
      { label: 'Quit', click: () => app.quit() },
    ]),
  )
  tray.on('click', show)
  shown.add(tray)
}

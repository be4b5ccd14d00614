import { join } from 'node:path'
import { app, Menu, Tray } from 'electron'
import type { OperatorApi } from '../operator/operator.ts'

export interface TrayOptions {
  readonly resources: string
  readonly operator: OperatorApi
  readonly show: () => void
  /** Begins to listen, or ends it. */
  readonly talk: () => void
  readonly report: (what: string, error: unknown) => void
}

/** The tray icon holds its own reference: without one it would vanish with the next collection. */
const shown = new Set<Tray>()

export interface ShownTray {
  /** Nobody should have to guess whether they are heard. */
  microphone(open: boolean): void
}

/** The icon that stays when the window is closed. */
export function showTray({ resources, operator, show, talk, report }: TrayOptions): ShownTray {
  const size = process.platform === 'win32' ? 32 : process.platform === 'darwin' ? 16 : 22
  const icon = (open: boolean) => join(resources, `icon-${open ? 'listening-' : ''}${size}.png`)
  const tray = new Tray(icon(false))
  tray.setToolTip('Adjutant')
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { label: 'Open Adjutant', click: show },
      { label: 'Speak', click: talk },
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
  return {
    microphone: (open) => {
      tray.setImage(icon(open))
      tray.setToolTip(open ? 'Adjutant: the microphone is open' : 'Adjutant')
    },
  }
}

import { Menu, nativeImage, Tray } from 'electron'

export interface TrayActions {
  open(): void
  stopEverything(): void
  quit(): void
}

/** The tray's icon and menu; undefined on desktops without a tray. */
export function createTray(icon: string, actions: TrayActions): Tray | undefined {
  try {
    const tray = new Tray(nativeImage.createFromPath(icon))
    tray.setToolTip('Adjutant')
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: 'Open Adjutant', click: actions.open },
        { type: 'separator' },
        { label: 'Stop everything', click: actions.stopEverything },
        { type: 'separator' },
        { label: 'Quit', click: actions.quit },
      ]),
    )
    tray.on('click', actions.open)
    return tray
  } catch {
    // there is no tray to put it in; the window stays the only way in
    return undefined
  }
}

import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import { QUICK_ADDRESS } from '../app-address.ts'
import { reviveWindow } from '../life/revive-window.ts'
import { canvas, securePreferences } from '../secure-preferences.ts'
import { placeQuick, QUICK_SIZE } from './quick-place.ts'

export interface QuickWindowOptions {
  readonly preload: string
  readonly icon: string
  /** Its page is loaded then: the main window comes first. */
  readonly after: Promise<void>
  /** Whether it stays where it is though another window has the focus. */
  readonly stays: () => boolean
  /** It is seen now; `beside`: while the focus stays where it is. */
  readonly shown: (beside: boolean) => void
  readonly report: (what: string, error: unknown) => void
}

export interface QuickWindow {
  readonly browserWindow: BrowserWindow
  /** In front and with the focus; where it has that already, hidden. */
  toggle(): void
  show(): void
  /** In front, while the focus stays where it is. */
  showBeside(): void
  /** Gives the focus back to the program that had it. */
  hide(): void
  /** Its content is that tall, in px. */
  fit(height: number): void
}

/** A small window without a frame, kept warm: it is drawn before anyone wants it, and only shown then. */
export function openQuickWindow({
  preload,
  icon,
  after,
  stays,
  shown,
  report,
}: QuickWindowOptions): QuickWindow {
  const browserWindow = new BrowserWindow({
    width: QUICK_SIZE.width,
    height: QUICK_SIZE.shortest,
    show: false,
    frame: false,
    resizable: false,
    maximizable: false,
    minimizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    title: 'Adjutant: quick window',
    icon,
    ...(process.platform === 'darwin' ? { type: 'panel' } : {}),
    backgroundColor: canvas(nativeTheme.shouldUseDarkColors),
    webPreferences: securePreferences(preload),
  })
  const { webContents } = browserWindow
  let contentHeight = 0
  let quitting = false
  const place = () => {
    const display = browserWindow.isVisible()
      ? screen.getDisplayMatching(browserWindow.getBounds())
      : screen.getDisplayNearestPoint(screen.getCursorScreenPoint())
    browserWindow.setBounds(placeQuick(display.workArea, contentHeight))
  }
  const quick: QuickWindow = {
    browserWindow,
    toggle: () => (browserWindow.isVisible() && browserWindow.isFocused() ? quick.hide() : quick.show()),
    show: () => {
      place()
      browserWindow.show()
      browserWindow.focus()
      shown(false)
    },
    showBeside: () => {
      if (browserWindow.isVisible()) return
      place()
      browserWindow.showInactive()
      browserWindow.moveTop()
      shown(true)
    },
    hide: () => browserWindow.hide(),
    fit: (height) => {
      contentHeight = height
      place()
    },
  }
  // whoever goes on to another program has no use for it; what was written stays
  browserWindow.on('blur', () => {
    if (!stays() && !webContents.isDevToolsOpened()) browserWindow.hide()
  })
  app.on('before-quit', () => {
    quitting = true
  })
  browserWindow.on('close', (event) => {
    if (quitting) return
    event.preventDefault()
    browserWindow.hide()
  })
  reviveWindow(browserWindow, 'quick window', report)
  after
    .then(() => browserWindow.loadURL(QUICK_ADDRESS))
    .catch((error) => report('the quick window could not be loaded', error))
  return quick
}

import { BrowserWindow, nativeTheme, screen, type WebContents } from 'electron'
import { APP_ADDRESS } from './app-address.ts'
import { reviveWindow } from './life/revive-window.ts'
import { canvas, securePreferences } from './secure-preferences.ts'
import { placeWindow, readWindowState, SMALLEST, type WindowState, writeWindowState } from './window-state.ts'

export interface MainWindowOptions {
  /** Where its place is kept. */
  readonly stateFile: string
  readonly preload: string
  readonly icon: string
  /** Not shown until somebody asks for it. */
  readonly hidden: boolean
  readonly report: (what: string, error: unknown) => void
}

export interface MainWindow {
  readonly browserWindow: BrowserWindow
  /** Settles when the page is there, with a box to type in, or when that has failed. */
  readonly opened: Promise<void>
  /** Settles when the interface is there and has the focus, or when that has failed. */
  readonly drawn: Promise<void>
  /** A page listens to the desktop: it is there. */
  listens(contents: WebContents): void
  /** In front, with the focus, from wherever it was. */
  show(): void
  state(): WindowState
  keep(change: Partial<WindowState>): void
}

/** Not every window manager gives a new window the focus. */
const FOCUS_WAIT_MS = 250

/** Of all displays, the first one's before the others'. */
const workAreas = () =>
  [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(({ workArea }) => workArea)

/** The one window, where it was the last time. It shows itself when there is something to see. */
export function openMainWindow({ stateFile, preload, icon, hidden, report }: MainWindowOptions): MainWindow {
  const kept = readWindowState(stateFile)
  const browserWindow = new BrowserWindow({
    ...placeWindow(kept, workAreas()),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Adjutant',
    icon,
    backgroundColor: canvas(nativeTheme.shouldUseDarkColors),
    webPreferences: securePreferences(preload),
  })
  browserWindow.setMenuBarVisibility(false)
  if (kept?.maximised) browserWindow.maximize()

  let toldAboutClosing = kept?.toldAboutClosing ?? false
  const state = (): WindowState => ({
    ...browserWindow.getNormalBounds(),
    maximised: browserWindow.isMaximized(),
    toldAboutClosing,
  })
  const keep = (change: Partial<WindowState>) => {
    toldAboutClosing = change.toldAboutClosing ?? toldAboutClosing
    try {
      writeWindowState(stateFile, { ...state(), ...change })
    } catch (error) {
      report("the window's place could not be kept", error)
    }
  }
  const show = () => {
    if (browserWindow.isMinimized()) browserWindow.restore()
    browserWindow.show()
    browserWindow.focus()
  }
  if (!hidden) browserWindow.once('ready-to-show', show)
  let listens = () => {}
  const opened = new Promise<void>((resolve) => {
    browserWindow.webContents.once('dom-ready', () => resolve())
    browserWindow.webContents.once('did-fail-load', () => resolve())
    browserWindow.webContents.once('render-process-gone', () => resolve())
    browserWindow.once('closed', () => resolve())
  })
  const drawn = new Promise<void>((resolve) => {
    listens = () => {
      if (hidden || browserWindow.isFocused()) return resolve()
      // whatever is loaded next holds this thread up, and with it the focus that is on its way
      browserWindow.once('focus', () => resolve())
      setTimeout(resolve, FOCUS_WAIT_MS)
    }
    browserWindow.webContents.once('did-fail-load', () => resolve())
    browserWindow.webContents.once('render-process-gone', () => resolve())
    browserWindow.once('closed', () => resolve())
  })
  browserWindow.on('close', () => keep({}))
  reviveWindow(browserWindow, 'window', report)
  // a display that is gone takes nothing with it
  const comeBack = () => {
    if (browserWindow.isDestroyed()) return
    const bounds = browserWindow.getBounds()
    const place = placeWindow(bounds, workAreas(), bounds)
    if (place.x !== bounds.x || place.y !== bounds.y) browserWindow.setBounds(place)
  }
  screen.on('display-removed', comeBack)
  screen.on('display-metrics-changed', comeBack)
  browserWindow
    .loadURL(APP_ADDRESS)
    .catch((error) => report('the interface could not be loaded; "npm run build" makes it', error))
  return {
    browserWindow,
    opened,
    drawn,
    listens: (contents) => contents === browserWindow.webContents && listens(),
    show,
    state,
    keep,
  }
}

import { join } from 'node:path'
import { BrowserWindow, nativeTheme, screen } from 'electron'
import { START_PAGE } from './own-page.ts'
import { readWindowState, writeWindowState } from './window-state.ts'

export interface MainWindowOptions {
  readonly home: string
  readonly preload: string
  readonly icon: string
  /** Asked when the operator closes the window: true keeps it, hidden. */
  readonly keepsHidden: () => boolean
  /** Told when it was hidden instead of closed. */
  readonly hidden: () => void
}

/** The one main window: sandboxed, isolated, where it was the last time. */
export function openMainWindow({
  home,
  preload,
  icon,
  keepsHidden,
  hidden,
}: MainWindowOptions): BrowserWindow {
  const file = join(home, 'window.json')
  const state = readWindowState(
    file,
    screen.getAllDisplays().map(({ workArea }) => workArea),
  )
  const { maximised, ...bounds } = state
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 360,
    minHeight: 400,
    show: false,
    title: 'Adjutant',
    icon,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16191b' : '#f7f5f0',
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  })
  if (maximised) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', (event) => {
    writeWindowState(file, { ...window.getNormalBounds(), maximised: window.isMaximized() })
    if (!keepsHidden()) return
    event.preventDefault()
    window.hide()
    hidden()
  })
  // a page that died is loaded anew; what it showed is in the journal
  window.webContents.on('render-process-gone', () => void window.loadURL(START_PAGE))
  void window.loadURL(START_PAGE)
  return window
}

/** Brings a window before the operator. */
export function present(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

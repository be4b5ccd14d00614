import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, type BrowserWindow, dialog, Notification } from 'electron'
import { resolveHome } from './configuration/home.ts'
import { hardenContents, hardenSession } from './desktop/harden.ts'
import { createKeychainStore } from './desktop/keychain.ts'
import { openMainWindow, present } from './desktop/main-window.ts'
import { notify } from './desktop/notify.ts'
import { registerScheme, serveInterface } from './desktop/protocol.ts'
import { createTray } from './desktop/tray.ts'
import { sendEvents, serveCalls } from './ipc/calls.ts'
import { type JoinedAgent, joinAgent } from './join-agent.ts'
import { reportFailure } from './terminal/report-failure.ts'
import { explainError } from './vocabulary/errors.ts'

const here = dirname(fileURLToPath(import.meta.url))
const resources = join(here, '..', '..', 'resources')
const home = resolveHome(process.env)
const addon = join(dirname(process.execPath), 'better_sqlite3.node')

// one app a data directory: a second start shows the window of the first
app.setPath('userData', join(home, 'electron'))
if (!app.requestSingleInstanceLock()) app.exit(0)
registerScheme()
hardenContents()
app.enableSandbox()

let window: BrowserWindow | undefined
let quitting = false
let told = false

async function start(): Promise<void> {
  hardenSession()
  serveInterface(join(here, '..', 'renderer'))
  const tray = createTray(join(resources, 'tray.png'), {
    open: show,
    stopEverything: () =>
      void agent.operator.call('stop', {}).catch((error) => reportFailure('stop failed', error)),
    quit: () => app.quit(),
  })
  const agent: JoinedAgent = await joinAgent({
    home,
    host: 'electron',
    interfaceFolder: join(here, '..', 'renderer'),
    secretStore: createKeychainStore(),
    staysInTray: tray !== undefined,
    report: reportFailure,
    ...(existsSync(addon) ? { nativeBinding: addon } : {}),
  })
  serveCalls(agent.operator, (contents) => contents === window?.webContents)
  sendEvents(agent.operator, () => (window ? [window.webContents] : []))
  let closeToTray = (await agent.operator.call('settings.get', {})).ui.closeToTray
  agent.operator.subscribe((event) => {
    if (event.type === 'settings.changed') closeToTray = event.settings.ui.closeToTray
    if (!window?.isFocused()) notify(event, show)
  })
  window = openMainWindow({
    home,
    preload: join(here, '..', 'preload', 'index.cjs'),
    icon: join(resources, 'icon.png'),
    keepsHidden: () => tray !== undefined && closeToTray && !quitting,
    hidden: tellOnce,
  })
  window.on('closed', () => app.quit())
  await agent.resume()
  app.on('second-instance', show)
  app.on('activate', show)
  app.on('before-quit', (event) => {
    if (quitting) return
    quitting = true
    event.preventDefault()
    void agent.close().finally(() => app.quit())
  })
}

function show(): void {
  if (window) present(window)
}

function tellOnce(): void {
  if (told || !Notification.isSupported()) return
  told = true
  const body = 'Reminders and schedules still ring. Quit from the tray to end it.'
  new Notification({ title: 'Adjutant stays in the tray', body }).show()
}

app
  .whenReady()
  .then(start)
  .catch((error: unknown) => {
    reportFailure('Adjutant could not start', error)
    dialog.showErrorBox('Adjutant could not start', explainError(error))
    app.exit(1)
  })

import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, session } from 'electron'
import { resolveHome } from './configuration/home.ts'
import { type AgentLink, linkAgent } from './desktop/agent-link.ts'
import { installMenu } from './desktop/app-menu.ts'
import { declareAppScheme, serveAppScheme } from './desktop/app-protocol.ts'
import { keychainStore } from './desktop/keychain.ts'
import { beginRecord, type CrashRecord } from './desktop/life/crash-record.ts'
import { createReports } from './desktop/life/reports.ts'
import { chooseSafeMode, endWith } from './desktop/life/safe-start.ts'
import { surviveCrashes } from './desktop/life/survive-crashes.ts'
import { keepEarlyLinks } from './desktop/links/follow-links.ts'
import { followListening } from './desktop/listening.ts'
import { lockDown } from './desktop/lock-down.ts'
import { HIDDEN_SWITCH } from './desktop/login/follow-login.ts'
import { openMainWindow } from './desktop/main-window.ts'
import { openFaces } from './desktop/open-faces.ts'
import { hasTray } from './desktop/tray/tray-host.ts'
import { type ServedDesktop, serveDesktop } from './ipc/serve-desktop.ts'
import { serveWindows } from './ipc/serve-windows.ts'
import { reportFailure, tellFailure } from './terminal/report-failure.ts'
import { AdjutantError, messageOf } from './vocabulary/errors.ts'

const built = dirname(dirname(fileURLToPath(import.meta.url)))
const resources = join(built, '..', 'resources')
const interfaceFolder = join(built, 'renderer')
const preload = join(built, 'preload', 'index.cjs')
const home = resolveHome(process.env)
const { report, agentIs } = createReports(reportFailure)

function fail(error: unknown): void {
  tellFailure(error)
  const fix = error instanceof AdjutantError && error.fix ? `\n\n${error.fix}` : ''
  endWith(`${messageOf(error)}${fix}`)
}

/** A build of the SQLite addon that lies beside an Electron for which the packaged one is too new. */
function ownBinding(): { nativeBinding?: string } {
  const nativeBinding = join(dirname(process.execPath), 'better_sqlite3.node')
  return existsSync(nativeBinding) ? { nativeBinding } : {}
}

/** The window is drawn first, for loading the agent would hold up the serving of its files; its calls wait. */
async function start(): Promise<void> {
  const record = beginRecord(join(home, 'life.json'), new Date())
  surviveCrashes(record, report)
  const listening = followListening()
  lockDown(report, listening.now)
  serveAppScheme(interfaceFolder)
  installMenu()
  const main = openMainWindow({
    stateFile: join(home, 'window.json'),
    preload,
    icon: join(resources, 'icon-256.png'),
    hidden: process.argv.includes(HIDDEN_SWITCH),
    report,
  })
  const safely = main.drawn.then(() => chooseSafeMode(record))
  const tray = await hasTray()
  const link = linkAgent(
    async () => {
      const safeMode = await safely
      const { joinAgent } = await import('./join-agent.ts')
      const secretStore = keychainStore()
      const place = { home, interfaceFolder, ...ownBinding() }
      const options = { ...place, safeMode, secretStore, report: reportFailure }
      return agentIs(await joinAgent({ ...options, host: 'electron', staysInTray: tray }))
    },
    { rejoined: () => main.browserWindow.reload(), failed: fail },
  )
  const windows = serveWindows(link.operator, listening, report)
  const served: ServedDesktop = serveDesktop(
    windows,
    openFaces({
      main,
      link,
      hasTray: tray,
      resources,
      preload,
      built,
      home,
      links,
      own: windows.add,
      tell: (contents, message) => served.tell(contents, message),
      before: record.before,
      report,
    }),
    report,
  )
  endInOrder(link, record)
  await link.ready
}

/** Ends when the agent has closed its journal and given up its data directory. */
function endInOrder(link: AgentLink, record: CrashRecord): void {
  app.on('will-quit', (event) => {
    event.preventDefault()
    // what the pages keep would else be written some seconds later
    session.defaultSession.flushStorageData()
    // a second quit() is not heard once the first was held up here; the windows are closed already
    void link
      .close()
      .then(record.endedWell)
      .catch((error) => report('the agent did not close well', error))
      .finally(() => app.exit(0))
  })
}

mkdirSync(join(home, 'window'), { recursive: true, mode: 0o700 })
app.setName('Adjutant')
app.setPath('userData', join(home, 'window'))
declareAppScheme()
const links = keepEarlyLinks()
// without it Chromium has no voices there
if (process.platform === 'linux') app.commandLine.appendSwitch('enable-speech-dispatcher')
if (app.requestSingleInstanceLock()) app.whenReady().then(start).catch(fail)
else {
  process.stderr.write('Adjutant is already running on this data directory; its window comes to the front.\n')
  app.exit(0)
}

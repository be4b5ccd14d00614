import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { app, session } from 'electron'
import { type AgentLink, linkAgent } from './desktop/agent-link.ts'
import { installMenu } from './desktop/app-menu.ts'
import { keychainStore } from './desktop/keychain.ts'
import type { CrashRecord } from './desktop/life/crash-record.ts'
import { giveBackAtRest } from './desktop/life/give-back.ts'
import type { Reports } from './desktop/life/reports.ts'
import { chooseSafeMode } from './desktop/life/safe-start.ts'
import type { EarlyLinks } from './desktop/links/follow-links.ts'
import type { Listening } from './desktop/listening.ts'
import type { MainWindow } from './desktop/main-window.ts'
import { openFaces } from './desktop/open-faces.ts'
import { hasTray } from './desktop/tray/tray-host.ts'
import { type ServedDesktop, serveDesktop } from './ipc/serve-desktop.ts'
import { type ServedWindows, serveWindows } from './ipc/serve-windows.ts'
import { reportFailure } from './terminal/report-failure.ts'

export interface DesktopOptions {
  readonly main: MainWindow
  readonly home: string
  /** The folder of what is built, and what lies beside it. */
  readonly built: string
  readonly interfaceFolder: string
  readonly resources: string
  readonly preload: string
  readonly record: CrashRecord
  readonly listening: Listening
  readonly links: EarlyLinks
  readonly reports: Reports
  /** Told of what it cannot go on after. */
  readonly failed: (error: unknown) => void
}

export interface OpenDesktop {
  readonly windows: ServedWindows
  readonly desktop: ServedDesktop
  /** Settles when the agent is there the first time. */
  readonly ready: Promise<unknown>
}

/**
 * All that is behind the main window: the agent, and its other faces. The agent is loaded when the window is drawn, for
 * that would hold up the serving of its files; calls wait for it.
 */
export async function openDesktop(options: DesktopOptions): Promise<OpenDesktop> {
  const { main, home, interfaceFolder, record, listening, reports, failed } = options
  const { report, agentIs } = reports
  const tray = await hasTray()
  installMenu()
  const safely = main.drawn.then(() => chooseSafeMode(record))
  const link = linkAgent(
    async () => {
      const safeMode = await safely
      const { joinAgent } = await import('./join-agent.ts')
      const secretStore = keychainStore()
      const place = { home, interfaceFolder, ...ownBinding() }
      const given = { ...place, safeMode, secretStore, report: reportFailure }
      return agentIs(await joinAgent({ ...given, host: 'electron', staysInTray: tray }))
    },
    { rejoined: () => main.browserWindow.reload(), failed },
  )
  const happened = giveBackAtRest()
  link.operator.subscribe(happened)
  link.onPresence(happened)
  const windows = serveWindows(link.operator, listening, report)
  const desktop: ServedDesktop = serveDesktop(
    windows,
    openFaces({
      ...options,
      link,
      hasTray: tray,
      own: windows.add,
      tell: (contents, message) => desktop.tell(contents, message),
      before: record.before,
      report,
    }),
    { listens: main.listens, report },
  )
  endInOrder(link, record, report)
  return { windows, desktop, ready: link.ready }
}

/** A build of the SQLite addon that lies beside an Electron for which the packaged one is too new. */
function ownBinding(): { nativeBinding?: string } {
  const nativeBinding = join(dirname(process.execPath), 'better_sqlite3.node')
  return existsSync(nativeBinding) ? { nativeBinding } : {}
}

/** Ends when the agent has closed its journal and given up its data directory. */
function endInOrder(link: AgentLink, record: CrashRecord, report: Reports['report']): void {
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

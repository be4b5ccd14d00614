import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, ipcMain } from 'electron'
import { CALL_CHANNEL, DESKTOP_CHANNEL } from '../src-preload/contract.ts'
import { resolveHome } from './configuration/home.ts'
import { declareAppScheme, serveAppScheme } from './desktop/app-protocol.ts'
import { beginRecord } from './desktop/life/crash-record.ts'
import { createReports } from './desktop/life/reports.ts'
import { endWith } from './desktop/life/safe-start.ts'
import { surviveCrashes } from './desktop/life/survive-crashes.ts'
import { keepEarlyLinks } from './desktop/links/follow-links.ts'
import { followListening } from './desktop/listening.ts'
import { lockDown } from './desktop/lock-down.ts'
import { HIDDEN_SWITCH } from './desktop/login/hidden-switch.ts'
import { openMainWindow } from './desktop/main-window.ts'
import { reportFailure, tellFailure } from './terminal/report-failure.ts'
import { AdjutantError, messageOf } from './vocabulary/errors.ts'

const built = dirname(dirname(fileURLToPath(import.meta.url)))
const resources = join(built, '..', 'resources')
const interfaceFolder = join(built, 'renderer')
const preload = join(built, 'preload', 'index.cjs')
const home = resolveHome(process.env)
const reports = createReports(reportFailure)

function fail(error: unknown): void {
  tellFailure(error)
  const fix = error instanceof AdjutantError && error.fix ? `\n\n${error.fix}` : ''
  void endWith(`${messageOf(error)}${fix}`)
}

/**
 * The window comes first, with as little as it needs, and all else once its page is there. What that asks in the
 * meantime waits.
 */
async function start(): Promise<void> {
  const { report } = reports
  const record = beginRecord(join(home, 'life.json'), new Date())
  surviveCrashes(record, report)
  const listening = followListening()
  lockDown(report, listening.now)
  serveAppScheme(interfaceFolder)
  const main = openMainWindow({
    stateFile: join(home, 'window.json'),
    preload,
    icon: join(resources, 'icon-256.png'),
    hidden: process.argv.includes(HIDDEN_SWITCH),
    report,
  })
  const opening = main.opened
    .then(() => import('./open-desktop.ts'))
    .then(({ openDesktop }) =>
      openDesktop({
        ...{ main, home, built, interfaceFolder, resources, preload },
        ...{ record, listening, links, reports, failed: fail },
      }),
    )
  ipcMain.handle(CALL_CHANNEL, async (event, method, input) =>
    (await opening).windows.answer(event, method, input),
  )
  ipcMain.handle(DESKTOP_CHANNEL, async (event, method, input) =>
    (await opening).desktop.answer(event, method, input),
  )
  await (await opening).ready
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

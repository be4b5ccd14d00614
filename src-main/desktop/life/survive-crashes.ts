import { app } from 'electron'
import type { Words } from '../../../src-words/words.ts'
import { messageOf } from '../../vocabulary/errors.ts'
import type { Notice } from '../notices/notice.ts'
import type { CrashRecord, Life } from './crash-record.ts'
import { endWith } from './safe-start.ts'

/** Given to the process that takes the place of one that crashed. */
const AFTER_CRASH = '--after-crash'
/** One that crashes sooner than this, in ms, after such a start would do so again. */
const SOON_MS = 60_000
/** One that has lived so long, in ms, was no failed start. */
const STABLE_MS = 300_000

/**
 * An error that nobody caught leaves the main process in a state that nobody knows: it ends, and a new one takes up what
 * the journal holds. Where that one fails soon as well, it says why and ends.
 */
export function surviveCrashes(record: CrashRecord, report: (what: string, error: unknown) => void): void {
  let ending = false
  const end = (error: unknown) => {
    if (ending) return
    ending = true
    report('the application crashed', error)
    const what = messageOf(error)
    record.crashed(what)
    const again = process.argv.includes(AFTER_CRASH) && process.uptime() * 1_000 < SOON_MS
    if (again) return void endWith(what)
    app.relaunch({ args: [...process.argv.slice(1).filter((each) => each !== AFTER_CRASH), AFTER_CRASH] })
    app.exit(1)
  }
  // what ends later has another cause than what ended those before it
  setTimeout(record.stable, STABLE_MS).unref()
  process.on('uncaughtException', end)
  // a promise that nobody waited for has left nothing half done
  process.on('unhandledRejection', (error) => report('a failure was not handled', error))
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    // Chromium starts these again by itself
    if (reason !== 'clean-exit') report(`the ${type} process ended`, new Error(`${reason} (${exitCode})`))
  })
}

/** What is said after a process that did not end in order. */
export const startedAgainNotice = ({ crash }: Life, { t }: Pick<Words, 't' | 'n' | 'said'>): Notice => ({
  key: 'started-again',
  kind: 'failed',
  title: t('Adjutant had ended unexpectedly'),
  body: crash
    ? t('Everything goes on where it was. What it died of: {crash}', { crash })
    : t('Everything goes on where it was.'),
  place: { pane: 'runs' },
  actions: [],
})

import { app, dialog } from 'electron'
import { isSafeStart, SAFE_SWITCH, SAFE_VARIABLE } from '../../configuration/safe-start.ts'
import type { CrashRecord } from './crash-record.ts'

/** As many starts in a row that ended badly are reason to ask. */
const FAILURES_MOST = 2

/** Whether this process is to start in safe mode: it was told so, or the operator chooses it after failures in a row. */
export async function chooseSafeMode({ failures, before }: CrashRecord): Promise<boolean> {
  if (isSafeStart(process.argv, process.env)) return true
  if (failures < FAILURES_MOST) return false
  const { t } = await systemWords()
  const { response } = await dialog.showMessageBox({
    type: 'question',
    title: 'Adjutant',
    message: t('Adjutant has ended unexpectedly several times in a row'),
    detail: [...(before?.crash ? [before.crash] : []), t(WHAT_IT_IS)].join('\n\n'),
    buttons: [t('Start in safe mode'), t('Start normally')],
    defaultId: 0,
    cancelId: 1,
  })
  return response === 0
}

/** Says why it cannot go on, and offers safe mode where that is not how it was started. Ends this process. */
export async function endWith(message: string): Promise<void> {
  const { t } = await systemWords()
  const safe = isSafeStart(process.argv, process.env)
  const response = dialog.showMessageBoxSync({
    type: 'error',
    title: 'Adjutant',
    message: t('Adjutant cannot go on'),
    detail: safe ? message : `${message}\n\n${t(WHAT_IT_IS)}`,
    buttons: safe ? [t('Quit')] : [t('Start in safe mode'), t('Quit')],
    defaultId: 0,
    cancelId: safe ? 0 : 1,
  })
  if (!safe && response === 0) relaunch(true)
  app.exit(1)
}

/** The application again, in safe mode or not, once this process has ended. */
export function relaunch(safe: boolean): void {
  delete process.env[SAFE_VARIABLE]
  const args = process.argv.slice(1).filter((each) => each !== SAFE_SWITCH)
  app.relaunch({ args: safe ? [...args, SAFE_SWITCH] : args })
}

const WHAT_IT_IS =
  'In safe mode no schedule fires, nothing is taken up again by itself, no server is started and the built-in planner is used. Your data and settings stay as they are.'

/** Before the settings are known. Few starts need them. */
async function systemWords() {
  const { createDesktopWords } = await import('../desktop-words.ts')
  const words = createDesktopWords()
  words.speak('system', app.getPreferredSystemLanguages())
  return words
}

import { spawn } from 'node:child_process'
import { runQuietly } from '../session-bus.ts'
import type { Notice } from './notice.ts'

type Chosen = 'default' | Notice['actions'][number]['name']

/** Whether notify-send is here and shows buttons: it does since libnotify 0.8. */
export const notifySendHasActions = async (run = runQuietly): Promise<boolean> =>
  (await run('notify-send', ['--help']).catch(() => '')).includes('--action')

/** Its arguments. What a notice says is text: never an option, and never markup. */
export function noticeArguments({ kind, title, body, actions }: Notice): string[] {
  return [
    '--app-name=Adjutant',
    `--urgency=${kind === 'question' ? 'critical' : 'normal'}`,
    '--wait',
    '--action=default=Open',
    ...actions.map(({ name, label }) => `--action=${name}=${label}`),
    '--',
    title,
    body.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  ]
}

/** Shows a notice until somebody acts on it or it goes; `close` takes it back. */
export function sendNotice(
  notice: Notice,
  { ended, failed }: { ended: (chosen: Chosen | undefined) => void; failed: (error: unknown) => void },
): { close(): void } {
  const child = spawn('notify-send', noticeArguments(notice), { stdio: ['ignore', 'pipe', 'ignore'] })
  let said = ''
  let over = false
  const end = (tell: () => void) => {
    if (over) return
    over = true
    tell()
  }
  child.stdout.on('data', (text) => {
    said += String(text)
  })
  child.on('error', (error) => end(() => failed(error)))
  child.on('close', (code) =>
    end(() => {
      const chosen = said.trim()
      if (isChosen(chosen)) ended(chosen)
      else if (code) failed(new Error(`notify-send ended with ${code}`))
      else ended(undefined)
    }),
  )
  return {
    close: () => {
      over = true
      // it takes its notification with it
      child.kill('SIGINT')
    },
  }
}

const isChosen = (word: string): word is Chosen => ['default', 'approve', 'reject'].includes(word)

import { join } from 'node:path'
import { Menu, Tray } from 'electron'
import type { Words } from '../../../src-words/words.ts'
import { NO_WORK, type Work } from '../work/follow-work.ts'
import { type TrayActs, trayMenu } from './tray-menu.ts'
import { trayPicture, trayState, trayWords } from './tray-state.ts'

export interface TrayOptions {
  readonly resources: string
  readonly words: Pick<Words, 't' | 'n' | 'said'>
  readonly acts: TrayActs
}

/** The tray icon holds its own reference: without one it would vanish with the next collection. */
const shown = new Set<Tray>()

export interface ShownTray {
  work(work: Work): void
  /** Nobody should have to guess whether they are heard. */
  microphone(open: boolean): void
  /** The words are those of another language now. */
  redraw(): void
}

/** The icon that stays when the window is closed: it shows what the agent is at, and its menu does what matters. */
export function showTray({ resources, words, acts }: TrayOptions): ShownTray {
  const size = process.platform === 'win32' ? 32 : process.platform === 'darwin' ? 16 : 22
  let work = NO_WORK
  let microphoneOpen = false
  let drawn = ''
  const picture = (name: string) => join(resources, 'tray', `${name}-${size}.png`)
  const tray = new Tray(picture('offline'))
  const redraw = () => {
    const state = trayState(work, microphoneOpen)
    const name = trayPicture(state, work)
    if (name !== drawn) tray.setImage(picture(name))
    drawn = name
    tray.setToolTip(`Adjutant: ${trayWords(state, work, words)}`)
    // the menu bar of a Mac has room for the number itself
    tray.setTitle(work.pending.length > 0 ? String(work.pending.length) : '')
    tray.setContextMenu(Menu.buildFromTemplate(trayMenu(work, words, acts)))
  }
  tray.on('click', () => acts.open())
  shown.add(tray)
  redraw()
  return {
    work: (now) => {
      work = now
      redraw()
    },
    microphone: (open) => {
      microphoneOpen = open
      redraw()
    },
    redraw,
  }
}

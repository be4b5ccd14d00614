import { join } from 'node:path'
import { app, type WebContents } from 'electron'
import type { DesktopMessage, OpenPlace } from '../../src-preload/contract.ts'
import type { DesktopHandlers } from '../ipc/serve-desktop.ts'
import type { AgentLink } from './agent-link.ts'
import { followSettings } from './follow-settings.ts'
import { keepInTray } from './keep-in-tray.ts'
import type { MainWindow } from './main-window.ts'
import { followMicrophones } from './microphones.ts'
import { notifyOperator } from './notifications.ts'
import { openQuick, QUICK_SWITCH } from './quick/open-quick.ts'
import { readClipboard } from './read-clipboard.ts'
import { openTalk, TALK_SWITCH } from './talk/open-talk.ts'
import { showTray } from './tray.ts'

export interface FacesOptions {
  readonly main: MainWindow
  readonly link: AgentLink
  readonly hasTray: boolean
  readonly resources: string
  readonly preload: string
  /** A page of ours, which may call the agent. */
  readonly own: (contents: WebContents) => void
  readonly tell: (contents: WebContents, message: DesktopMessage) => void
  readonly report: (what: string, error: unknown) => void
}

/** The desktop's ways to the agent and from it: windows, keys, tray, notifications. Answers what its windows may ask. */
export function openFaces(options: FacesOptions): DesktopHandlers {
  const { main, link, hasTray, resources, preload, own, tell, report } = options
  const { operator } = link
  const pages = (): WebContents[] =>
    [main, quick.window].map(({ browserWindow }) => browserWindow.webContents)
  const quick = openQuick({
    preload,
    icon: join(resources, 'icon-256.png'),
    after: main.drawn,
    tellAll: (message) => {
      for (const page of pages()) tell(page, message)
    },
    report,
  })
  for (const page of pages()) own(page)
  const talk = openTalk({ main, quick: quick.window, tell, report })
  const open = (place: OpenPlace) => {
    main.show()
    tell(main.browserWindow.webContents, { type: 'open', place })
  }
  followSettings(
    link,
    (settings) => {
      quick.follow(settings)
      talk.follow(settings)
    },
    report,
  )
  notifyOperator(operator, main)
  keepInTray({ window: main, link, hasTray, report })
  const tray = hasTray
    ? showTray({ resources, operator, show: main.show, talk: talk.press, report })
    : undefined
  const microphones = followMicrophones((anyOpen) => tray?.microphone(anyOpen))

  const asked = (argv: readonly string[]): boolean => {
    if (argv.includes(TALK_SWITCH)) talk.press()
    else if (argv.includes(QUICK_SWITCH)) quick.window.toggle()
    else return false
    return true
  }
  asked(process.argv)
  app.on('activate', main.show)
  app.on('second-instance', (_event, argv) => asked(argv) || main.show())
  // the quick window is only ever hidden
  main.browserWindow.on('closed', () => app.quit())

  return {
    microphone: ({ open: isOpen }, from) => microphones.set(from, isOpen),
    'quick.hide': () => done(quick.window.hide()),
    'quick.fit': ({ height }, from) =>
      done(from === quick.window.browserWindow.webContents && quick.window.fit(height)),
    'window.open': (place) => {
      quick.window.hide()
      return done(open(place))
    },
    'clipboard.read': async ({ from }) => ({ text: await readClipboard(from) }),
  }
}

const done = (_: unknown): null => null

import { join } from 'node:path'
import { app, powerMonitor, shell, type WebContents } from 'electron'
import type { ApprovalView, DesktopMessage, OpenPlace } from '../../src-preload/contract.ts'
import type { DesktopHandlers } from '../ipc/serve-desktop.ts'
import type { AgentLink } from './agent-link.ts'
import { createNativeDialogs } from './approvals/native-dialog.ts'
import { chooseFolder } from './choose-folder.ts'
import { createDesktopWords } from './desktop-words.ts'
import { followSettings } from './follow-settings.ts'
import type { Life } from './life/crash-record.ts'
import { relaunch } from './life/safe-start.ts'
import { startedAgainNotice } from './life/survive-crashes.ts'
import { linkAmong } from './links/deep-link.ts'
import { type EarlyLinks, followLinks } from './links/follow-links.ts'
import { followLogin } from './login/follow-login.ts'
import { HIDDEN_SWITCH } from './login/hidden-switch.ts'
import type { MainWindow } from './main-window.ts'
import { followMicrophones } from './microphones.ts'
import { openNotices } from './notices/open-notices.ts'
import { noticeMeans } from './notices/show-notice.ts'
import { openArtifacts } from './open-artifact.ts'
import { openQuick, QUICK_SWITCH } from './quick/open-quick.ts'
import { readClipboard } from './quick/read-clipboard.ts'
import { openTalk, TALK_SWITCH } from './talk/open-talk.ts'
import { keepInTray } from './tray/keep-in-tray.ts'
import { showTray } from './tray/show-tray.ts'
import { openUpdates } from './updates/open-updates.ts'
import { followWork } from './work/follow-work.ts'

export interface FacesOptions {
  readonly main: MainWindow
  readonly link: AgentLink
  readonly hasTray: boolean
  readonly resources: string
  readonly preload: string
  /** The folder of what is built, and the data directory. */
  readonly built: string
  readonly home: string
  /** Links that came before anybody could follow them. */
  readonly links: EarlyLinks
  /** A page of ours, which may call the agent. */
  readonly own: (contents: WebContents) => void
  readonly tell: (contents: WebContents, message: DesktopMessage) => void
  /** The process before this one, where it did not end in order. */
  readonly before: Life | undefined
  readonly report: (what: string, error: unknown) => void
}

/** The desktop's ways to the agent and from it: windows, keys, tray, notifications. Answers what its windows may ask. */
export function openFaces(options: FacesOptions): DesktopHandlers {
  const { main, link, hasTray, resources, preload, built, home, links, own, tell, before, report } = options
  const { operator } = link
  const words = createDesktopWords()
  const icon = join(resources, 'icon-256.png')
  const windows = () => [main.browserWindow, quick.window.browserWindow]
  const seen = () => windows().filter((window) => !window.isDestroyed() && window.isVisible())
  const looking = () => seen().some((window) => window.isFocused())
  const quick = openQuick({
    preload,
    icon,
    after: main.drawn,
    stays: () => dialogs.isOpen(),
    tellAll: (message) => {
      for (const { webContents } of windows()) tell(webContents, message)
    },
    report,
  })
  for (const { webContents } of windows()) own(webContents)
  const talk = openTalk({ main, quick: quick.window, tell, report })
  const open = (place?: OpenPlace) => {
    main.show()
    if (place) tell(main.browserWindow.webContents, { type: 'open', place })
  }
  const ask = (what: string, call: Promise<unknown>) => void call.catch((error) => report(what, error))
  const answer = ({ id }: ApprovalView, word: string) =>
    ask('an answer was not taken', operator.call('approvals.answer', { id, answer: word, via: 'desktop' }))
  const dialogs = createNativeDialogs({
    words,
    parent: () => seen().find((window) => window.isFocused()) ?? seen()[0],
    answer,
    report,
  })
  app.on('before-quit', dialogs.close)
  operator.subscribe((event) => {
    if (event.type !== 'approval.opened') return
    if (event.approval.highImpact || seen().length === 0) dialogs.review(event.approval)
  })
  const notices = openNotices({ operator, words, looking, open, answer, review: dialogs.review, report })
  const tray = hasTray
    ? showTray({
        resources,
        words,
        acts: {
          open,
          answer,
          review: dialogs.review,
          cancel: (id) => ask('a run could not be stopped', operator.call('runs.cancel', { id })),
          pause: () => ask('it could not be paused', operator.call('pause.begin', {})),
          goOn: () => ask('it could not go on', operator.call('pause.end', {})),
          stopAll: () => ask('the runs could not be stopped', operator.call('stop', {})),
          talk: talk.press,
          quick: quick.window.show,
          quit: () => app.quit(),
        },
      })
    : undefined
  followWork(
    link,
    (work) => {
      tray?.work(work)
      dialogs.pending(work.pending)
      notices.pending(work.pending)
    },
    report,
  )
  const followLink = followLinks({
    open,
    refuse: (why) => {
      main.show()
      tell(main.browserWindow.webContents, { type: 'refused', why })
    },
  })
  const startAtLogin = followLogin(report)
  powerMonitor.on('resume', () => ask('what came due in sleep is late', link.wake()))
  let told = false
  const updates = openUpdates({
    built,
    home,
    tell: (message) => tell(main.browserWindow.webContents, message),
    report,
  })
  followSettings(
    link,
    (settings) => {
      quick.follow(settings)
      talk.follow(settings)
      notices.follow(settings)
      if (words.speak(settings.ui.language, app.getPreferredSystemLanguages())) tray?.redraw()
      if (!told && before) notices.show(startedAgainNotice(before, words))
      told = true
      startAtLogin(settings)
      updates.follow(settings.updates.feed)
    },
    report,
  )
  keepInTray({ window: main, link, hasTray, words, notify: notices.show, report })
  const microphones = followMicrophones((anyOpen) => tray?.microphone(anyOpen))

  const asked = (argv: readonly string[]): boolean => {
    if (argv.includes(TALK_SWITCH)) talk.press()
    else if (argv.includes(QUICK_SWITCH)) quick.window.toggle()
    else {
      const link = linkAmong(argv)
      if (link !== undefined) followLink(link)
      return link !== undefined || argv.includes(HIDDEN_SWITCH)
    }
    return true
  }
  void main.drawn.then(() => {
    links.follow(followLink)
    asked(process.argv)
  })
  // what nobody can see must at least stand where windows are listed
  if (process.argv.includes(HIDDEN_SWITCH) && !hasTray) main.browserWindow.minimize()
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
    'updates.check': async () => done(await updates.check()),
    // its progress is told
    'updates.download': () => done(void updates.download()),
    'updates.cancel': () => done(updates.cancel()),
    'updates.show': async () => done(await updates.show()),
    'artifact.open': openArtifacts(operator, shell),
    'notices.how': async () => ({ how: await noticeMeans() }),
    'app.restart': ({ safe }) => {
      relaunch(safe)
      return done(app.quit())
    },
    'clipboard.read': ({ from: place }, from) => {
      const { browserWindow } = quick.window
      return readClipboard(place, from === browserWindow.webContents && browserWindow.isFocused())
    },
    'folder.choose': (_, from) => chooseFolder(from),
  }
}

const done = (_: unknown): null => null

import { app, dialog } from 'electron'
import type { Words } from '../../../src-words/words.ts'
import type { AgentLink } from '../agent-link.ts'
import type { MainWindow } from '../main-window.ts'
import type { Notice } from '../notices/notice.ts'
import { closingOf, endsWords, staysNotice } from './closing.ts'

export interface ClosingOptions {
  readonly window: MainWindow
  readonly link: AgentLink
  readonly hasTray: boolean
  readonly words: Pick<Words, 't' | 'n' | 'said'>
  readonly notify: (notice: Notice) => void
  readonly report: (what: string, error: unknown) => void
}

/** Makes closing the window mean what `closingOf` says. */
export function keepInTray({ window, link, hasTray, words, notify, report }: ClosingOptions): void {
  const { browserWindow } = window
  let quitting = false
  let closeToTray = true
  let ownsAgent = true
  app.on('before-quit', () => {
    quitting = true
  })
  link.operator.subscribe((event) => {
    if (event.type === 'settings.changed') closeToTray = event.settings.ui.closeToTray
  })
  link.ready.then(
    async (agent) => {
      ownsAgent = agent.owns
      closeToTray = (await agent.operator.call('settings.get', {})).ui.closeToTray
    },
    (error) => report('the settings could not be read', error),
  )

  browserWindow.on('close', (event) => {
    const told = window.state().toldAboutClosing
    const closing = closingOf({ quitting, hasTray, closeToTray, ownsAgent, told })
    if (closing.do === 'close') return
    event.preventDefault()
    window.keep({ toldAboutClosing: true })
    if (closing.do === 'hide') {
      browserWindow.hide()
      if (closing.tell) notify(staysNotice(words))
      return
    }
    dialog
      .showMessageBox(browserWindow, {
        type: 'info',
        title: 'Adjutant',
        ...endsWords(words),
        defaultId: 0,
        cancelId: 1,
      })
      .then(
        ({ response }) => response === 0 && browserWindow.close(),
        (error) => report('a question could not be shown', error),
      )
  })
}

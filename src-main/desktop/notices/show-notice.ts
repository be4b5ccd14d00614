import { Notification } from 'electron'
import type { Notice } from './notice.ts'
import { notifySendHasActions, sendNotice } from './notify-send.ts'

export interface NoticeEnds {
  readonly clicked: (notice: Notice) => void
  readonly acted: (notice: Notice, action: Notice['actions'][number]['name']) => void
  readonly report: (what: string, error: unknown) => void
}

export interface Notices {
  show(notice: Notice): void
  withdraw(key: string): void
  /** All that are on the screen go. */
  close(): void
}

/** How notices are shown here: with buttons, without, or not at all. */
export async function noticeMeans(): Promise<'buttons' | 'plain' | 'none'> {
  if (process.platform === 'linux' && (await notifySendHasActions())) return 'buttons'
  if (!Notification.isSupported()) return 'none'
  return process.platform === 'linux' ? 'plain' : 'buttons'
}

/**
 * Shows notices by the system's own means, with buttons where it has them: on Linux through notify-send, since the
 * oldest Electron that is supported shows none there; where that is missing, a click still leads to the card.
 */
export function createNotices(ends: NoticeEnds): Notices {
  const { clicked, acted, report } = ends
  /** On the screen: one that nothing refers to would be collected, and its click lost. */
  const shown = new Map<string, { close(): void }>()
  const byCommand = process.platform === 'linux' ? notifySendHasActions() : Promise.resolve(false)

  const byElectron = (notice: Notice) => {
    if (!Notification.isSupported()) return
    const { title, body, actions } = notice
    const notification = new Notification({
      title,
      body,
      actions: actions.map(({ label }) => ({ type: 'button' as const, text: label })),
    })
    const gone = () => {
      if (shown.get(notice.key) === notification) shown.delete(notice.key)
    }
    notification.on('click', () => {
      gone()
      clicked(notice)
    })
    notification.on('action', (_event, index) => {
      const action = actions[index]
      if (action) acted(notice, action.name)
    })
    notification.on('close', gone)
    notification.on('failed', gone)
    shown.set(notice.key, notification)
    notification.show()
  }
  return {
    show: (notice) => {
      shown.get(notice.key)?.close()
      byCommand
        .then((has) => {
          if (!has) return byElectron(notice)
          const sent = sendNotice(notice, {
            ended: (chosen) => {
              if (shown.get(notice.key) === sent) shown.delete(notice.key)
              if (chosen === 'default') clicked(notice)
              else if (chosen) acted(notice, chosen)
            },
            failed: (error) => {
              report('notify-send showed nothing', error)
              byElectron(notice)
            },
          })
          shown.set(notice.key, sent)
        })
        .catch((error) => report('a notification could not be shown', error))
    },
    close: () => {
      for (const notice of shown.values()) notice.close()
      shown.clear()
    },
    withdraw: (key) => {
      shown.get(key)?.close()
      shown.delete(key)
    },
  }
}

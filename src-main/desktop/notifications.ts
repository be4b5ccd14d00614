import { Notification } from 'electron'
import type { OperatorApi } from '../operator/operator.ts'
import type { MainWindow } from './main-window.ts'
import { type Notice, noticeOf } from './notice.ts'

/** Notifications that are on the screen: one that nothing refers to would be collected, and its click lost. */
const shown = new Set<Notification>()

export function notify({ title, body, clicked }: Notice & { clicked: () => void }): void {
  if (!Notification.isSupported()) return
  const notification = new Notification({ title, body: body.slice(0, 300) })
  const gone = () => void shown.delete(notification)
  notification.on('click', () => {
    gone()
    clicked()
  })
  notification.on('close', gone)
  notification.on('failed', gone)
  shown.add(notification)
  notification.show()
}

/** Tells the desktop what a person should hear of; a click opens the window. */
export function notifyOperator(operator: OperatorApi, window: MainWindow): void {
  operator.subscribe((event) => {
    const { browserWindow } = window
    const looking = !browserWindow.isDestroyed() && browserWindow.isFocused()
    const notice = noticeOf(event, looking)
    if (notice) notify({ ...notice, clicked: window.show })
  })
}

import { app } from 'electron'
import type { ApprovalView, OpenPlace, SettingsView } from '../../../src-preload/contract.ts'
import type { Words } from '../../../src-words/words.ts'
import type { OperatorApi } from '../../operator/operator.ts'
import { type Notice, noticeOf } from './notice.ts'
import { createNoticeQueue } from './notice-queue.ts'
import { createNotices } from './show-notice.ts'

export interface NoticesOptions {
  readonly operator: OperatorApi
  readonly words: Pick<Words, 't' | 'n' | 'said'>
  /** Whether the operator looks at one of our windows. */
  readonly looking: () => boolean
  readonly open: (place: OpenPlace) => void
  readonly answer: (approval: ApprovalView, answer: string) => void
  /** Shows exactly what would be done, and asks. */
  readonly review: (approval: ApprovalView) => void
  readonly report: (what: string, error: unknown) => void
}

/** Tells the desktop what a person should hear of; a click opens exactly that, and a button answers it. */
export function openNotices(options: NoticesOptions) {
  const { operator, words, looking, open, answer, review, report } = options
  let quietHours = 'off'
  const notices = createNotices({
    clicked: ({ place }) => open(place),
    acted: ({ approval }, action) => {
      if (!approval) return
      if (action === 'reject') answer(approval, 'reject')
      // a notification shows too little of what has weight
      else if (approval.highImpact) review(approval)
      else answer(approval, 'once')
    },
    report,
  })
  const queue = createNoticeQueue({
    show: notices.show,
    withdraw: notices.withdraw,
    now: () => new Date(),
    after: (delayMs, callback) => {
      const timer = setTimeout(callback, delayMs)
      return () => clearTimeout(timer)
    },
    looking,
    quietHours: () => quietHours,
    words,
  })
  operator.subscribe((event) => {
    const notice = noticeOf(event, looking(), words)
    if (notice) queue.add(notice)
  })
  app.on('before-quit', () => {
    queue.close()
    notices.close()
  })
  return {
    show: (notice: Notice) => notices.show(notice),
    pending: queue.pending,
    follow: ({ ui }: Pick<SettingsView, 'ui'>) => {
      quietHours = ui.quietHours
    },
  }
}

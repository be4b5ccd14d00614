import type { ApprovalView } from '../../../src-preload/contract.ts'
import type { Words } from '../../../src-words/words.ts'
import { type Notice, questionNotice } from './notice.ts'
import { quietFor } from './quiet-hours.ts'

export interface NoticeQueuePorts {
  readonly show: (notice: Notice) => void
  /** What was shown under this key is true no longer. */
  readonly withdraw: (key: string) => void
  readonly now: () => Date
  /** Calls back once; the returned function withdraws it. */
  readonly after: (delayMs: number, callback: () => void) => () => void
  /** Whether the operator looks at one of our windows. */
  readonly looking: () => boolean
  readonly quietHours: () => string
  readonly words: Pick<Words, 't' | 'n' | 'said'>
}

/** Decides when a notice is seen: at once, together with others, or when the quiet hours are over. */
export interface NoticeQueue {
  add(notice: Notice): void
  /** All that is asked now: what nobody answers is shown again, what is answered goes. */
  pending(approvals: readonly ApprovalView[]): void
  close(): void
}

/** As many notices may come in as many ms; what comes beyond that is told of together. */
const MOST = 3
const WITHIN_MS = 10_000
/** A question that nobody answers is shown again after these times, in ms; the last one from then on. */
const AGAIN_MS = [5, 30, 120, 480].map((minutes) => minutes * 60_000)

export function createNoticeQueue(ports: NoticeQueuePorts): NoticeQueue {
  const { show, withdraw, now, after, looking, quietHours, words } = ports
  let held: Notice[] = []
  let times: number[] = []
  let release: (() => void) | undefined
  const asked = new Map<string, { approval: ApprovalView; times: number; cancel: () => void }>()

  const flush = () => {
    release = undefined
    const quiet = quietFor(quietHours(), now())
    if (quiet > 0) {
      release = after(quiet, flush)
      return
    }
    const waiting = held
    held = []
    const [first] = waiting
    if (!first) return
    times.push(now().getTime())
    show(waiting.length === 1 ? first : together(waiting, words))
  }
  const hold = (notice: Notice, ms: number) => {
    held = [...held.filter(({ key }) => key !== notice.key), notice]
    release ??= after(ms, flush)
  }
  const add = (notice: Notice) => {
    // a reminder comes when the operator wanted it to come
    if (notice.kind === 'reminder') return show(notice)
    const quiet = quietFor(quietHours(), now())
    if (quiet > 0) return hold(notice, quiet)
    const at = now().getTime()
    times = times.filter((time) => at - time < WITHIN_MS)
    if (times.length >= MOST || held.length > 0) return hold(notice, WITHIN_MS)
    times.push(at)
    show(notice)
  }
  const askAgain = (id: string): (() => void) => {
    const wait = AGAIN_MS[Math.min(asked.get(id)?.times ?? 0, AGAIN_MS.length - 1)] ?? 0
    return after(wait, () => {
      const entry = asked.get(id)
      if (!entry) return
      entry.times += 1
      entry.cancel = askAgain(id)
      if (!looking()) add(questionNotice(entry.approval, words))
    })
  }
  return {
    add,
    pending: (approvals) => {
      const open = new Set(approvals.map(({ id }) => id))
      for (const [id, { cancel }] of asked) {
        if (open.has(id)) continue
        cancel()
        asked.delete(id)
        held = held.filter(({ key }) => key !== `question ${id}`)
        withdraw(`question ${id}`)
      }
      for (const approval of approvals) {
        if (asked.has(approval.id)) continue
        asked.set(approval.id, { approval, times: 0, cancel: () => {} })
        const entry = asked.get(approval.id)
        if (entry) entry.cancel = askAgain(approval.id)
      }
    },
    close: () => {
      release?.()
      for (const { cancel } of asked.values()) cancel()
    },
  }
}

/** Several notices as one: how many of each kind, and the first lines. */
function together(notices: readonly Notice[], { t, n }: Pick<Words, 't' | 'n' | 'said'>): Notice {
  const questions = notices.filter(({ kind }) => kind === 'question')
  const title =
    questions.length === notices.length
      ? n(notices.length, '{count} question waits for you', '{count} questions wait for you')
      : n(notices.length, '{count} thing happened', '{count} things happened')
  const lines = notices.slice(0, 4).map((notice) => `${notice.title}: ${notice.body.split('\n')[0]}`)
  return {
    key: 'together',
    kind: questions.length > 0 ? 'question' : 'finished',
    title,
    body: [...lines, ...(notices.length > 4 ? [t('and more')] : [])].join('\n'),
    place: { pane: questions.length > 0 ? 'approvals' : 'runs' },
    actions: [],
  }
}

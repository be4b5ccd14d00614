import { describe, expect, it } from 'vitest'
import type { ApprovalView } from '../../../src-preload/contract.ts'
import { wordsOf } from '../../../src-words/spoken-here.ts'
import type { Notice } from './notice.ts'
import { createNoticeQueue } from './notice-queue.ts'

const MINUTE = 60_000

/** A desktop whose clock is in the test's hand. */
function desktop({ quietHours = 'off', at = '2026-03-01T12:00:00' } = {}) {
  let now = new Date(at).getTime()
  let timers: { due: number; callback: () => void }[] = []
  const shown: Notice[] = []
  const withdrawn: string[] = []
  const state = { looking: false }
  const queue = createNoticeQueue({
    show: (notice) => shown.push(notice),
    withdraw: (key) => withdrawn.push(key),
    now: () => new Date(now),
    after: (delayMs, callback) => {
      const timer = { due: now + delayMs, callback }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    looking: () => state.looking,
    quietHours: () => quietHours,
    words: wordsOf('en'),
  })
  const pass = (ms: number) => {
    const end = now + ms
    for (;;) {
      const [next] = timers.filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)
      if (!next) break
      timers = timers.filter((other) => other !== next)
      now = next.due
      next.callback()
    }
    now = end
  }
  return { queue, pass, state, withdrawn, titles: () => shown.map(({ title }) => title), shown }
}

const notice = (name: string, kind: Notice['kind'] = 'finished'): Notice => ({
  key: name,
  kind,
  title: name,
  body: `${name} body`,
  place: { pane: 'runs' },
  actions: [],
})
const asked = (id: string) =>
  ({
    id,
    kind: 'approval',
    title: 'Send mail',
    reason: 'why',
    conversationId: 'c',
    preview: { kind: 'text', text: '' },
  }) as unknown as ApprovalView

describe('notifications', () => {
  it('come at once while there are few of them', () => {
    const { queue, titles } = desktop()
    for (const name of ['a', 'b', 'c']) queue.add(notice(name))
    expect(titles()).toEqual(['a', 'b', 'c'])
  })

  it('come as one where there are many', () => {
    const { queue, titles, pass, shown } = desktop()
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) queue.add(notice(name))
    pass(MINUTE)
    expect(titles()).toEqual(['a', 'b', 'c', '3 things happened'])
    expect(shown.at(-1)?.body).toBe('d: d body\ne: e body\nf: f body')
  })

  it('wait while it is quiet, but for reminders, and are told of together afterwards', () => {
    const { queue, titles, pass } = desktop({ quietHours: '22:00-07:00', at: '2026-03-01T23:00:00' })
    queue.add(notice('a', 'question'))
    queue.add(notice('wake up', 'reminder'))
    queue.add(notice('b', 'question'))
    pass(7 * 60 * MINUTE)
    expect(titles()).toEqual(['wake up'])
    pass(60 * MINUTE)
    expect(titles()).toEqual(['wake up', '2 questions wait for you'])
  })

  it('say again what nobody answers, ever more seldom, until somebody does', () => {
    const { queue, titles, pass, withdrawn } = desktop()
    queue.pending([asked('1')])
    pass(4 * MINUTE)
    expect(titles()).toHaveLength(0)
    pass(2 * MINUTE)
    expect(titles()).toEqual(['Adjutant asks'])
    pass(30 * MINUTE)
    expect(titles()).toHaveLength(2)
    pass(120 * MINUTE)
    expect(titles()).toHaveLength(3)
    queue.pending([])
    expect(withdrawn).toEqual(['question 1'])
    pass(24 * 60 * MINUTE)
    expect(titles()).toHaveLength(3)
  })

  it('do not say again what lies before the eyes', () => {
    const { queue, titles, pass, state } = desktop()
    queue.pending([asked('1')])
    state.looking = true
    pass(10 * MINUTE)
    expect(titles()).toHaveLength(0)
    state.looking = false
    pass(60 * MINUTE)
    expect(titles()).toHaveLength(1)
  })

  it('do not tell of a question that was answered while it was quiet', () => {
    const { queue, titles, pass } = desktop({ quietHours: '22:00-07:00', at: '2026-03-01T23:00:00' })
    queue.pending([asked('1')])
    queue.add({ ...notice('question 1', 'question') })
    queue.pending([])
    pass(12 * 60 * MINUTE)
    expect(titles()).toHaveLength(0)
  })
})

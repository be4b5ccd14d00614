import { describe, expect, it } from 'vitest'
import type { ApprovalView, RunSummary } from '../../../src-preload/contract.ts'
import { wordsOf } from '../../../src-words/spoken-here.ts'
import type { Work } from '../work/follow-work.ts'
import { type TrayActs, trayMenu } from './tray-menu.ts'
import { trayPicture, trayState } from './tray-state.ts'

const asked = (change: object = {}) =>
  ({
    id: 'inq_1',
    kind: 'approval',
    title: 'Send a request',
    reason: 'why',
    conversationId: 'cnv_1',
    highImpact: false,
    preview: { kind: 'fields', title: '', fields: [{ name: 'url', value: 'https://example.org' }] },
    ...change,
  }) as unknown as ApprovalView
const goal = { id: 'run_1', goal: 'Read R&D news', conversationId: 'cnv_2', status: 'running' } as RunSummary
const idle: Work = { online: true, pending: [], going: [] }

function menuOf(work: Work, language: 'en' | 'de' = 'en') {
  const done: unknown[][] = []
  const acts = new Proxy({} as TrayActs, {
    get:
      (_, name) =>
      (...given: unknown[]) =>
        void done.push([name, ...given]),
  })
  const menu = trayMenu(work, wordsOf(language), acts)
  const choose = (...path: string[]) => {
    let items = menu
    for (const label of path) {
      const item = items.find((each) => each.label === label)
      if (!item) throw new Error(`no "${label}" among ${items.map((each) => each.label).join(', ')}`)
      if (Array.isArray(item.submenu)) items = item.submenu
      else (item.click as () => void)()
    }
    return done
  }
  return { labels: menu.map((item) => item.label ?? '—'), menu, choose }
}

describe('the tray shows', () => {
  it.each([
    ['that somebody is heard, before all else', { ...idle, pending: [asked()] }, true, 'listening'],
    ['that the agent is away', { ...idle, online: false, pending: [asked()] }, false, 'offline'],
    ['how many questions wait', { ...idle, pending: [asked()], going: [goal] }, false, 'waiting-1'],
    ['that there are more than nine', { ...idle, pending: Array(12).fill(asked()) }, false, 'waiting-more'],
    ['that all is paused', { ...idle, pausedSince: '2026-01-01', going: [goal] }, false, 'stopped'],
    ['that something goes on', { ...idle, going: [goal] }, false, 'working'],
    ['that nothing does', idle, false, 'idle'],
  ] as const)('%s', (_what, work, microphone, picture) => {
    expect(trayPicture(trayState(work, microphone), work)).toBe(picture)
  })
})

describe("the tray's menu", () => {
  it('lists what is asked and what goes on, in one line each', () => {
    expect(menuOf({ ...idle, pending: [asked()], going: [goal] }).labels).toEqual([
      '1 question waits for you',
      'Send a request: https://example.org',
      '—',
      'Read R&&D news',
      '—',
      'Pause everything',
      'Stop everything',
      '—',
      'Speak',
      'Quick window',
      'Open Adjutant',
      '—',
      'Quit',
    ])
  })

  it.each([
    ['Approve', ['answer', asked(), 'once']],
    ['Reject', ['answer', asked(), 'reject']],
    ['Open', ['open', { pane: 'chat', id: 'cnv_1', approvalId: 'inq_1' }]],
  ])('answers a question: %s', (label, done) => {
    const { choose } = menuOf({ ...idle, pending: [asked()] })
    expect(choose('Send a request: https://example.org', label)).toEqual([done])
  })

  it('approves nothing of weight without showing it', () => {
    const heavy = asked({ highImpact: true })
    const { choose } = menuOf({ ...idle, pending: [heavy] })
    expect(choose('Send a request: https://example.org', 'Approve …')).toEqual([['review', heavy]])
  })

  it('asks what happened, and gives the choices of a question', () => {
    const doubt = menuOf({ ...idle, pending: [asked({ kind: 'in-doubt' })] })
    expect(doubt.choose('Send a request: https://example.org', 'It happened')).toEqual([
      ['answer', asked({ kind: 'in-doubt' }), 'happened'],
    ])
    const question = asked({ kind: 'question', reason: 'Which one?', choices: ['red', 'blue'] })
    expect(menuOf({ ...idle, pending: [question] }).choose('Which one?', 'blue')).toEqual([
      ['answer', question, 'blue'],
    ])
  })

  it('stops one goal, stops all, pauses and goes on', () => {
    expect(menuOf({ ...idle, going: [goal] }).choose('Read R&&D news', 'Stop')).toEqual([['cancel', 'run_1']])
    expect(menuOf({ ...idle, going: [goal] }).choose('Stop everything')).toEqual([['stopAll']])
    expect(menuOf(idle).choose('Pause everything')).toEqual([['pause']])
    expect(menuOf({ ...idle, pausedSince: '2026-01-01' }).choose('Go on')).toEqual([['goOn']])
  })

  it('leads to the window where there is more than it can hold', () => {
    const many = Array.from({ length: 11 }, (_, index) => asked({ id: String(index), title: `Act ${index}` }))
    expect(menuOf({ ...idle, pending: many }).choose('3 more …')).toEqual([['open', { pane: 'approvals' }]])
  })

  it('speaks German', () => {
    expect(menuOf(idle, 'de').labels).toContain('Alles pausieren')
  })
})

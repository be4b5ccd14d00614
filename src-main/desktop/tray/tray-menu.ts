import type { MenuItemConstructorOptions } from 'electron'
import type { ApprovalView, OpenPlace } from '../../../src-preload/contract.ts'
import type { Words } from '../../../src-words/words.ts'
import type { Work } from '../work/follow-work.ts'
import { askedInShort, oneLine } from '../work/short-text.ts'
import { trayState, trayWords } from './tray-state.ts'

/** What can be done from the tray. */
export interface TrayActs {
  open(place?: OpenPlace): void
  /** Answers an approval or an effect in doubt. */
  answer(approval: ApprovalView, answer: string): void
  /** Shows exactly what would be done, and asks. */
  review(approval: ApprovalView): void
  cancel(runId: string): void
  pause(): void
  goOn(): void
  stopAll(): void
  talk(): void
  quick(): void
  quit(): void
}

/** More than these are one line that leads to the window. */
const SHOWN_MOST = 8
const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' }

/** The tray's menu: what it is at, what waits, what goes on, and what holds for all. */
export function trayMenu(
  work: Work,
  words: Pick<Words, 't' | 'n' | 'said'>,
  acts: TrayActs,
): MenuItemConstructorOptions[] {
  const { t, n } = words
  const { pending, going, pausedSince, online } = work
  const more = (hidden: number, pane: string): MenuItemConstructorOptions[] =>
    hidden > 0
      ? [{ label: n(hidden, '{count} more …', '{count} more …'), click: () => acts.open({ pane }) }]
      : []
  return [
    { label: trayWords(trayState(work, false), work, words), enabled: false },
    ...pending.slice(0, SHOWN_MOST).map((approval) => ({
      label: plain(askedInShort(approval, words, 60)),
      submenu: answers(approval, words, acts),
    })),
    ...more(pending.length - SHOWN_MOST, 'approvals'),
    ...(going.length > 0 ? [SEPARATOR] : []),
    ...going.slice(0, SHOWN_MOST).map(({ id, goal, conversationId }) => ({
      label: plain(oneLine(goal, 60)),
      submenu: [
        { label: t('Stop'), click: () => acts.cancel(id) },
        { label: t('Open'), click: () => acts.open({ pane: 'chat', id: conversationId }) },
      ],
    })),
    ...more(going.length - SHOWN_MOST, 'runs'),
    SEPARATOR,
    pausedSince === undefined
      ? { label: t('Pause everything'), click: acts.pause, enabled: online }
      : { label: t('Go on'), click: acts.goOn, enabled: online },
    { label: t('Stop everything'), click: acts.stopAll, enabled: online && going.length > 0 },
    SEPARATOR,
    { label: t('Speak'), click: acts.talk },
    { label: t('Quick window'), click: acts.quick },
    { label: t('Open Adjutant'), click: () => acts.open() },
    SEPARATOR,
    { label: t('Quit'), click: acts.quit },
  ]
}

function answers(
  approval: ApprovalView,
  { t }: Pick<Words, 't' | 'n' | 'said'>,
  acts: TrayActs,
): MenuItemConstructorOptions[] {
  const { id, kind, highImpact, conversationId, choices = [] } = approval
  const answer = (label: string, word: string) => ({ label, click: () => acts.answer(approval, word) })
  const open = {
    label: t('Open'),
    click: () => acts.open({ pane: 'chat', id: conversationId, approvalId: id }),
  }
  switch (kind) {
    case 'question':
      return [
        ...choices.slice(0, SHOWN_MOST).map((choice) => answer(plain(oneLine(choice, 60)), choice)),
        open,
      ]
    case 'in-doubt':
      return [
        answer(t('It happened'), 'happened'),
        answer(t('Do it again'), 'again'),
        answer(t('Skip'), 'skip'),
        open,
      ]
    case 'approval':
      return [
        // a menu shows too little of what has weight
        highImpact
          ? { label: t('Approve …'), click: () => acts.review(approval) }
          : answer(t('Approve'), 'once'),
        answer(t('Reject'), 'reject'),
        open,
      ]
  }
}

/** `&` would mark a key in a menu. */
const plain = (text: string) => text.replaceAll('&', '&&')

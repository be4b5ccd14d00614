import type { Words } from '../../../src-words/words.ts'
import type { Notice } from '../notices/notice.ts'

export interface ClosingSituation {
  /** The whole application is ending anyway. */
  readonly quitting: boolean
  readonly hasTray: boolean
  /** The setting `ui.closeToTray`. */
  readonly closeToTray: boolean
  /** Whether this process is the one in which reminders ring and runs go on. */
  readonly ownsAgent: boolean
  /** Whether the operator was told once already. */
  readonly told: boolean
}

/** hide: into the tray; ask: say what ends with the window, and let the operator choose; each with its one-time notice. */
export type Closing = { readonly do: 'close' | 'ask' } | { readonly do: 'hide'; readonly tell: boolean }

/** What closing the window does. */
export function closingOf({ quitting, hasTray, closeToTray, ownsAgent, told }: ClosingSituation): Closing {
  if (quitting) return { do: 'close' }
  if (hasTray && closeToTray) return { do: 'hide', tell: !told }
  // in a choice of their own the operator needs no warning; without a tray nobody has chosen
  return { do: ownsAgent && !told && !hasTray ? 'ask' : 'close' }
}

/** Said once, when the window is first closed into the tray. */
export const staysNotice = ({ t }: Pick<Words, 't' | 'n' | 'said'>): Notice => ({
  key: 'stays',
  kind: 'reminder',
  title: t('Adjutant is still here'),
  body: t('It stays in the tray: reminders ring and runs go on. "Quit" in its menu ends it.'),
  place: { pane: 'chat' },
  actions: [],
})

/** Asked where closing the window would end it all. */
export const endsWords = ({ t }: Pick<Words, 't' | 'n' | 'said'>) => ({
  message: t('Adjutant ends with its window'),
  detail: t(
    'This desktop shows no tray in which it could stay. While Adjutant is closed no reminder rings: what was missed is caught up when you start it again, and unfinished runs go on then.',
  ),
  buttons: [t('Close it'), t('Keep it open')],
})

import type { Words } from '../../../src-words/words.ts'
import type { Work } from '../work/follow-work.ts'

export type TrayState = 'idle' | 'working' | 'waiting' | 'stopped' | 'offline' | 'listening'

/** What the icon shows: that somebody is heard before all, then what the operator must know of first. */
export function trayState(work: Work, microphoneOpen: boolean): TrayState {
  if (microphoneOpen) return 'listening'
  if (!work.online) return 'offline'
  if (work.pending.length > 0) return 'waiting'
  if (work.pausedSince !== undefined) return 'stopped'
  return work.going.length > 0 ? 'working' : 'idle'
}

/** Its file among the tray's pictures, without size and ending: those that wait are counted on it up to nine. */
export const trayPicture = (state: TrayState, { pending }: Work): string =>
  state === 'waiting' ? `waiting-${pending.length > 9 ? 'more' : pending.length}` : state

/** The same in words. */
export function trayWords(
  state: TrayState,
  { pending, going }: Work,
  { t, n }: Pick<Words, 't' | 'n' | 'said'>,
): string {
  switch (state) {
    case 'listening':
      return t('The microphone is open')
    case 'offline':
      return t('The agent does not answer')
    case 'waiting':
      return n(pending.length, '{count} question waits for you', '{count} questions wait for you')
    case 'stopped':
      return t('Everything is paused')
    case 'working':
      return n(going.length, '{count} goal is being worked on', '{count} goals are being worked on')
    case 'idle':
      return t('Nothing to do')
  }
}

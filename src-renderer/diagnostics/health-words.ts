import type { HealthPartView } from '../../src-preload/contract.ts'
import { sizeWords } from '../ui/size-words.ts'
import { timeWords } from '../ui/time-words.ts'
import type { Tone } from '../ui/tone.ts'
import { t } from '../words.ts'

/** What of the desktop is shown beside the agent's own parts. */
export type ShownPart = Omit<HealthPartView, 'part'> & { part: HealthPartView['part'] | DesktopPart }
export type DesktopPart = 'tray' | 'notices' | 'quick-key' | 'talk-key'

const NAMES: Readonly<Record<ShownPart['part'], string>> = {
  database: 'Database',
  memory: 'Memory',
  meaning: 'Search by meaning',
  speech: 'Speech',
  model: 'Model',
  servers: 'Tool servers',
  scheduler: 'Schedules',
  owner: 'Data directory',
  keychain: 'Secrets',
  disk: 'Disk',
  backup: 'Backup',
  load: 'Load',
  tray: 'Tray',
  notices: 'Notifications',
  'quick-key': 'Key of the quick window',
  'talk-key': 'Key to speak',
}

export const partName = (part: ShownPart['part']): string => t(NAMES[part])

const STATES: Readonly<Record<ShownPart['state'], readonly [word: string, tone: Tone]>> = {
  ok: ['Well', 'good'],
  warn: ['Needs a look', 'warn'],
  failed: ['Not working', 'danger'],
  off: ['Off', 'neutral'],
}

export const stateWord = (state: ShownPart['state']): string => t(STATES[state][0])
export const stateTone = (state: ShownPart['state']): Tone => STATES[state][1]

/** Sizes as sizes, times as times, and the rest as it is. */
export function sentenceOf(
  { says, values }: Pick<ShownPart, 'says' | 'values'>,
  now: Date,
  timeZone?: string,
): string {
  const said = Object.entries(values).map(([name, value]): [string, string | number] => {
    if ((name === 'bytes' || name === 'free') && typeof value === 'number') return [name, sizeWords(value)]
    if (name === 'at' && typeof value === 'string') return [name, timeWords(new Date(value), now, timeZone)]
    // a process is named by its number, not counted
    return [name, name === 'process' ? String(value) : value]
  })
  return t(says, Object.fromEntries(said))
}

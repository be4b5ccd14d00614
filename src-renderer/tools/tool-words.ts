import type { ToolView } from '../../src-preload/contract.ts'
import { t } from '../words.ts'

/** When a call of it asks, and when it does not: the decision table in words. */
export function askingWords({ name, effect, placeless, irrevocable, server }: ToolView): string {
  if (server && effect === 'read')
    return t(
      'Does not ask, as you said that it only reads; but where it would be given what was read from others.',
    )
  if (server) return t('Always asks, unless you allowed it for the whole run.')
  if (name === 'operator.ask') return t('It is itself a question to you.')
  if (effect === 'read') {
    return placeless
      ? t('Never asks: it only reads what is the agent’s own.')
      : t('Does not ask inside the folders and hosts that you allowed or named. Elsewhere it asks.')
  }
  if (effect !== 'write') return t('Always asks, unless you allowed it for the whole run.')
  if (irrevocable)
    return t(
      'Does not ask where you asked for exactly this and no other text had a part in it. Else it asks.',
    )
  return placeless
    ? t('Does not ask where you asked for exactly this. Else it asks.')
    : t('Does not ask where you asked for exactly this, in a place that you allowed or named. Else it asks.')
}

const DOUBTS: Record<ToolView['inDoubt'], string> = {
  pure: 'It is called again: calling it twice does no harm.',
  keyed: 'It is called again with the same key, so that it happens only once.',
  reconcilable: 'It is looked up whether it happened; only where that cannot be told, you are asked.',
  unsafe: 'You are asked whether it happened. It is never called again by itself.',
}

/** What is done about a call whose outcome is not known. */
export const doubtWords = ({ inDoubt }: ToolView): string => t(DOUBTS[inDoubt])

/** What brings back what it did. */
export function undoWords({ effect, irrevocable, undoneBy }: ToolView): string {
  if (effect === 'read') return t('Nothing to undo: it changes nothing.')
  if (irrevocable) return t('Cannot be undone.')
  return undoneBy === undefined
    ? t('Not by the agent. What it did stays.')
    : t('Can be undone, by {tool}.', { tool: undoneBy })
}

const TYPES: Record<string, string> = {
  path: 'path',
  url: 'web address',
  email: 'mail address',
  phone: 'phone number',
  amount: 'amount',
  date: 'time',
}

/** Arguments that are compared with what was said and allowed: 'path (path), to (mail address)'. */
export function checkedWords({ checked, server }: ToolView): string {
  if (server) return t('All arguments, against what its server says they must be.')
  if (checked.length === 0) return t('None of its own: it has no place outside of the agent.')
  return checked
    .map(({ argument, type }) => (argument === type ? argument : `${argument} (${t(TYPES[type] ?? type)})`))
    .join(', ')
}

const ROOMS: Record<string, string> = {
  files: 'Files',
  web: 'Web pages',
  http: 'Web requests',
  browser: 'Browser',
  memory: 'Memory',
  reminders: 'Reminders',
  schedules: 'Schedules',
  runs: 'Runs',
  results: 'Results',
  operator: 'Questions to you',
}

/** What a room of tools is called. */
export const roomWord = (room: string): string => t(ROOMS[room] ?? room)

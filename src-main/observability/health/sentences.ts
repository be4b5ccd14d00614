import type { HealthPartView } from '../../../src-preload/contract.ts'

/**
 * What can be said of a part, and what to do about it, by a stable word. English: the interface says it in the operator's
 * language. `{bytes}` are written as a size, `{at}` as a time, by whoever shows them.
 */
export const HEALTH = {
  'database-ok': ['It was checked whole at the start. It takes {bytes}.'],
  'memory-ok': ['Rows: {rows}, all of them searchable.'],
  'memory-pending': [
    '{pending} of {rows} rows wait for their vector; until then they are found by their words.',
  ],
  'memory-failed': [
    'Memory does not answer.',
    'Start Adjutant again. If that does not help, go back to a backup.',
  ],
  'meaning-ok': ['Meaning is searched by {embedder}, with vectors in {store}.'],
  'meaning-unused': ['It is loaded when memory is first searched or written.'],
  'meaning-problem': ['Meaning is not searched: memory goes on by words.', 'Settings > Memory says why.'],
  'speech-ok': ['{model} understands speech on this computer.'],
  'speech-remote': ['Speech is sent to an endpoint that you chose.'],
  'speech-absent': [
    '{model} is not on this computer.',
    'Download it, or choose another one, in Settings > Voice.',
  ],
  'model-offline': ['The built-in planner is used. It needs no key and no network.'],
  'model-unused': ['{provider} is connected and was not asked since the start.'],
  'model-ok': ['{provider} answered at the last call.'],
  'model-failed': ['The last call failed: {code}.', 'Test the connection in Settings > Model.'],
  'servers-none': ['No tool server is connected.'],
  'servers-ok': ['Servers that answer: {count}.'],
  'servers-failing': [
    'Servers that do not answer: {failing}.',
    'The Tools pane says why, and connects anew.',
  ],
  'servers-off': ['No server is started in safe mode.'],
  'scheduler-ok': ['Active schedules and reminders: {count}. The next one comes {at}.'],
  'scheduler-idle': ['No schedule or reminder is active.'],
  'scheduler-late': ['One was due {at} and has not fired.', 'Look into the log below for why.'],
  'scheduler-off': ['Nothing fires in safe mode.', 'Start normally.'],
  'owner-ok': ['Process {process} owns the data directory; other ones become its clients.'],
  'keychain-ok': ["Secrets are encrypted under the system's keychain."],
  'keychain-plain': [
    'Secrets are in a file that only your user may read, without encryption.',
    'A keychain such as GNOME Keyring or KWallet would encrypt them.',
  ],
  'disk-ok': ['{free} are free.'],
  'disk-short': ['Only {free} are free: no backup is made.', 'Make room on the disk.'],
  'disk-full': ['Only {free} are free: soon nothing can be written any more.', 'Make room on the disk now.'],
  'backup-ok': ['The last one is from {at} and takes {bytes}. Days kept: {count}.'],
  'backup-none': ['There is none yet. One is made by itself within minutes.'],
  'backup-late': ['The last one is from {at}.', 'Make one now, and look into the log below if that fails.'],
  'backup-no-room': [
    'There was no room for one at {at}.',
    'Make room on the disk; it is tried again every hour.',
  ],
  'backup-failed': ['It failed at {at}.', 'Look into the log below for why; it is tried again every hour.'],
  'load-ok': ['Nothing is above its limit.'],
  'load-alerts': ['Limits exceeded: {count}.', 'The charts under Activity show since when.'],
} as const satisfies Readonly<Record<string, readonly [says: string, fix?: string]>>

export type HealthWord = keyof typeof HEALTH

export function say(
  part: HealthPartView['part'],
  state: HealthPartView['state'],
  word: HealthWord,
  values: HealthPartView['values'] = {},
): HealthPartView {
  const [says, fix] = HEALTH[word] as readonly [string, string?]
  return { part, state, word, says, values, ...(fix === undefined ? {} : { fix }) }
}

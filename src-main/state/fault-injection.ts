import type { CommitProbe } from './sqlite/sqlite-journal.ts'

/**
 * For tests of crashes: `ADJUTANT_FAULT=before-commit:7` ends this process at its 7th commit, just before it is made,
 * `after-commit:7` just after, as `kill -9` would. Without the variable there is no probe.
 */
export function faultFrom(env: Readonly<Record<string, string | undefined>>): CommitProbe | undefined {
  const [, when, count] = /^(before-commit|after-commit):(\d+)$/.exec(env.ADJUTANT_FAULT ?? '') ?? []
  if (when === undefined) return undefined
  let commits = 0
  return (now) => {
    if (now === 'before-commit') commits += 1
    if (now === when && commits === Number(count)) process.kill(process.pid, 'SIGKILL')
  }
}

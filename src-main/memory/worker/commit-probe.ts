/**
 * For tests of crashes: `before-commit:7` ends this process at memory's 7th commit, just before it is made,
 * `after-commit:7` just after, as `kill -9` would.
 */
export function commitProbe(fault: string): (now: 'before-commit' | 'after-commit') => void {
  const [, when, count] = /^(before-commit|after-commit):(\d+)$/.exec(fault) ?? []
  let commits = 0
  return (now) => {
    if (now === 'before-commit') commits += 1
    if (now === when && commits === Number(count)) process.kill(process.pid, 'SIGKILL')
  }
}

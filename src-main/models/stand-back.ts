import { setPriority } from 'node:os'

/** As nice(1) counts: 0 is usual, 19 waits for everybody. */
const BEHIND_THE_INTERFACE = 10

/**
 * This thread, and those it starts from now on, give way to what the operator sees when all cores are busy. Only on
 * Linux, where a thread has a priority of its own (sched(7), "The nice value"); elsewhere it would be the whole process's.
 */
export function standBack(): void {
  if (process.platform === 'linux') setPriority(0, BEHIND_THE_INTERFACE)
}

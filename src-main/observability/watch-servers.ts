import type { ConnectionView } from '../../src-preload/contract.ts'
import type { Log } from './log/log.ts'

/** Tells the log how many tool servers answer, whenever that changes; their names are the operator's own. */
export function watchServers(log: Log): (states: readonly ConnectionView['state'][]) => void {
  let before = ''
  return (states) => {
    const ready = states.filter((state) => state === 'ready').length
    const failing = states.filter((state) => state === 'waiting' || state === 'broken').length
    if (`${ready} ${failing}` === before) return
    before = `${ready} ${failing}`
    log.write('info', 'effects', 'tool servers that answer', { count: ready })
    if (failing > 0) log.write('warn', 'effects', 'tool servers that do not answer', { count: failing })
  }
}

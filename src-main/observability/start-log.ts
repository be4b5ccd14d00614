import { type Clock, systemClock } from '../vocabulary/clock.ts'
import { failureFields } from './log/failure-fields.ts'
import type { Log } from './log/log.ts'
import { openLog } from './log/open-log.ts'
import { logFolder } from './observability.ts'

/** Opens the log before anything else, so that it also tells why a start failed. */
export function startLogged<Started>(
  { home, clock = systemClock }: { readonly home: string; readonly clock?: Clock },
  start: (log: Log) => Started,
): Started {
  const log = openLog({ folder: logFolder(home), clock })
  try {
    return start(log)
  } catch (error) {
    log.write('error', 'agent', 'it could not start', failureFields(error))
    log.close()
    throw error
  }
}

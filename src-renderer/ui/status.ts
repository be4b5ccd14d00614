import type { EffectStatus, RunStatus, TaskStatus } from '../../src-preload/contract.ts'
import { t } from '../words.ts'
import type { Tone } from './tone.ts'

type AnyStatus = RunStatus | TaskStatus | EffectStatus

const STATUSES: Record<AnyStatus, readonly [word: string, tone: Tone]> = {
  queued: ['Queued', 'neutral'],
  pending: ['To do', 'neutral'],
  intended: ['Planned', 'neutral'],
  running: ['Running', 'accent'],
  waiting: ['Waiting', 'warn'],
  asking: ['Asks you', 'warn'],
  'in-doubt': ['In doubt', 'warn'],
  succeeded: ['Done', 'good'],
  failed: ['Failed', 'danger'],
  denied: ['Denied', 'danger'],
  skipped: ['Skipped', 'neutral'],
  cancelled: ['Cancelled', 'neutral'],
}

/** A status in the operator's words. */
export const statusWord = (status: AnyStatus): string => t(STATUSES[status][0])

export const toneOfStatus = (status: AnyStatus): Tone => STATUSES[status][1]

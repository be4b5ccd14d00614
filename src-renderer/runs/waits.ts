import type { WaitView } from '../../src-preload/contract.ts'
import { t } from '../words.ts'

/** What a waiting run waits for, in words, each said once. `at` says a time. */
export function waitWords(waits: readonly WaitView[], at: (time: string) => string): string[] {
  const words = waits.map((wait) => {
    switch (wait.for) {
      case 'approval':
        return t('your permission')
      case 'answer':
        return t('your answer')
      case 'in-doubt':
        return t('your word on an act whose outcome is not known')
      case 'timer':
        return t('the time to try again ({time})', { time: at(wait.what) })
      default:
        return t('an event')
    }
  })
  return [...new Set(words)]
}

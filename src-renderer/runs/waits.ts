import type { WaitView } from '../../src-preload/contract.ts'

/** What a waiting run waits for, in words, each said once. `at` says a time. */
export function waitWords(waits: readonly WaitView[], at: (time: string) => string): string[] {
  const words = waits.map((wait) => {
    switch (wait.for) {
      case 'approval':
        return 'your permission'
      case 'answer':
        return 'your answer'
      case 'in-doubt':
        return 'your word on an act whose outcome is not known'
      case 'timer':
        return `the time to try again (${at(wait.what)})`
      default:
        return 'an event'
    }
  })
  return [...new Set(words)]
}

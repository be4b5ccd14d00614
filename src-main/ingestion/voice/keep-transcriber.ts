import { createTranscriber, type TranscriberChoice } from './create-transcriber.ts'
import type { Transcriber } from './transcriber.ts'

/** The transcriber that is chosen now: made when it is first asked for, and anew when another one is chosen. */
export interface KeptTranscriber {
  current(): Promise<Transcriber>
  close(): Promise<void>
}

export function keepTranscriber(
  choice: () => TranscriberChoice,
  make: (choice: TranscriberChoice) => Promise<Transcriber> = createTranscriber,
): KeptTranscriber {
  let kept: { readonly key: string; readonly made: Promise<Transcriber> } | undefined
  const closing = new Set<Promise<void>>()
  const closeKept = () => {
    const closed = kept?.made
      .then((made) => made.close())
      .finally(() => closing.delete(closed as Promise<void>))
    if (closed) closing.add(closed)
    kept = undefined
  }
  return {
    current: () => {
      const chosen = choice()
      const key = JSON.stringify(chosen)
      if (kept && kept.key !== key) closeKept()
      kept ??= { key, made: make(chosen) }
      return kept.made
    },
    close: async () => {
      closeKept()
      await Promise.all(closing)
    },
  }
}

import type { Clock } from '../../../vocabulary/clock.ts'
import {
  SAMPLE_RATE,
  type Transcriber,
  TranscriberError,
  type Transcript,
  type Utterance,
} from '../transcriber.ts'
import type { SpeechThread } from '../whisper/speech-thread.ts'
import { createUtterance } from './create-utterance.ts'
import type { HearText } from './hear-speech.ts'

/** Utterances that may be open at once; each is kept in memory until it is understood. */
const MOST_OPEN = 8
const PIECE = 30 * SAMPLE_RATE

/** Opens utterances whose speech is found in the thread, and understood by `hear`. */
export function openUtterances(deps: {
  readonly thread: SpeechThread
  readonly hear: HearText
  readonly clock: Clock
}): Pick<Transcriber, 'begin' | 'transcribe'> {
  const { thread, hear, clock } = deps
  let open = 0
  const ended = () => {
    open -= 1
  }
  const begin: Transcriber['begin'] = (options = {}) => {
    if (open >= MOST_OPEN) return refused()
    open += 1
    return createUtterance(
      {
        detect: (frames, memory, signal) => thread.ask({ kind: 'detect', frames, memory }, signal),
        hear,
        clock,
        ended,
      },
      options,
    )
  }
  return {
    begin,
    transcribe: async (samples, { signal, ...options } = {}) => {
      signal?.throwIfAborted()
      const began = clock.now()
      const utterance = begin(options)
      const cancel = () => utterance.cancel()
      signal?.addEventListener('abort', cancel, { once: true })
      try {
        for (let at = 0; at < samples.length; at += PIECE) {
          utterance.push(samples.subarray(at, at + PIECE))
          await utterance.keptUp()
        }
        return { ...(await utterance.finish()), elapsedMs: clock.now() - began }
      } catch (error) {
        signal?.throwIfAborted()
        throw error
      } finally {
        signal?.removeEventListener('abort', cancel)
      }
    },
  }
}

/** An utterance that is not listened to, as too many others are. */
function refused(): Utterance {
  const result: Promise<Transcript> = Promise.reject(
    new TranscriberError('too-many', `${MOST_OPEN} recordings are being understood already`, {
      passing: true,
      fix: 'Wait until one of them is done.',
    }),
  )
  result.catch(() => undefined)
  return { push: () => {}, keptUp: async () => {}, finish: () => result, cancel: () => {} }
}

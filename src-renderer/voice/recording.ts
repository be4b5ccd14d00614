import type { TranscriptView } from '../../src-preload/contract.ts'
import { type AdjutantClient, CallError } from '../adjutant-client.ts'
import { joined, pcmOf, SAMPLE_RATE } from './sound.ts'

/** What goes to the agent at a time, and what may wait for it to answer. */
const SENT_MOST = 10 * SAMPLE_RATE
const WAITING_MOST = 5 * 60 * SAMPLE_RATE

/** Words on their way to the agent. It ends by `finish` or `cancel`. */
export interface Recording {
  /** Its id with the agent. Rejects with CallError. */
  readonly begun: Promise<string>
  push(samples: Float32Array): void
  /** Rejects with CallError. */
  finish(): Promise<TranscriptView>
  cancel(): void
}

/** Sends one part after the other, so that what is said while one is under way goes with the next. */
export function beginRecording(
  client: Pick<AdjutantClient, 'call'>,
  options: { partials?: boolean; handsFree?: boolean } = {},
): Recording {
  const begun = client.call('voice.begin', options).then(({ id }) => id)
  const waiting: Float32Array[] = []
  let waitingSamples = 0
  let ended = false
  let failure: unknown
  let sending: Promise<void> = begun.then(
    () => {},
    () => {},
  )

  const sendNext = async () => {
    const part: Float32Array[] = []
    let length = 0
    while (waiting[0] && length + waiting[0].length <= SENT_MOST) {
      const chunk = waiting.shift() as Float32Array
      part.push(chunk)
      length += chunk.length
    }
    if (length === 0 || failure) return
    waitingSamples -= length
    try {
      await client.call('voice.push', { id: await begun, pcm: pcmOf(joined(part)) })
    } catch (error) {
      failure = error
      waiting.length = 0
    }
  }

  return {
    begun,
    push: (samples) => {
      if (ended || failure) return
      waiting.push(samples)
      waitingSamples += samples.length
      if (waitingSamples > WAITING_MOST) {
        failure = new CallError({
          code: 'not-kept-up',
          message: 'The agent does not keep up with what you say.',
          fix: 'Say it in shorter parts.',
        })
        waiting.length = 0
      }
      sending = sending.then(sendNext)
    },
    finish: async () => {
      ended = true
      const id = await begun
      await sending
      if (failure) throw failure
      return client.call('voice.finish', { id })
    },
    cancel: () => {
      ended = true
      waiting.length = 0
      void begun
        .then((id) => client.call('voice.cancel', { id }))
        .catch((error: unknown) => {
          // it is over already, or never began: nothing is left to be thrown away
          if (!(error instanceof CallError)) throw error
        })
    },
  }
}

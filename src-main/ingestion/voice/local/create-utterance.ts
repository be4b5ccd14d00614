import type { Clock } from '../../../vocabulary/clock.ts'
import { createAudioBuffer } from '../audio/audio-buffer.ts'
import { type Detection, type DetectorMemory, freshDetector } from '../speech/detection.ts'
import { createSpeechTrack, FRAME, type Stretch } from '../speech/speech-track.ts'
import {
  SAMPLE_RATE,
  TranscriberError,
  type Transcript,
  type Utterance,
  type UtteranceOptions,
} from '../transcriber.ts'
import { createListening } from './hands-free.ts'
import { type HearText, hearSpeech } from './hear-speech.ts'
import { type Heard, joinHeard } from './join-heard.ts'
import { nextHearing } from './next-hearing.ts'
import { quietestPlace } from './quietest-place.ts'

/** Frames that are judged with one question: enough to be quick with a file, few enough to answer speech at once. */
const FRAMES_AT_ONCE = 300
/** More audio than this waits for nobody: whoever has a file reads on when some of it is understood. */
const FAR_AHEAD = 90 * SAMPLE_RATE

export interface UtteranceDeps {
  readonly detect: (frames: Float32Array, memory: DetectorMemory, signal: AbortSignal) => Promise<Detection>
  readonly hear: HearText
  readonly clock: Clock
  /** Told when nothing of it is under way any more. */
  readonly ended: () => void
}

/**
 * An utterance: what is pushed is kept here until it is understood for good, so that nothing is lost with the thread
 * that understands it. Two loops, each of which has at most one question under way: one finds speech, the other
 * understands it, provisionally while it goes on and for good at pauses and at the end.
 */
export function createUtterance(deps: UtteranceDeps, options: UtteranceOptions): Utterance {
  const { clock } = deps
  const audio = createAudioBuffer()
  const track = createSpeechTrack()
  const listening = createListening(options)
  const ending = new AbortController()
  const settled: Heard[] = []
  /** How far all is understood for good. */
  let through = 0
  let detector = freshDetector()
  let lastTry: { readonly heard: Heard; readonly from: number; readonly to: number } | undefined
  let trying: { readonly abort: AbortController; readonly to: number } | undefined
  let finishedAt: number | undefined
  let cancelled = false
  let result: Promise<Transcript> | undefined

  let wakers: (() => void)[] = []
  const wake = () => {
    const woken = wakers
    wakers = []
    for (const each of woken) each()
  }
  const woken = () => new Promise<void>((resolve) => wakers.push(resolve))
  const complete = () => finishedAt !== undefined && track.known >= audio.end

  const detect = async () => {
    while (!complete()) {
      const waiting = audio.end - track.known
      const last = finishedAt !== undefined
      if (waiting < FRAME && !last) {
        await woken()
        ending.signal.throwIfAborted()
        continue
      }
      const frames = last ? Math.ceil(waiting / FRAME) : Math.floor(waiting / FRAME)
      const piece = Math.min(FRAMES_AT_ONCE, frames) * FRAME
      const samples = audio.slice(track.known, track.known + piece)
      const { probabilities, memory } = await deps.detect(samples, detector, ending.signal)
      detector = memory
      // one by one: what begins and ends within a piece is heard too
      for (const probability of probabilities) {
        track.push(probability)
        listening.heard(track)
      }
      wake()
    }
    // a provisional attempt that lacks the last words is in the way of the final one
    const end = track.stretches.at(-1)?.to ?? 0
    if (trying && trying.to < end) trying.abort.abort(new Error('more was said'))
    wake()
  }
  const tell = (open: string) => {
    if (finishedAt === undefined) options.onPartial?.({ settled: joinHeard(settled).text, open })
  }
  /** Undefined where it was provisional and more was said meanwhile. What was tried already is not tried again. */
  const hear = async (speech: readonly Stretch[], upTo?: number): Promise<Heard | undefined> => {
    const from = (speech[0] as Stretch).from
    const to = (speech.at(-1) as Stretch).to
    if (lastTry?.from === from && lastTry.to === to) return lastTry.heard
    const provisional = upTo === undefined
    const abort = new AbortController()
    if (provisional) trying = { abort, to }
    const part = { stretches: speech, after: through, upTo: upTo ?? Number.POSITIVE_INFINITY }
    const signal = AbortSignal.any([abort.signal, ending.signal])
    try {
      const heard = await hearSpeech(deps.hear, audio, part, options, signal)
      lastTry = { heard, from, to }
      return heard
    } catch (error) {
      if (abort.signal.aborted && !ending.signal.aborted) return undefined
      throw error
    } finally {
      trying = undefined
    }
  }
  const settle = (heard: Heard | undefined, upTo: number) => {
    if (heard && heard.text !== '') settled.push(heard)
    through = upTo
    lastTry = undefined
    track.dropBefore(upTo)
    audio.dropBefore(Math.min(upTo, track.known) - SAMPLE_RATE)
    tell('')
    wake()
  }
  const understand = async () => {
    while (true) {
      const next = nextHearing({
        speech: track.stretches,
        known: track.known,
        complete: complete(),
        partials: options.onPartial !== undefined && finishedAt === undefined,
        tried: lastTry && lastTry.from === track.stretches[0]?.from ? lastTry.to : 0,
        quietest: (from, to) => quietestPlace(audio, from, to),
      })
      if (next.kind === 'end') return
      if (next.kind === 'settle') settle(await hear(next.speech, next.upTo), next.upTo)
      else if (next.kind === 'try') tell((await hear(next.speech))?.text ?? '')
      else {
        // silence before speech is not needed any more
        if (track.stretches.length === 0) audio.dropBefore(track.known - SAMPLE_RATE)
        await woken()
        ending.signal.throwIfAborted()
      }
    }
  }
  const work = Promise.all([detect(), understand()])
  work
    // told by `finish`; the other loop stops too
    .catch((error) => ending.abort(error))
    .finally(() => {
      wake()
      deps.ended()
    })

  return {
    push: (samples) => {
      if (finishedAt !== undefined || ending.signal.aborted) return
      audio.append(samples)
      wake()
    },
    keptUp: async () => {
      const ahead = () => audio.end - (track.stretches[0]?.from ?? track.known)
      while (ahead() > FAR_AHEAD && !ending.signal.aborted) await woken()
    },
    finish: () => {
      result ??= (async () => {
        finishedAt = clock.now()
        wake()
        await work.catch((error) => {
          throw cancelled ? cancelledError() : error
        })
        const audioSeconds = audio.end / SAMPLE_RATE
        return { ...joinHeard(settled), audioSeconds, elapsedMs: clock.now() - finishedAt }
      })()
      return result
    },
    cancel: () => {
      cancelled = true
      ending.abort(cancelledError())
      wake()
    },
  }
}

const cancelledError = () =>
  new TranscriberError('cancelled', 'The recording was cancelled', { passing: false })

import { availableParallelism } from 'node:os'
import type { DownloadOptions } from '../../../models/download-model.ts'
import { findModel } from '../../../models/find-model.ts'
import { ModelError } from '../../../models/model-error.ts'
import { type Clock, systemClock } from '../../../vocabulary/clock.ts'
import { BUNDLED_SPEECH_MODEL, type SpeechModelName } from '../../../vocabulary/speech-model.ts'
import { type Transcriber, TranscriberError } from '../transcriber.ts'
import { createSpeechThread } from '../whisper/speech-thread.ts'
import { WHISPER_MODEL } from '../whisper/whisper-model.ts'
import { openUtterances } from './open-utterances.ts'

/** The model lies in memory for so long after the last word. */
const IDLE_MS = 5 * 60_000
/** More make the small matrices of one sentence no faster. */
const MOST_THREADS = 4

export interface LocalTranscriberOptions {
  /** The bundled one where it is left out. */
  readonly model?: SpeechModelName
  /** The operator's own models. */
  readonly folder?: string
  /** Where downloaded models are kept. */
  readonly cache: string
  /** Where the product's own lie, if not where this module says. */
  readonly bundled?: string
  readonly download?: DownloadOptions
  readonly clock?: Clock
  readonly idleMs?: number
  readonly threads?: number
}

/** Whisper and Silero's detector in a thread of their own. Nothing is loaded before the first word. */
export function createLocalTranscriber(options: LocalTranscriberOptions): Transcriber {
  const { model = BUNDLED_SPEECH_MODEL, clock = systemClock, idleMs = IDLE_MS } = options
  const { threads = Math.min(MOST_THREADS, availableParallelism()) } = options
  const thread = createSpeechThread({
    findModels: () => modelsOf(model, options),
    name: model,
    threads,
    clock,
    idleMs,
  })
  const { begin, transcribe } = openUtterances({
    thread,
    hear: ({ samples, language }, signal) =>
      thread.ask({ kind: 'hear', samples, ...(language === undefined ? {} : { language }) }, signal),
    clock,
  })
  return {
    id: model,
    leavesMachine: false,
    begin: (asked) => {
      // loaded while somebody speaks; what fails is told by `finish`
      thread.ask({ kind: 'load' }).catch(() => undefined)
      return begin(asked)
    },
    transcribe,
    warm: async () => void (await thread.ask({ kind: 'load' })),
    close: () => thread.close(),
  }
}

async function modelsOf(model: SpeechModelName, options: LocalTranscriberOptions): Promise<string> {
  const { cache, download } = options
  const found = findModel(model, options)
  if (found) return found
  // only the one that comes along is fetched without being asked
  if (model !== BUNDLED_SPEECH_MODEL)
    throw new TranscriberError('model-missing', `The speech model ${model} is not on this computer`, {
      passing: false,
      fix: 'Download it under Settings, Voice, or choose another one there.',
    })
  // code that most never need
  const { downloadModel } = await import('../../../models/download-model.ts')
  return downloadModel(WHISPER_MODEL, cache, download).catch((error) => {
    if (!(error instanceof ModelError)) throw error
    const { code, message, passing, fix } = error
    throw new TranscriberError(code, `There is no speech model, and it cannot be fetched: ${message}`, {
      passing,
      cause: error,
      ...(fix === undefined ? {} : { fix }),
    })
  })
}

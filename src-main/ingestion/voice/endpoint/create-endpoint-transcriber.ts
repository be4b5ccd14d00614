import OpenAI, { APIConnectionError, APIError, toFile } from 'openai'
import { type Clock, systemClock } from '../../../vocabulary/clock.ts'
import { messageOf } from '../../../vocabulary/errors.ts'
import { writeWav } from '../audio/write-wav.ts'
import { openUtterances } from '../local/open-utterances.ts'
import { type Transcriber, TranscriberError } from '../transcriber.ts'
import { createSpeechThread } from '../whisper/speech-thread.ts'

export interface EndpointTranscriberOptions {
  readonly baseUrl: string
  readonly name: string
  readonly apiKey: string
  readonly clock?: Clock
}

const TIMEOUT_MS = 60_000
const IDLE_MS = 60_000

/**
 * Any OpenAI-compatible `/audio/transcriptions`. Speech is found on this machine, and only speech is sent: silence
 * never leaves it, and a long dictation is sent part by part. What is provisional is not sent at all.
 */
export function createEndpointTranscriber(options: EndpointTranscriberOptions): Transcriber {
  const { baseUrl, name, clock = systemClock } = options
  const client = new OpenAI({
    baseURL: baseUrl,
    apiKey: options.apiKey || 'none',
    maxRetries: 2,
    timeout: TIMEOUT_MS,
  })
  const thread = createSpeechThread({ name, threads: 1, clock, idleMs: IDLE_MS })
  const { begin, transcribe } = openUtterances({
    thread,
    clock,
    hear: async ({ samples, language, vocabulary }, signal) => {
      const file = await toFile(writeWav(samples), 'speech.wav', { type: 'audio/wav' })
      const asked = {
        file,
        model: name,
        response_format: 'json',
        ...(language === undefined ? {} : { language }),
        ...(vocabulary.length > 0 ? { prompt: vocabulary.join(', ') } : {}),
      } as const
      const said = await client.audio.transcriptions.create(asked, { signal }).catch((error) => {
        signal.throwIfAborted()
        throw refusal(baseUrl, error)
      })
      // typed by what should come; what does come is anything
      const text = (said as { text?: unknown } | null)?.text
      if (typeof text !== 'string')
        throw new TranscriberError('bad-transcription', `${baseUrl} answered without a text`, {
          passing: false,
          fix: `Check in the settings (voice.transcriber) that "${name}" is a transcription model there.`,
        })
      // it does not tell how sure it is
      return { text: text.trim(), language: language ?? '', words: [], confidence: 1, noSpeech: 0 }
    },
  })
  return {
    id: `openai/${name}`,
    leavesMachine: true,
    begin: ({ onPartial: _, ...asked } = {}) => begin(asked),
    transcribe: (samples, { onPartial: _, ...asked } = {}) => transcribe(samples, asked),
    warm: async () => {},
    close: () => thread.close(),
  }
}

function refusal(baseUrl: string, error: unknown): TranscriberError {
  const status = error instanceof APIError ? error.status : undefined
  const passing = error instanceof APIConnectionError || status === 429 || (status ?? 0) >= 500
  return new TranscriberError('transcription-refused', `${baseUrl} cannot be used: ${messageOf(error)}`, {
    passing,
    fix: passing
      ? 'Say it again in a moment, or choose the bundled model in the settings (voice.transcriber).'
      : 'Check address, model name and key in the settings (voice.transcriber).',
    cause: error,
  })
}

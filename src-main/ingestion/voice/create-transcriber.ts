import type { SpeechModelName } from '../../vocabulary/speech-model.ts'
import { createLocalTranscriber } from './local/create-local-transcriber.ts'
import type { Transcriber } from './transcriber.ts'

/** Which transcriber, as the settings have it. */
export type TranscriberChoice =
  | {
      readonly provider: 'bundled'
      readonly model: SpeechModelName
      /** The operator's own models. */
      readonly folder?: string
      /** Where downloaded models are kept. */
      readonly cache: string
    }
  | { readonly provider: 'openai'; readonly baseUrl: string; readonly name: string; readonly apiKey: string }

/** Makes the chosen transcriber; nothing is loaded or asked yet. */
export async function createTranscriber(choice: TranscriberChoice): Promise<Transcriber> {
  switch (choice.provider) {
    case 'bundled':
      return createLocalTranscriber(choice)
    case 'openai': {
      // a client library that most never need
      const { createEndpointTranscriber } = await import('./endpoint/create-endpoint-transcriber.ts')
      return createEndpointTranscriber(choice)
    }
  }
}

import { join } from 'node:path'
import type { Config } from '../configuration/config.ts'
import type { Secrets } from '../configuration/secrets.ts'
import type { TranscriberChoice } from '../ingestion/voice/create-transcriber.ts'

/** The transcriber that the settings choose. */
export function transcriberChoice({ home, voice }: Config, secrets: Pick<Secrets, 'get'>): TranscriberChoice {
  const { provider, model, baseUrl, name } = voice.transcriber
  if (provider === 'bundled')
    return { provider, model, cache: join(home, 'models'), ...(voice.models ? { folder: voice.models } : {}) }
  return { provider, baseUrl, name, apiKey: secrets.get('voice.transcriberKey') ?? '' }
}

/** What an utterance is listened to with, where it does not say otherwise. */
export const listeningOptions = ({ voice }: Config, names: readonly string[] = []) => ({
  vocabulary: voice.vocabulary,
  knownNames: voice.namesFromMemory ? names : [],
  ...(voice.language === 'auto' ? {} : { language: voice.language }),
})

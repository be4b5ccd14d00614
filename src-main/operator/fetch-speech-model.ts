import { SPEECH_MODEL_FILES, type SpeechModel } from '../ingestion/voice/whisper/speech-models.ts'
import { type DownloadOptions, downloadModel } from '../models/download-model.ts'
import { askHub } from '../models/hub.ts'

/** Downloads a model into a folder, from where it broke off. Rejects with ModelError, or with the signal's reason. */
export type FetchSpeechModel = (
  model: SpeechModel,
  options: Required<Pick<DownloadOptions, 'signal' | 'progress'>> & { readonly cache: string },
) => Promise<void>

/** What is wanted of a model, in the version that the hub, or a mirror of it, publishes now. */
export const fetchFromHub =
  (hub: string | undefined): FetchSpeechModel =>
  async ({ name, hubId: id }, { cache, signal, progress }) => {
    const wanted = { id, name, files: SPEECH_MODEL_FILES }
    const published = await askHub(wanted, { signal, ...(hub ? { hub } : {}) })
    await downloadModel(published, cache, { signal, progress })
  }

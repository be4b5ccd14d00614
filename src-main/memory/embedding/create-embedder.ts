import type { DownloadOptions } from '../../models/download-model.ts'
import { findModel } from '../../models/find-model.ts'
import { ModelError } from '../../models/model-error.ts'
import { createBundledEmbedder } from './bundled/create-bundled-embedder.ts'
import { type Embedder, EmbedderError } from './embedder.ts'
import { EMBEDDING_MODEL } from './embedding-model.ts'

/** Which embedder, as the settings have it. */
export type EmbedderChoice =
  | {
      readonly provider: 'bundled'
      /** The operator's own models. */
      readonly folder?: string
      /** Where downloaded models are kept. */
      readonly cache: string
    }
  | {
      readonly provider: 'openai'
      readonly baseUrl: string
      readonly name: string
      readonly apiKey: string
      readonly dimension?: number
    }

/** Opens the chosen embedder; `download` is how a model that is nowhere is fetched. Throws EmbedderError. */
export async function createEmbedder(
  choice: EmbedderChoice,
  download: DownloadOptions = {},
): Promise<Embedder> {
  switch (choice.provider) {
    case 'bundled': {
      const models = findModel(EMBEDDING_MODEL.name, choice) ?? (await fetchModel(choice.cache, download))
      return createBundledEmbedder({ models })
    }
    case 'openai': {
      // a client library that most never need
      const { createEndpointEmbedder } = await import('./endpoint/create-endpoint-embedder.ts')
      return createEndpointEmbedder(choice)
    }
  }
}

async function fetchModel(cache: string, download: DownloadOptions): Promise<string> {
  // code that most never need
  const { downloadModel } = await import('../../models/download-model.ts')
  return downloadModel(EMBEDDING_MODEL, cache, download).catch((error) => {
    if (!(error instanceof ModelError)) throw error
    const { code, message, passing, fix } = error
    throw new EmbedderError(code, message, { passing, cause: error, ...(fix === undefined ? {} : { fix }) })
  })
}

import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { env, mean_pooling, pipeline } from '@xenova/transformers'
import { checkModel } from '../../../models/check-model.ts'
import { AdjutantError, messageOf } from '../../../vocabulary/errors.ts'
import { EmbedderError } from '../embedder.ts'

/** To the worker: texts of one batch, or that no more will come. From it: their vectors one after the other, or what went wrong. */
export type EmbedRequest = { readonly id: number; readonly texts: readonly string[] } | { readonly end: true }
export type EmbedAnswer =
  | { readonly id: number; readonly vectors: Float32Array }
  | {
      readonly id: number
      readonly code: string
      readonly message: string
      readonly fix?: string
      /** It is not the texts: this thread has no model, and never will. */
      readonly unloaded: boolean
    }

/** What the model was made to read of a text (its card; what is published with it says 512); the rest is cut off. */
const TOKENS_READ = 256
/** More than this is hardly ever in them, and is not worth splitting into tokens. */
const CHARACTERS_READ = 2_000

const { models, name, dimension } = workerData as {
  models: string
  name: string
  dimension: number
}
env.allowRemoteModels = false
env.localModelPath = models

const loaded = (async () => {
  await checkModel(models, name)
  return pipeline('feature-extraction', name, { dtype: 'q8', device: 'cpu' }).catch((cause) => {
    throw new EmbedderError(
      'model-not-loaded',
      `The model in ${join(models, name)} cannot be loaded: ${messageOf(cause)}`,
      { passing: false, fix: 'Install Adjutant again; memory is searched by words until then.', cause },
    )
  })
})()
// told to whoever asks
loaded.catch(() => undefined)

parentPort?.on('message', async (request: EmbedRequest) => {
  if ('end' in request) {
    // a thread that is torn down inside the runtime takes the whole process with it
    await loaded.catch(() => undefined)
    parentPort?.close()
    return
  }
  const { id, texts } = request
  const fail = (code: string, error: unknown, unloaded: boolean) =>
    parentPort?.postMessage({
      id,
      code: error instanceof AdjutantError ? error.code : code,
      message: messageOf(error),
      unloaded,
      ...(error instanceof AdjutantError && error.fix !== undefined ? { fix: error.fix } : {}),
    } satisfies EmbedAnswer)
  const model = await loaded.catch((error) => void fail('model-not-loaded', error, true))
  if (!model) return
  try {
    const vectors = new Float32Array(texts.length * dimension)
    // one after the other: the int8 model scales by what goes in together, so a text's vector would depend on its
    // company (cosine 0.98 to itself), and padding makes a batch no faster on two cores
    for (const [index, text] of texts.entries()) {
      const read = model.tokenizer(text.slice(0, CHARACTERS_READ), {
        truncation: true,
        max_length: TOKENS_READ,
      })
      const { last_hidden_state: states } = await model.model(read)
      const meaning = mean_pooling(states, read.attention_mask).normalize(2, -1)
      vectors.set(meaning.data as Float32Array, index * dimension)
    }
    parentPort?.postMessage({ id, vectors } satisfies EmbedAnswer, [vectors.buffer])
  } catch (error) {
    fail('embedding-failed', error, false)
  }
})

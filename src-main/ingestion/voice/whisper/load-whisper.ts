import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AutoTokenizer, env, WhisperFeatureExtractor } from '@xenova/transformers'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { z } from 'zod'
import { checkModel } from '../../../models/check-model.ts'
import { SAMPLE_RATE } from '../transcriber.ts'
import { loadDecoder } from './decoder.ts'
import { mostTokens, WHOLE_WINDOW, windowFor } from './hearing-window.ts'
import { isLoop } from './loops.ts'
import { readSpecial } from './read-special.ts'
import { type ReadWord, readWords } from './read-words.ts'
import { type Understood, understand } from './understand.ts'

export interface Hearing {
  /** ISO 639-1; undefined: heard from the speech. */
  readonly language: string | undefined
  /** Throws where nobody waits for the answer any more. */
  readonly throwIfUnwanted: () => void
}

export interface HeardText {
  readonly text: string
  readonly words: readonly ReadWord[]
  readonly language: string
  /** Between 0 and 1: the geometric mean of the tokens' probabilities. */
  readonly confidence: number
  /** How likely the model finds that nobody speaks. */
  readonly noSpeech: number
}

export type Hear = (samples: Float32Array, hearing: Hearing) => Promise<HeardText>

const shape = z.object({ decoder_layers: z.int(), decoder_attention_heads: z.int(), d_model: z.int() })

/** Loads Whisper from `models`, which holds the model's folder. Throws ModelError for files that are not as published. */
export async function loadWhisper(models: string, name: string, threads: number): Promise<Hear> {
  await checkModel(models, name)
  env.allowRemoteModels = false
  env.localModelPath = models
  const file = (path: string) => join(models, name, path)
  const json = async (path: string) => JSON.parse(await readFile(file(path), 'utf8'))
  // with arenas and patterns the runtime keeps the memory of every length that ever occurred
  const options: InferenceSession.SessionOptions = {
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    enableMemPattern: false,
  }
  const encoder = await InferenceSession.create(file('onnx/encoder_model_quantized.onnx'), options)
  const preprocessor = await json('preprocessor_config.json')
  const anyLength = await takesAnyLength(encoder, preprocessor.feature_size)
  const { decoder_layers, decoder_attention_heads, d_model } = shape.parse(await json('config.json'))
  const decode = await loadDecoder(
    file('onnx/decoder_model_merged_quantized.onnx'),
    {
      layers: decoder_layers,
      heads: decoder_attention_heads,
      headSize: d_model / decoder_attention_heads,
      // the export that takes any length reads on by more than a token, too
      readsMany: anyLength,
    },
    options,
  )
  const tokenizer = await AutoTokenizer.from_pretrained(name)
  const special = readSpecial(await json('generation_config.json'))
  const vocabulary = await json('tokenizer.json')
  const raw = rawTokens(vocabulary)
  const text = (ids: number[]) => tokenizer.decode(ids, { skip_special_tokens: true })
  const extractors = new Map<number, WhisperFeatureExtractor>()

  const listen = async (samples: Float32Array, seconds: number): Promise<Tensor> => {
    const extractor =
      extractors.get(seconds) ??
      new WhisperFeatureExtractor({
        ...preprocessor,
        n_samples: seconds * SAMPLE_RATE,
        nb_max_frames: seconds * 100,
      })
    extractors.set(seconds, extractor)
    const { input_features: features } = await extractor(samples)
    const input = new Tensor('float32', features.data as Float32Array, features.dims)
    const output = await encoder.run({ input_features: input })
    return output.last_hidden_state as Tensor
  }
  const hearIn = async (samples: Float32Array, seconds: number, hearing: Hearing): Promise<HeardText> => {
    const { language, throwIfUnwanted } = hearing
    throwIfUnwanted()
    const heard = await listen(samples, seconds)
    throwIfUnwanted()
    const understood = await understand(decode(heard), special, {
      language,
      mostTokens: mostTokens(samples.length / SAMPLE_RATE),
      throwIfUnwanted,
    })
    return {
      text: text(understood.tokens.map(({ id }) => id)).trim(),
      words: readWords(understood.tokens, raw, text),
      language: understood.language,
      confidence: meanProbability(understood),
      noSpeech: understood.noSpeech,
    }
  }

  return async (samples, hearing) => {
    const seconds = anyLength ? windowFor(samples.length / SAMPLE_RATE) : WHOLE_WINDOW
    const heard = await hearIn(samples, seconds, hearing)
    if (seconds === WHOLE_WINDOW || (heard.text !== '' && !isLoop(heard.text))) return heard
    const again = await hearIn(samples, WHOLE_WINDOW, hearing)
    return isLoop(again.text) && again.confidence < heard.confidence ? heard : again
  }
}

/** Its input's description names no length either way: the usual export takes 30 s, which only running it tells. */
const takesAnyLength = (encoder: InferenceSession, bins: number): Promise<boolean> => {
  // of one position an export of fixed length would make as many as it has
  const frames = 4
  const silence = new Tensor('float32', new Float32Array(bins * frames), [1, bins, frames])
  const quietly = { logSeverityLevel: 4 } as const
  return encoder.run({ input_features: silence }, quietly).then(
    () => true,
    () => false,
  )
}

const meanProbability = ({ tokens }: Understood): number =>
  tokens.length === 0
    ? 0
    : Math.exp(tokens.reduce((sum, { probability }) => sum + Math.log(probability), 0) / tokens.length)

function rawTokens(tokenizer: { model: { vocab: Record<string, number> } }): (id: number) => string {
  const raw: string[] = []
  for (const [token, id] of Object.entries(tokenizer.model.vocab)) raw[id] = token
  return (id) => raw[id] ?? ''
}

import { InferenceSession, Tensor } from 'onnxruntime-node'

const PARTS = ['decoder.key', 'decoder.value', 'encoder.key', 'encoder.value'] as const

export interface DecoderShape {
  readonly layers: number
  readonly heads: number
  readonly headSize: number
  /** Whether it reads several tokens at once after the first step too; the usual export was made for one at a time. */
  readonly readsMany: boolean
}

/** Whisper's decoder over one piece of heard audio: takes tokens, gives the scores of what comes next. */
export interface Decoding {
  /** Scores of each token that may follow the last of these; the array is the caller's. */
  next(tokens: readonly number[]): Promise<Float32Array>
  /** Another that goes on from here; what is read by one the other does not know. */
  fork(): Decoding
}

/** Opens the decoder (a merged one: the first step and all later ones in one graph, keys and values kept between). */
export async function loadDecoder(
  path: string,
  { layers, heads, headSize, readsMany }: DecoderShape,
  options: InferenceSession.SessionOptions,
) {
  const session = await InferenceSession.create(path, options)
  const goOn = (heard: Tensor, before: Readonly<Record<string, Tensor>>, read: boolean): Decoding => {
    const past = { ...before }
    let begun = read
    const step = async (tokens: readonly number[]): Promise<Float32Array> => {
      const output = await session.run({
        ...past,
        input_ids: new Tensor('int64', BigInt64Array.from(tokens, BigInt), [1, tokens.length]),
        encoder_hidden_states: heard,
        use_cache_branch: new Tensor('bool', [begun], [1]),
      })
      for (let layer = 0; layer < layers; layer++)
        for (const part of PARTS) {
          // what is known of the audio comes once, with the first step
          if (begun && part.startsWith('encoder')) continue
          past[`past_key_values.${layer}.${part}`] = output[`present.${layer}.${part}`] as Tensor
        }
      begun = true
      const logits = output.logits as Tensor
      const size = logits.dims[2] as number
      return (logits.data as Float32Array).slice((tokens.length - 1) * size)
    }
    return {
      next: async (tokens) => {
        if (!begun || readsMany) return step(tokens)
        for (const token of tokens.slice(0, -1)) await step([token])
        return step(tokens.slice(-1))
      },
      fork: () => goOn(heard, past, begun),
    }
  }
  return (heard: Tensor): Decoding => {
    const nothing = () => new Tensor('float32', new Float32Array(0), [1, heads, 0, headSize])
    const past: Record<string, Tensor> = {}
    for (let layer = 0; layer < layers; layer++)
      for (const part of PARTS) past[`past_key_values.${layer}.${part}`] = nothing()
    return goOn(heard, past, false)
  }
}

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { messageOf } from '../../../vocabulary/errors.ts'
import { SAMPLE_RATE, TranscriberError } from '../transcriber.ts'
import { CONTEXT, type Detection, type DetectorMemory } from './detection.ts'
import { FRAME } from './speech-track.ts'

/** Silero VAD 6 (MIT), as @ricky0123/vad-web ships it. */
const FILE = '@ricky0123/vad-web/dist/silero_vad_v6.onnx'
const SHA256 = '1a153a22f4509e292a94e67d6f9b85e8deb25b4988682b7e174c65279d8788e3'
export type DetectSpeech = (frames: Float32Array, memory: DetectorMemory) => Promise<Detection>

/** Loads the detector. Throws TranscriberError. */
export async function loadDetector(): Promise<DetectSpeech> {
  const path = createRequire(import.meta.url).resolve(FILE)
  const damaged = (cause: unknown) =>
    new TranscriberError('damaged-model', `The speech detector ${path} is damaged: ${messageOf(cause)}`, {
      passing: false,
      fix: 'Install Adjutant again.',
      cause,
    })
  const bytes = await readFile(path).catch((cause) => {
    throw damaged(cause)
  })
  const found = createHash('sha256').update(bytes).digest('hex')
  if (found !== SHA256) throw damaged(new Error('its checksum is not the one it was published with'))
  const session = await InferenceSession.create(bytes, { intraOpNumThreads: 1, interOpNumThreads: 1 })
  const rate = new Tensor('int64', BigInt64Array.of(BigInt(SAMPLE_RATE)), [])
  return async (frames, memory) => {
    const probabilities = new Float32Array(Math.floor(frames.length / FRAME))
    let state = new Tensor('float32', memory.state, [2, 1, 128])
    let { context } = memory
    for (let index = 0; index < probabilities.length; index++) {
      const frame = frames.subarray(index * FRAME, (index + 1) * FRAME)
      const input = new Float32Array(CONTEXT + FRAME)
      input.set(context)
      input.set(frame, CONTEXT)
      context = input.slice(FRAME)
      const output = await session.run({
        input: new Tensor('float32', input, [1, input.length]),
        state,
        sr: rate,
      })
      state = output.stateN as typeof state
      probabilities[index] = Number(output.output?.data[0])
    }
    return { probabilities, memory: { state: Float32Array.from(state.data as Float32Array), context } }
  }
}

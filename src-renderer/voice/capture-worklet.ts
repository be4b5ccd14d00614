import { createResampler } from './resample.ts'
import { CHUNK, SAMPLE_RATE } from './sound.ts'

// of the audio thread, which no library of types knows
declare const sampleRate: number
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void
declare class AudioWorkletProcessor {
  readonly port: MessagePort
}

/** Sends what the microphone gives as chunks of mono at 16,000 Hz, until it is told to stop. */
class Capture extends AudioWorkletProcessor {
  private readonly resample = createResampler(sampleRate, SAMPLE_RATE)
  private chunk = new Float32Array(CHUNK)
  private filled = 0
  private ended = false

  constructor() {
    super()
    this.port.onmessage = () => {
      this.ended = true
    }
  }

  process(inputs: readonly (readonly Float32Array[])[]): boolean {
    const samples = inputs[0]?.[0]
    if (samples) for (const sample of this.resample(samples)) this.take(sample)
    return !this.ended
  }

  private take(sample: number): void {
    this.chunk[this.filled] = sample
    this.filled += 1
    if (this.filled < CHUNK) return
    this.port.postMessage(this.chunk, [this.chunk.buffer])
    this.chunk = new Float32Array(CHUNK)
    this.filled = 0
  }
}

registerProcessor('capture', Capture)

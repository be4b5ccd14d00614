import { SAMPLE_RATE } from './sound.ts'

/** What is kept from before the key went down, while the microphone stays open: 300 ms. */
const LEAD_SAMPLES = 0.3 * SAMPLE_RATE

/** The last moments of what was heard; older ones are gone for good. */
export interface Lead {
  keep(chunk: Float32Array): void
  take(): Float32Array[]
}

export function createLead(): Lead {
  let chunks: Float32Array[] = []
  return {
    keep: (chunk) => {
      chunks.push(chunk)
      let length = chunks.reduce((sum, { length }) => sum + length, 0)
      while (length > LEAD_SAMPLES) length -= (chunks.shift() as Float32Array).length
    },
    take: () => {
      const taken = chunks
      chunks = []
      return taken
    },
  }
}

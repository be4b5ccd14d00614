/** Samples of 16 bit, little-endian, in base64: how they cross to the agent. */
export function pcmOf(samples: Float32Array): string {
  const bytes = Buffer.alloc(samples.length * 2)
  // what came from 16 bit goes there as it was: the model's words may hang on the last bit
  samples.forEach((sample, index) => {
    bytes.writeInt16LE(Math.max(-32_768, Math.min(32_767, Math.round(sample * 32_768))), index * 2)
  })
  return bytes.toString('base64')
}

export function samplesOf(pcm: string): Float32Array {
  const bytes = Buffer.from(pcm, 'base64')
  return Float32Array.from({ length: bytes.length >> 1 }, (_, index) => bytes.readInt16LE(index * 2) / 32_768)
}

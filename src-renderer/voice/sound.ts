/** Samples per second that the agent understands. */
export const SAMPLE_RATE = 16_000

/** Samples that come from the microphone at a time: 40 ms. */
export const CHUNK = 640

/** As the agent takes them: 16 bit little-endian, in base64. */
export function pcmOf(samples: Float32Array): string {
  const view = new DataView(new ArrayBuffer(samples.length * 2))
  samples.forEach((sample, index) => {
    view.setInt16(index * 2, Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), true)
  })
  const bytes = new Uint8Array(view.buffer)
  let text = ''
  // a call takes only so many arguments
  for (let at = 0; at < bytes.length; at += 8_192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8_192))
  return btoa(text)
}

/** How loud it is to the eye: 0 at 60 dB below the loudest there is, 1 at 10 dB below it. */
export function levelOf(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length)
  return power === 0 ? 0 : Math.max(0, Math.min(1, (10 * Math.log10(power) + 60) / 50))
}

/** A muted microphone gives nothing at all; a quiet room never does. */
export const isDead = (samples: Float32Array): boolean => samples.every((sample) => Math.abs(sample) < 1e-6)

export function joined(chunks: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(chunks.reduce((length, chunk) => length + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

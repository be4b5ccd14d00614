import { SAMPLE_RATE } from '../transcriber.ts'

const HEADER_BYTES = 44

/** The beginning of a WAV file of 16 bit, 16 kHz, mono, for so many bytes of samples. */
export function wavHeader(sampleBytes: number): Buffer<ArrayBuffer> {
  const bytes = Buffer.alloc(HEADER_BYTES)
  bytes.write('RIFF', 0)
  bytes.writeUInt32LE(HEADER_BYTES - 8 + sampleBytes, 4)
  bytes.write('WAVEfmt ', 8)
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(SAMPLE_RATE, 24)
  bytes.writeUInt32LE(SAMPLE_RATE * 2, 28)
  bytes.writeUInt16LE(2, 32)
  bytes.writeUInt16LE(16, 34)
  bytes.write('data', 36)
  bytes.writeUInt32LE(sampleBytes, 40)
  return bytes
}

/** A WAV file of the same kind. */
export function writeWav(samples: Float32Array): Buffer<ArrayBuffer> {
  const bytes = Buffer.alloc(HEADER_BYTES + samples.length * 2)
  wavHeader(samples.length * 2).copy(bytes)
  samples.forEach((sample, index) => {
    const value = Math.max(-32_768, Math.min(32_767, Math.round(sample * 32_768)))
    bytes.writeInt16LE(value, HEADER_BYTES + index * 2)
  })
  return bytes
}

import { TranscriberError } from '../transcriber.ts'

/** How samples lie in a WAV file. */
export interface WavFormat {
  readonly encoding: 'int' | 'float'
  readonly bits: 8 | 16 | 24 | 32 | 64
  readonly channels: number
  /** Frames a second. */
  readonly rate: number
}

const PCM = 1
const FLOAT = 3
/** WAVE_FORMAT_EXTENSIBLE: the real format is the first two bytes of a GUID further on. */
const EXTENSIBLE = 0xfffe
const OTHER_FORMATS: Readonly<Record<number, string>> = {
  2: 'ADPCM',
  6: 'A-law',
  7: 'µ-law',
  17: 'IMA ADPCM',
  49: 'GSM',
  80: 'MPEG',
  85: 'MP3',
}
const MOST_CHANNELS = 32

/** Reads the chunk `fmt ` (RIFF/WAVE, Microsoft 1994; extensible 2007). Throws TranscriberError. */
export function readWavFormat(chunk: DataView): WavFormat {
  if (chunk.byteLength < 16) throw badAudio('its format is cut off')
  const declared = chunk.getUint16(0, true)
  const tag = declared === EXTENSIBLE && chunk.byteLength >= 26 ? chunk.getUint16(24, true) : declared
  const channels = chunk.getUint16(2, true)
  const rate = chunk.getUint32(4, true)
  const bits = chunk.getUint16(14, true)
  if (channels < 1 || channels > MOST_CHANNELS) throw badAudio(`it has ${channels} channels`)
  if (rate < 1_000 || rate > 768_000) throw badAudio(`it has ${rate} samples a second`)
  if (tag === PCM && (bits === 8 || bits === 16 || bits === 24 || bits === 32))
    return { encoding: 'int', bits, channels, rate }
  if (tag === FLOAT && (bits === 32 || bits === 64)) return { encoding: 'float', bits, channels, rate }
  const name = tag === PCM || tag === FLOAT ? `${bits} bit` : (OTHER_FORMATS[tag] ?? `number ${tag}`)
  throw badAudio(`its sample format is ${name}`)
}

export const badAudio = (what: string) =>
  new TranscriberError('bad-audio', `This WAV cannot be read: ${what}`, {
    passing: false,
    fix: 'Save it as PCM of 8, 16, 24 or 32 bit, or as float, in any sample rate: "ffmpeg -i IN -ac 1 -ar 16000 OUT.wav".',
  })

/** Mono samples of whole frames, each the mean of its channels. */
export function decodeFrames(bytes: Uint8Array, format: WavFormat): Float32Array<ArrayBuffer> {
  const { channels, bits } = format
  const size = bits / 8
  const read = sampleReader(bytes, format)
  const mono = new Float32Array(Math.floor(bytes.length / (size * channels)))
  for (let frame = 0, at = 0; frame < mono.length; frame++) {
    let sum = 0
    for (let channel = 0; channel < channels; channel++, at += size) sum += read(at)
    // a float file may hold anything, and one NaN would silence all that follows
    mono[frame] = Number.isFinite(sum) ? Math.max(-1, Math.min(1, sum / channels)) : 0
  }
  return mono
}

function sampleReader(bytes: Uint8Array, { encoding, bits }: WavFormat): (at: number) => number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (encoding === 'float')
    return bits === 32 ? (at) => view.getFloat32(at, true) : (at) => view.getFloat64(at, true)
  switch (bits) {
    case 8:
      // the only unsigned one
      return (at) => (view.getUint8(at) - 128) / 128
    case 16:
      return (at) => view.getInt16(at, true) / 32_768
    case 24:
      return (at) => ((view.getInt8(at + 2) << 16) | view.getUint16(at, true)) / 8_388_608
    default:
      return (at) => view.getInt32(at, true) / 2_147_483_648
  }
}

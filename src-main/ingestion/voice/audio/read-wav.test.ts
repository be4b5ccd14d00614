import { describe, expect, it } from 'vitest'
import { chunks } from '../../../testing/speech/speech.ts'
import { SAMPLE_RATE } from '../transcriber.ts'
import { readWav } from './read-wav.ts'
import { writeWav } from './write-wav.ts'

const HERTZ = 440

interface Shape {
  readonly rate: number
  readonly channels?: number
  readonly bits?: number
  readonly float?: boolean
  readonly extensible?: boolean
  readonly seconds?: number
  /** Bytes that the header says there are. */
  readonly declared?: number
  readonly hertz?: number
}

/** A tone of half the loudest as another program would write it. */
function wav({ rate, channels = 1, bits = 16, float = false, extensible = false, ...rest }: Shape): Buffer {
  const { seconds = 1, hertz = HERTZ } = rest
  const frames = Math.round(rate * seconds)
  const size = bits / 8
  const data = Buffer.alloc(frames * channels * size)
  for (let index = 0; index < frames * channels; index++) {
    const value = 0.5 * Math.sin((2 * Math.PI * hertz * Math.floor(index / channels)) / rate)
    const at = index * size
    if (float) bits === 32 ? data.writeFloatLE(value, at) : data.writeDoubleLE(value, at)
    else if (bits === 8) data.writeUInt8(Math.round(value * 127 + 128), at)
    else data.writeIntLE(Math.round(value * (2 ** (bits - 1) - 1)), at, size)
  }
  const format = Buffer.alloc(extensible ? 40 : 16)
  const tag = float ? 3 : 1
  format.writeUInt16LE(extensible ? 0xfffe : tag, 0)
  format.writeUInt16LE(channels, 2)
  format.writeUInt32LE(rate, 4)
  format.writeUInt32LE(rate * channels * size, 8)
  format.writeUInt16LE(channels * size, 12)
  format.writeUInt16LE(bits, 14)
  if (extensible) format.writeUInt16LE(tag, 24)
  const list = chunk('LIST', Buffer.from('INFOISFT\0\0\0\0odd'))
  const body = Buffer.concat([chunk('fmt ', format), list, chunk('data', data, rest.declared)])
  return Buffer.concat([Buffer.from('RIFF'), uint32(body.length + 4), Buffer.from('WAVE'), body])
}

function chunk(name: string, bytes: Buffer, declared = bytes.length): Buffer {
  const padding = Buffer.alloc(bytes.length % 2)
  return Buffer.concat([Buffer.from(name), uint32(declared), bytes, padding])
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

async function read(bytes: Uint8Array): Promise<Float32Array> {
  const pieces: number[] = []
  for await (const piece of readWav(chunks(bytes, 777))) pieces.push(...piece)
  return Float32Array.from(pieces)
}

/** Loudness of a tone in samples, by its correlation with it; away from the edges. */
function loudness(samples: Float32Array, hertz: number): number {
  const inner = samples.subarray(1_600, samples.length - 1_600)
  let [sine, cosine] = [0, 0]
  inner.forEach((sample, index) => {
    sine += sample * Math.sin((2 * Math.PI * hertz * index) / SAMPLE_RATE)
    cosine += sample * Math.cos((2 * Math.PI * hertz * index) / SAMPLE_RATE)
  })
  return (2 * Math.hypot(sine, cosine)) / inner.length
}

describe('a recording becomes 16 kHz mono', () => {
  it.each<[string, Shape]>([
    ['as it is', { rate: 16_000 }],
    ['of a telephone, 8 bit', { rate: 8_000, bits: 8 }],
    ['of a CD, stereo', { rate: 44_100, channels: 2 }],
    ['of a video, 24 bit', { rate: 48_000, bits: 24 }],
    ['in 32 bit', { rate: 22_050, bits: 32 }],
    ['in float', { rate: 48_000, bits: 32, float: true }],
    ['in double float, stereo', { rate: 96_000, bits: 64, float: true, channels: 2 }],
    ['with an extensible header and six channels', { rate: 48_000, bits: 24, extensible: true, channels: 6 }],
    ['in an odd rate', { rate: 11_025 }],
  ])('%s', async (_, shape) => {
    const samples = await read(wav(shape))
    expect(Math.abs(samples.length - SAMPLE_RATE)).toBeLessThanOrEqual(2)
    expect(loudness(samples, HERTZ)).toBeCloseTo(0.5, 2)
  })

  it('without what is too high for it, which would sound as something else', async () => {
    const samples = await read(wav({ rate: 48_000, hertz: 11_000 }))
    expect(loudness(samples, 16_000 - 11_000)).toBeLessThan(0.001)
  })

  it('in stereo takes both sides', async () => {
    const bytes = wav({ rate: 16_000, channels: 2 })
    for (let at = bytes.length - 64_000; at < bytes.length; at += 4) bytes.writeInt16LE(0, at)
    expect(loudness(await read(bytes), HERTZ)).toBeCloseTo(0.25, 2)
  })

  it('with numbers that are none becomes silence there', async () => {
    const bytes = wav({ rate: 16_000, bits: 32, float: true })
    bytes.writeFloatLE(Number.NaN, bytes.length - 4)
    bytes.writeFloatLE(1e30, bytes.length - 8)
    expect([...(await read(bytes)).slice(-2)]).toEqual([1, 0])
  })

  it('is written as it is read', async () => {
    const samples = await read(wav({ rate: 16_000 }))
    const again = await read(writeWav(samples))
    expect(again.length).toBe(samples.length)
    expect(Math.max(...again.map((sample, index) => Math.abs(sample - (samples[index] ?? 0))))).toBeLessThan(
      1e-4,
    )
  })
})

describe('a recording that is not whole', () => {
  it('gives what there is of it', async () => {
    const bytes = wav({ rate: 16_000 })
    expect((await read(bytes.subarray(0, bytes.length - 16_001))).length).toBe(7_999)
  })

  it.each([0, 0xffff_ffff, 0x7fff_ffff])(
    'from a pipe, which does not know its length (%i), is read to its end',
    async (declared) => {
      expect((await read(wav({ rate: 16_000, declared }))).length).toBe(16_000)
    },
  )

  it('of an hour is read piece by piece', async () => {
    const second = wav({ rate: 16_000 }).subarray(-32_000)
    async function* hour() {
      yield wav({ rate: 16_000, seconds: 0, declared: second.length * 3_600 })
      for (let index = 0; index < 3_600; index++) yield second
    }
    let [samples, longest] = [0, 0]
    for await (const piece of readWav(hour())) {
      samples += piece.length
      longest = Math.max(longest, piece.length)
    }
    expect(samples).toBe(3_600 * SAMPLE_RATE)
    expect(longest).toBeLessThanOrEqual(SAMPLE_RATE)
  })
})

describe('what is no recording is refused, with what it is and what to do', () => {
  const text = (words: string) => Buffer.from(words.padEnd(64, '.'), 'latin1')
  const changed = (at: number, value: number) => {
    const bytes = wav({ rate: 16_000 })
    bytes.writeUInt16LE(value, at)
    return bytes
  }
  it.each<[string, Uint8Array, string, RegExp]>([
    ['nothing', Buffer.alloc(0), 'not-audio', /it is empty/],
    ['text', text('{"goal": "hello"}'), 'not-audio', /text/],
    ['an MP3', text('ID3\x04'), 'not-audio', /MP3/],
    ['an Ogg file', text('OggS'), 'not-audio', /Ogg/],
    ['a WebM of a browser', text('\x1aEß£'), 'not-audio', /WebM/],
    ['a picture', text('\x89PNG'), 'not-audio', /does not begin as one/],
    ['three bytes', Buffer.from('RIF'), 'not-audio', /does not begin/],
    ['a header that breaks off', wav({ rate: 16_000 }).subarray(0, 30), 'bad-audio', /cut off/],
    ['a header without samples', wav({ rate: 16_000 }).subarray(0, 40), 'bad-audio', /no samples/],
    ['samples of none', wav({ rate: 16_000, seconds: 0 }), 'empty-audio', /no samples/],
    ['no channels', changed(22, 0), 'bad-audio', /0 channels/],
    ['no rate', changed(24, 0), 'bad-audio', /0 samples a second/],
    ['A-law', changed(20, 6), 'bad-audio', /A-law/],
    ['12 bit', changed(34, 12), 'bad-audio', /12 bit/],
  ])('%s', async (_, bytes, code, message) => {
    await expect(read(bytes)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
      fix: expect.any(String),
    })
  })
})

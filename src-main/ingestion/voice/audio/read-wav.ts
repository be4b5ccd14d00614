import { SAMPLE_RATE, TranscriberError } from '../transcriber.ts'
import { createResampler } from './resample.ts'
import { badAudio, decodeFrames, readWavFormat, type WavFormat } from './wav-format.ts'

/** A chunk before the samples that is longer than this is no header. */
const LONGEST_CHUNK = 1024 * 1024

/**
 * Samples of a WAV stream as 16 kHz mono, piece by piece, however long it is. A recording that was cut off, or whose
 * header does not know its length (as a pipe's does), gives what there is. Throws TranscriberError 'not-audio',
 * 'bad-audio' or 'empty-audio'.
 */
export async function* readWav(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Float32Array> {
  const source = bytes[Symbol.asyncIterator]()
  let held: Uint8Array = new Uint8Array(0)
  /** The next bytes, fewer where the stream ends. */
  const take = async (count: number): Promise<Uint8Array> => {
    while (held.length < count) {
      const { value, done } = await source.next()
      if (done) break
      held = join(held, value)
    }
    const taken = held.subarray(0, count)
    held = held.subarray(taken.length)
    return taken
  }
  try {
    const { format, size } = await readHeader(take)
    const frame = (format.bits / 8) * format.channels
    const resample = createResampler(format.rate, SAMPLE_RATE)
    let given = 0
    for (let left = size; left > 0; ) {
      const wanted = Math.min(left, frame * format.rate)
      const piece = await take(wanted)
      left -= piece.length
      const samples = resample.push(decodeFrames(piece, format))
      given += piece.length
      if (samples.length > 0) yield samples
      if (piece.length < wanted) break
    }
    if (given < frame)
      throw new TranscriberError('empty-audio', 'This WAV holds no samples', {
        passing: false,
        fix: 'Record it again; the recording may have been stopped before it began.',
      })
    const rest = resample.end()
    if (rest.length > 0) yield rest
  } finally {
    await source.return?.()
  }
}

async function readHeader(
  take: (count: number) => Promise<Uint8Array>,
): Promise<{ format: WavFormat; size: number }> {
  const start = await take(12)
  if (word(start, 0) !== 'RIFF' || word(start, 8) !== 'WAVE') throw notWav(start)
  let format: WavFormat | undefined
  while (true) {
    const head = await take(8)
    if (head.length < 8) throw badAudio(format ? 'it has no samples' : 'its header is cut off')
    const size = viewOf(head).getUint32(4, true)
    if (word(head, 0) === 'data') {
      if (!format) throw badAudio('its samples come before their format')
      // who writes to a pipe does not know the length: 0 or the largest number stand for "to the end"
      return { format, size: size === 0 || size >= 0xffff_0000 ? Number.POSITIVE_INFINITY : size }
    }
    if (size > LONGEST_CHUNK) throw badAudio(`its header has a part of ${size} bytes`)
    // chunks are padded to even lengths
    const chunk = await take(size + (size % 2))
    if (word(head, 0) === 'fmt ') format = readWavFormat(viewOf(chunk))
  }
}

/** What other files begin with, byte by byte as Latin letters. */
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^ID3|^ÿ[â-û]/, 'an MP3'],
  [/^OggS/, 'an Ogg file'],
  [/^fLaC/, 'a FLAC file'],
  [/^.Eß£/, 'a WebM file'],
  [/^....ftyp/s, 'an MP4 or M4A file'],
  [/^FORM/, 'an AIFF file'],
  [/^RF64/, 'an RF64 file'],
  [/^\s*[{[<]/, 'text'],
]

function notWav(start: Uint8Array): TranscriberError {
  const text = String.fromCharCode(...start)
  const other = OTHERS.find(([beginning]) => beginning.test(text))?.[1]
  const what =
    start.length === 0 ? 'it is empty' : other ? `it looks like ${other}` : 'it does not begin as one'
  return new TranscriberError('not-audio', `This is not a WAV file: ${what}`, {
    passing: false,
    fix: 'Send WAV; other recordings can be changed by "ffmpeg -i IN -ac 1 -ar 16000 OUT.wav".',
  })
}

const word = (bytes: Uint8Array, at: number) => String.fromCharCode(...bytes.subarray(at, at + 4))
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function join(before: Uint8Array, after: Uint8Array): Uint8Array {
  if (before.length === 0) return after
  const joined = new Uint8Array(before.length + after.length)
  joined.set(before)
  joined.set(after, before.length)
  return joined
}

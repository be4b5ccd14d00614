import { readFileSync } from 'node:fs'
import { readWav } from '../../ingestion/voice/audio/read-wav.ts'
import { SAMPLE_RATE } from '../../ingestion/voice/transcriber.ts'

/** Recordings for tests, 16 kHz mono, and what is said in them (jfk: inaugural address of 1961, public domain). */
export const SPOKEN = {
  'command-01': 'Remind me tomorrow at nine to call Maria about the quarterly invoice.',
  'command-02': 'Open the news site, save the headlines to a file, then send it to the team.',
  'command-03': "Cancel my three o'clock meeting and tell everyone that I am sick today.",
  jfk: 'And so my fellow Americans, ask not what your country can do for you, ask what you can do for your country.',
} as const
export type SpokenName = keyof typeof SPOKEN

export const speechFile = (name: SpokenName): string => new URL(`${name}.wav`, import.meta.url).pathname

export async function speechSamples(name: SpokenName): Promise<Float32Array> {
  const pieces: Float32Array[] = []
  for await (const piece of readWav(chunks(readFileSync(speechFile(name))))) pieces.push(piece)
  return together(...pieces)
}

/** Bytes as a stream gives them. */
export async function* chunks(bytes: Uint8Array, size = 10_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

export const silence = (seconds: number): Float32Array => new Float32Array(Math.round(seconds * SAMPLE_RATE))

export function together(...pieces: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}

/** The same noise in every run, of this loudness (standard deviation). */
export function noise(seconds: number, loudness: number): Float32Array {
  let seed = 42
  const next = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return seed / 2 ** 32
  }
  // the sum of twelve is as good as normal
  const normal = () => Array.from({ length: 12 }, next).reduce((sum, each) => sum + each, -6)
  return silence(seconds).map(() => normal() * loudness)
}

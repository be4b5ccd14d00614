import { SAMPLE_RATE } from '../src-main/ingestion/voice/transcriber.ts'

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

/** Numbers from -1 to 1, the same for the same seed (Numerical Recipes' generator). */
function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 31 - 1
  }
}

/** Noise that falls with frequency, as that of rooms does; `colour` 0 is white, near 1 a rumble. */
export function colouredNoise(length: number, seed: number, colour = 0.85): Float32Array {
  const next = random(seed)
  let last = 0
  return new Float32Array(length).map(() => {
    last = colour * last + (1 - colour) * next()
    return last
  })
}

const power = (samples: Float32Array): number => {
  let sum = 0
  for (const sample of samples) sum += sample * sample
  return sum / Math.max(1, samples.length)
}

/** Speech with so much noise that it is `db` louder than that. */
export function mixed(speech: Float32Array, noise: Float32Array, db: number): Float32Array {
  const factor = Math.sqrt(power(speech) / power(noise) / 10 ** (db / 10))
  return speech.map((sample, index) => sample + factor * (noise[index] as number))
}

const louder = (samples: Float32Array, factor: number) => samples.map((sample) => sample * factor)

/** Chords of a few overtones, each dying away like a string. */
function music(seconds: number, seed: number): Float32Array {
  const next = random(seed)
  const samples = silence(seconds)
  for (let beat = 0; beat < seconds * 2; beat++) {
    const root = 110 * 2 ** (Math.floor((next() + 1) * 12) / 12)
    for (const interval of [1, 1.26, 1.5])
      for (const overtone of [1, 2, 3])
        for (let index = 0; index < SAMPLE_RATE / 2; index++) {
          const at = (beat * SAMPLE_RATE) / 2 + index
          if (at >= samples.length) break
          const wave = Math.sin((2 * Math.PI * root * interval * overtone * index) / SAMPLE_RATE)
          samples[at] =
            (samples[at] as number) + (0.08 / overtone) * wave * Math.exp((-4 * index) / SAMPLE_RATE)
        }
  }
  return samples
}

/** In and out, four seconds each: noise that swells and falls. */
function breathing(seconds: number, seed: number): Float32Array {
  const noise = colouredNoise(seconds * SAMPLE_RATE, seed, 0.6)
  return noise.map((sample, index) => {
    const phase = (index / SAMPLE_RATE / 2) % 1
    return sample * 0.4 * Math.max(0, Math.sin(Math.PI * phase)) ** 2
  })
}

function clicks(seconds: number, seed: number): Float32Array {
  const next = random(seed)
  const samples = colouredNoise(seconds * SAMPLE_RATE, seed + 1).map((sample) => sample * 0.02)
  for (let at = 2_000; at < samples.length - 400; at += 1_500 + Math.round((next() + 1) * 2_000))
    for (let index = 0; index < 400; index++)
      samples[at + index] = (samples[at + index] as number) + 0.5 * next() * Math.exp(-index / 60)
  return samples
}

const hum = (seconds: number, hertz: number): Float32Array =>
  silence(seconds).map((_, index) => 0.2 * Math.sin((2 * Math.PI * hertz * index) / SAMPLE_RATE))

/** Fifty clips in which nobody says anything. */
export function wordlessClips(): { readonly name: string; readonly samples: Float32Array }[] {
  const makers: Readonly<Record<string, (seconds: number, seed: number) => Float32Array>> = {
    silence: (seconds) => silence(seconds),
    'quiet noise': (seconds, seed) => louder(colouredNoise(seconds * SAMPLE_RATE, seed, 0), 0.01),
    'loud noise': (seconds, seed) => louder(colouredNoise(seconds * SAMPLE_RATE, seed, 0.3), 0.4),
    rumble: (seconds, seed) => louder(colouredNoise(seconds * SAMPLE_RATE, seed, 0.98), 3),
    music,
    'music, louder': (seconds, seed) => louder(music(seconds, seed), 2.5),
    breathing,
    'breathing, louder': (seconds, seed) => louder(breathing(seconds, seed), 2),
    typing: clicks,
    hum: (seconds, seed) => hum(seconds, 40 + 25 * seed),
  }
  return Object.entries(makers).flatMap(([name, make]) =>
    [1, 2, 3, 4, 5].map((seed) => ({ name, samples: make(seed * 2, seed) })),
  )
}

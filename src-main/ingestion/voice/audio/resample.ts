/** Zero crossings of the sinc on each side: its stop band is then below -60 dB, more than speech needs. */
const CROSSINGS = 16
/** Of the lower of the two Nyquist frequencies; above it the filter falls off. */
const ROLL_OFF = 0.92

export interface Resampler {
  /** Samples that can be told by now. */
  push(samples: Float32Array): Float32Array
  /** The rest, as if silence followed. */
  end(): Float32Array
}

/**
 * Changes the sample rate of a stream by a Hann-windowed sinc (J. O. Smith, "Digital Audio Resampling"), one filter for
 * each phase that the two rates can have to each other.
 */
export function createResampler(from: number, to: number): Resampler {
  if (from === to) return { push: (samples) => samples, end: () => new Float32Array(0) }
  const divisor = greatestCommon(from, to)
  const [up, down] = [to / divisor, from / divisor]
  const half = Math.ceil(CROSSINGS * Math.max(1, from / to))
  const phases = new Map<number, Float32Array>()
  const filterOf = (phase: number): Float32Array => {
    const kept = phases.get(phase) ?? phaseFilter(phase / up, half, (ROLL_OFF * Math.min(from, to)) / from)
    phases.set(phase, kept)
    return kept
  }
  /** Input that later output still needs, beginning with silence. */
  let held: Float32Array = new Float32Array(half)
  /** Where the next output lies within `held`, in whole input samples and `up`ths of one. */
  let at = half
  let phase = 0
  let received = 0
  let given = 0

  const produce = (most: number): Float32Array => {
    const out: number[] = []
    while (at + half < held.length && given < most) {
      const filter = filterOf(phase)
      let sum = 0
      for (let tap = 0; tap < filter.length; tap++)
        sum += (filter[tap] as number) * (held[at - half + 1 + tap] as number)
      out.push(sum)
      given++
      phase += down
      at += Math.floor(phase / up)
      phase %= up
    }
    const done = Math.max(0, Math.min(at - half, held.length))
    held = held.slice(done)
    at -= done
    return Float32Array.from(out)
  }
  const take = (samples: Float32Array) => {
    const joined = new Float32Array(held.length + samples.length)
    joined.set(held)
    joined.set(samples, held.length)
    held = joined
  }
  return {
    push: (samples) => {
      received += samples.length
      take(samples)
      return produce(Number.POSITIVE_INFINITY)
    },
    end: () => {
      take(new Float32Array(2 * half))
      return produce(Math.round((received * to) / from))
    },
  }
}

/** Taps from `half - 1` samples before to `half` after; `offset` is the output's place between two inputs, 0 to 1. */
function phaseFilter(offset: number, half: number, cutoff: number): Float32Array {
  const taps = Float32Array.from({ length: 2 * half }, (_, tap) => {
    const x = tap - (half - 1) - offset
    const window = Math.abs(x) < half ? 0.5 + 0.5 * Math.cos((Math.PI * x) / half) : 0
    const sinc = x === 0 ? 1 : Math.sin(Math.PI * cutoff * x) / (Math.PI * cutoff * x)
    return cutoff * sinc * window
  })
  // a constant stays what it is in every phase
  const sum = taps.reduce((total, tap) => total + tap, 0)
  return taps.map((tap) => tap / sum)
}

const greatestCommon = (a: number, b: number): number => (b === 0 ? a : greatestCommon(b, a % b))

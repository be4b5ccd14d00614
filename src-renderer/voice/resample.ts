/** Zero crossings of the filter on each side: more are sharper, and later. */
const CROSSINGS = 16

/**
 * Turns a stream of samples at one rate into one at another, by a windowed sinc filter
 * (https://ccrma.stanford.edu/~jos/resample/). Each call gives what can be said so far; the last 16 periods wait for
 * what comes after them. Both rates are whole numbers of samples per second.
 */
export function createResampler(from: number, to: number): (samples: Float32Array) => Float32Array {
  if (from === to) return (samples) => samples.slice()
  const divisor = greatestCommonDivisor(from, to)
  const [step, phases] = [from / divisor, to / divisor]
  const cutoff = Math.min(1, to / from)
  const half = Math.ceil(CROSSINGS / cutoff)
  const filters = Array.from({ length: phases }, (_, phase) => filterAt(phase / phases, half, cutoff))
  // input from `first` on; before the beginning there is silence
  let input = new Float32Array(half)
  let first = -half
  let made = 0

  return (samples) => {
    const joined = new Float32Array(input.length + samples.length)
    joined.set(input)
    joined.set(samples, input.length)
    const end = first + joined.length
    const output: number[] = []
    for (; ; made += 1) {
      const centre = Math.floor((made * step) / phases)
      if (centre + half >= end) break
      const filter = filters[(made * step) % phases] as Float32Array
      const start = centre - half + 1 - first
      let sum = 0
      for (let tap = 0; tap < filter.length; tap += 1)
        sum += (joined[start + tap] as number) * (filter[tap] as number)
      output.push(sum)
    }
    const keep = Math.max(0, Math.floor((made * step) / phases) - half + 1 - first)
    input = joined.slice(keep)
    first += keep
    return Float32Array.from(output)
  }
}

/** Weights of the `2 half` samples around a place `offset` after the one in the middle; together they are 1. */
function filterAt(offset: number, half: number, cutoff: number): Float32Array {
  const weights = Float32Array.from({ length: 2 * half }, (_, tap) => {
    const distance = tap - half + 1 - offset
    const window = 0.5 + 0.5 * Math.cos((Math.PI * distance) / half)
    return sinc(distance * cutoff) * window
  })
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => weight / sum)
}

const sinc = (x: number): number => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x))

const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? a : greatestCommonDivisor(b, a % b)

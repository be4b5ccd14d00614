/** Samples of a recording that are still needed. Places are counted from the recording's beginning. */
export interface AudioBuffer {
  /** Place after the last sample. */
  readonly end: number
  append(samples: Float32Array): void
  /** A copy; what is not there any more, or not yet, is silence. */
  slice(from: number, to: number): Float32Array
  /** Lets go of what lies before. */
  dropBefore(place: number): void
}

export function createAudioBuffer(): AudioBuffer {
  let pieces: { readonly at: number; readonly samples: Float32Array }[] = []
  let end = 0
  return {
    get end() {
      return end
    },
    append: (samples) => {
      if (samples.length === 0) return
      pieces.push({ at: end, samples: samples.slice() })
      end += samples.length
    },
    slice: (from, to) => {
      const copy = new Float32Array(Math.max(0, to - from))
      for (const { at, samples } of pieces) {
        const first = Math.max(from, at)
        const last = Math.min(to, at + samples.length)
        if (first < last) copy.set(samples.subarray(first - at, last - at), first - from)
      }
      return copy
    },
    dropBefore: (place) => {
      pieces = pieces.filter(({ at, samples }) => at + samples.length > place)
    },
  }
}

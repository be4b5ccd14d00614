/** The detector wants the end of the frame before in front of each frame. */
export const CONTEXT = 64
const STATE = 2 * 128

/** What the detector remembers of a recording: kept by whoever holds the recording, so that no thread is needed for it. */
export interface DetectorMemory {
  readonly state: Float32Array
  readonly context: Float32Array
}

export const freshDetector = (): DetectorMemory => ({
  state: new Float32Array(STATE),
  context: new Float32Array(CONTEXT),
})

export interface Detection {
  /** How likely each frame holds speech. */
  readonly probabilities: Float32Array
  readonly memory: DetectorMemory
}

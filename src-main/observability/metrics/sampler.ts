import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Beat, Clock } from '../../vocabulary/clock.ts'
import { bucketOf, emptyBuckets } from './buckets.ts'
import type { Sample } from './sample.ts'

export const SAMPLE_MS = 10_000
/** Samples of the last hour. */
const KEPT = 360
/** How often the event loop is looked at, in ms: often enough to see what keeps a person waiting, seldom enough to rest. */
const LOOP_RESOLUTION_MS = 500

/** Runs and questions as they stand. */
export interface QueueDepth {
  readonly queued: number
  readonly running: number
  readonly waiting: number
  readonly approvals: number
}

export interface Sampler {
  step(ms: number): void
  model(ms: number, tokens: { readonly inputTokens: number; readonly outputTokens: number }): void
  tool(ms: number): void
  /** Those of the last hour, oldest first. */
  samples(): readonly Sample[]
  stop(): void
}

export interface SamplerDeps {
  readonly clock: Clock
  readonly beat: Beat
  readonly depth: () => QueueDepth
  /** Told of each sample as it is taken. */
  readonly taken: (sample: Sample) => void
}

/** Takes a sample every ten seconds, and keeps those of the last hour. */
export function startSampler({ clock, beat, depth, taken }: SamplerDeps): Sampler {
  const loop = monitorEventLoopDelay({ resolution: LOOP_RESOLUTION_MS })
  loop.enable()
  const kept: Sample[] = []
  let since = nothingYet()
  const take = () => {
    const sample: Sample = {
      at: clock.now(),
      ...depth(),
      ...since,
      // its own rhythm is part of what it measures
      loopMs: Math.max(0, Math.round(loop.max / 1e6 - LOOP_RESOLUTION_MS) || 0),
      memoryBytes: process.memoryUsage.rss(),
    }
    loop.reset()
    since = nothingYet()
    kept.push(sample)
    if (kept.length > KEPT) kept.shift()
    taken(sample)
  }
  const rest = beat(SAMPLE_MS, take)
  return {
    step: (ms) => increase(since.step, ms),
    model: (ms, { inputTokens, outputTokens }) => {
      increase(since.model, ms)
      since.inputTokens += inputTokens
      since.outputTokens += outputTokens
    },
    tool: (ms) => increase(since.tool, ms),
    samples: () => kept,
    stop: () => {
      rest()
      loop.disable()
    },
  }
}

const nothingYet = () => ({
  step: emptyBuckets(),
  model: emptyBuckets(),
  tool: emptyBuckets(),
  inputTokens: 0,
  outputTokens: 0,
})

function increase(buckets: number[], ms: number): void {
  const index = bucketOf(ms)
  buckets[index] = (buckets[index] ?? 0) + 1
}

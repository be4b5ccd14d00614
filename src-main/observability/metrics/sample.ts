import { z } from 'zod'
import type { MetricPointView } from '../../../src-preload/contract.ts'
import { addBuckets, type Buckets, countOf, emptyBuckets, quantile } from './buckets.ts'

/** How it stood over a span of time, and what happened in it. Durations in ms. */
export interface Sample {
  /** When the span ended, in ms since 1970. */
  readonly at: number
  /** The most there were. */
  readonly queued: number
  readonly running: number
  readonly waiting: number
  readonly approvals: number
  readonly step: Buckets
  readonly model: Buckets
  readonly tool: Buckets
  readonly inputTokens: number
  readonly outputTokens: number
  /** The longest that the event loop was held up. */
  readonly loopMs: number
  readonly memoryBytes: number
}

const buckets = z.array(z.int().min(0))

/** As a sample is kept on the disk. */
export const sampleSchema: z.ZodType<Sample> = z.object({
  at: z.number(),
  queued: z.number(),
  running: z.number(),
  waiting: z.number(),
  approvals: z.number(),
  step: buckets,
  model: buckets,
  tool: buckets,
  inputTokens: z.number(),
  outputTokens: z.number(),
  loopMs: z.number(),
  memoryBytes: z.number(),
})

/** Several spans as one; `at` is that of the last. Undefined where there are none. */
export function joinSamples(samples: readonly Sample[]): Sample | undefined {
  const last = samples.at(-1)
  if (!last) return undefined
  const most = (of: (sample: Sample) => number) => Math.max(...samples.map(of))
  const sum = (of: (sample: Sample) => number) => samples.reduce((total, sample) => total + of(sample), 0)
  const all = (of: (sample: Sample) => Buckets) => samples.map(of).reduce(addBuckets, emptyBuckets())
  return {
    at: last.at,
    queued: most(({ queued }) => queued),
    running: most(({ running }) => running),
    waiting: most(({ waiting }) => waiting),
    approvals: most(({ approvals }) => approvals),
    step: all(({ step }) => step),
    model: all(({ model }) => model),
    tool: all(({ tool }) => tool),
    inputTokens: sum(({ inputTokens }) => inputTokens),
    outputTokens: sum(({ outputTokens }) => outputTokens),
    loopMs: most(({ loopMs }) => loopMs),
    memoryBytes: most(({ memoryBytes }) => memoryBytes),
  }
}

/** Whether there was anything to do in it. */
export const isBusy = ({ step, queued, running }: Sample): boolean =>
  countOf(step) > 0 || queued > 0 || running > 0

export const viewSample = (sample: Sample): MetricPointView => {
  const { step, model, tool, at, ...rest } = sample
  return {
    ...rest,
    at: new Date(at).toISOString(),
    ...latencies('step', step),
    ...latencies('model', model),
    ...latencies('tool', tool),
  } as MetricPointView
}

const latencies = (name: string, counts: Buckets) => {
  const p50 = quantile(counts, 0.5)
  const p95 = quantile(counts, 0.95)
  return p50 === undefined || p95 === undefined
    ? {}
    : { [`${name}P50`]: Math.round(p50 * 10) / 10, [`${name}P95`]: Math.round(p95 * 10) / 10 }
}

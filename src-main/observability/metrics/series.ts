import type { MetricSpan, MetricsView } from '../../../src-preload/contract.ts'
import { joinSamples, type Sample, viewSample } from './sample.ts'

const MINUTE_MS = 60_000
/** How far back each span goes, and how much of it makes one point. */
export const SPANS: Readonly<Record<MetricSpan, { readonly ms: number; readonly pointMs: number }>> = {
  hour: { ms: 60 * MINUTE_MS, pointMs: 10_000 },
  day: { ms: 24 * 60 * MINUTE_MS, pointMs: 5 * MINUTE_MS },
  week: { ms: 7 * 24 * 60 * MINUTE_MS, pointMs: 30 * MINUTE_MS },
}

/** Samples as the points of a chart, and as one for all of it. */
export function seriesOf(samples: readonly Sample[], span: MetricSpan, now: number): MetricsView {
  const { ms, pointMs } = SPANS[span]
  const within = samples.filter(({ at }) => at > now - ms)
  const points = new Map<number, Sample[]>()
  for (const sample of within) {
    const slot = Math.floor(sample.at / pointMs)
    points.set(slot, [...(points.get(slot) ?? []), sample])
  }
  const total = joinSamples(within)
  return {
    span,
    from: new Date(now - ms).toISOString(),
    to: new Date(now).toISOString(),
    points: [...points.values()].map((some) => viewSample(joinSamples(some) as Sample)),
    ...(total ? { total: viewSample(total) } : {}),
  }
}

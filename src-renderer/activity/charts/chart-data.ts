import type { MetricPointView, MetricSpan } from '../../../src-preload/contract.ts'

export type MetricName = Exclude<keyof MetricPointView, 'at'>

/** Times in s since 1970, then a row for each metric; null where nothing was measured. */
export type ChartData = [times: number[], ...rows: (number | null)[][]]

/** How far apart the points of a span are, in s. */
const POINT_S: Readonly<Record<MetricSpan, number>> = { hour: 10, day: 300, week: 1_800 }

/** The points as a chart takes them: where the agent did not run its lines break off. */
export function chartData(
  points: readonly MetricPointView[],
  metrics: readonly MetricName[],
  span: MetricSpan,
): ChartData {
  const times: number[] = []
  const rows: (number | null)[][] = metrics.map(() => [])
  for (const point of points) {
    const at = Date.parse(point.at) / 1_000
    const last = times.at(-1)
    if (last !== undefined && at - last > 2.5 * POINT_S[span]) {
      times.push(last + POINT_S[span])
      for (const row of rows) row.push(null)
    }
    times.push(at)
    metrics.forEach((metric, index) => {
      rows[index]?.push(point[metric] ?? null)
    })
  }
  return [times, ...rows]
}

/** Points in which at least one of the metrics has something to say. */
export const telling = (
  points: readonly MetricPointView[],
  metrics: readonly MetricName[],
): MetricPointView[] => points.filter((point) => metrics.some((metric) => (point[metric] ?? 0) > 0))

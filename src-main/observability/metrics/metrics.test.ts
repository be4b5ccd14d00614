import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../storage/database.ts'
import { temporaryFolder } from '../../testing/temporary-folder.ts'
import { bucketOf, emptyBuckets, quantile } from './buckets.ts'
import { createMinutes } from './minutes.ts'
import { createMetricRegistry } from './registry.ts'
import { joinSamples, type Sample } from './sample.ts'
import { seriesOf } from './series.ts'

const MINUTE = 60_000
const START = Date.parse('2026-03-01T09:00:00.000Z')

const took = (...ms: number[]) => {
  const buckets = emptyBuckets()
  for (const each of ms) buckets[bucketOf(each)] = (buckets[bucketOf(each)] ?? 0) + 1
  return buckets
}

const sample = (at: number, change: Partial<Sample> = {}): Sample => ({
  at,
  queued: 0,
  running: 0,
  waiting: 0,
  approvals: 0,
  step: emptyBuckets(),
  model: emptyBuckets(),
  tool: emptyBuckets(),
  inputTokens: 0,
  outputTokens: 0,
  loopMs: 0,
  memoryBytes: 1,
  ...change,
})

describe('a share of durations', () => {
  it.each([
    ['nothing happened', [], 0.95, undefined],
    ['one duration, to its bucket', [7], 0.5, 7.5],
    ['the half of many', Array(100).fill(40), 0.5, 37.5],
    ['the slow ones', [...Array(90).fill(4), ...Array(10).fill(900)], 0.95, 750],
    ['beyond all buckets counts as the last end', [999_999], 0.5, 120_000],
  ] as const)('%s', (_what, durations, share, expected) => {
    expect(quantile(took(...durations), share)).toEqual(expected)
  })
})

describe('samples together', () => {
  it('have the most of what stands, and the sum of what happened', () => {
    const joined = joinSamples([
      sample(START, { queued: 2, step: took(3), inputTokens: 10 }),
      sample(START + 1, { queued: 1, step: took(3, 70), inputTokens: 5, loopMs: 90 }),
    ])
    expect(joined).toMatchObject({ at: START + 1, queued: 2, inputTokens: 15, loopMs: 90 })
    expect(joined?.step).toEqual(took(3, 3, 70))
  })

  it('come out as points of the span, gaps left out, and one for all', () => {
    const samples = [0, 1, 2, 60 * 23].map((minute) =>
      sample(START + minute * MINUTE, { tool: took(20), outputTokens: 1 }),
    )
    const now = START + 24 * 60 * MINUTE - 1
    const day = seriesOf(samples, 'day', now)
    expect(day.points).toHaveLength(2)
    expect(day.total).toMatchObject({ outputTokens: 4, toolP50: 17.5 })
    expect(day.points[0]).not.toHaveProperty('modelP50')
    expect(seriesOf(samples, 'hour', now).points).toHaveLength(1)
  })
})

describe('minutes on the disk', () => {
  const open = (path = join(temporaryFolder(), 'a.sqlite')) => ({ path, db: openDatabase(path) })

  it('are there after a restart, and read before they are written', () => {
    const { path, db } = open()
    const minutes = createMinutes(db)
    minutes.add(sample(START, { running: 1 }))
    minutes.add(sample(START + MINUTE))
    expect(minutes.since(START)).toHaveLength(2)
    minutes.flush()
    db.close()
    const later = createMinutes(open(path).db)
    expect(later.since(START).map(({ running }) => running)).toEqual([1, 0])
  })

  it('in which nothing happened wait for others', () => {
    const { db } = open()
    const rows = () => db.prepare('SELECT count(*) FROM metric_minutes').pluck().get()
    const minutes = createMinutes(db)
    for (let minute = 0; minute < 6; minute += 1) minutes.add(sample(START + minute * MINUTE))
    expect(rows()).toBe(0)
    minutes.add(sample(START + 6 * MINUTE, { step: took(1) }))
    minutes.add(sample(START + 7 * MINUTE))
    expect(rows()).toBe(7)
  })

  it('are kept for seven days', () => {
    const { db } = open()
    const minutes = createMinutes(db)
    minutes.add(sample(START))
    minutes.flush()
    minutes.add(sample(START + 8 * 24 * 60 * MINUTE))
    minutes.flush()
    expect(minutes.since(0)).toHaveLength(1)
  })
})

describe('numbers for Prometheus', () => {
  it('are counters, gauges, and histograms in seconds whose buckets add up', () => {
    const metrics = createMetricRegistry()
    metrics.count('calls_total', 'Calls.', 2, { tool: 'a"b\\' })
    metrics.gauge('depth', 'Depth.', 3)
    metrics.observe('seconds', 'Durations.', 30, { tool: 'x' })
    metrics.observe('seconds', 'Durations.', 700_000, { tool: 'x' })
    const text = metrics.render()
    expect(text).toContain('calls_total{tool="a\\"b\\\\"} 2\n')
    expect(text).toContain('# TYPE depth gauge\ndepth 3\n')
    expect(text).toContain('seconds_bucket{tool="x",le="0.025"} 0\n')
    expect(text).toContain('seconds_bucket{tool="x",le="0.05"} 1\n')
    expect(text).toContain('seconds_bucket{tool="x",le="120"} 1\n')
    expect(text).toContain('seconds_bucket{tool="x",le="+Inf"} 2\n')
    expect(text).toContain('seconds_sum{tool="x"} 700.03\nseconds_count{tool="x"} 2\n')
  })

  it('do not grow without end where names are made up', () => {
    const metrics = createMetricRegistry()
    for (let name = 0; name < 1_000; name += 1)
      metrics.count('calls_total', 'Calls.', 1, { tool: `t${name}` })
    const lines = metrics.render().trim().split('\n')
    expect(lines.length).toBeLessThan(310)
    expect(lines).toContain('calls_total{tool="other"} 700')
  })
})

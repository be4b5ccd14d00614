import { describe, expect, it } from 'vitest'
import type { MetricPointView } from '../../../src-preload/contract.ts'
import { chartData, telling } from './chart-data.ts'

const point = (second: number, change: Partial<MetricPointView> = {}): MetricPointView => ({
  at: new Date(second * 1_000).toISOString(),
  queued: 0,
  running: 0,
  waiting: 0,
  approvals: 0,
  inputTokens: 0,
  outputTokens: 0,
  loopMs: 0,
  memoryBytes: 1,
  ...change,
})

describe('the lines of a chart', () => {
  it('have a value at each time, or none where nothing was measured', () => {
    const points = [point(100, { stepP50: 3 }), point(110)]
    expect(chartData(points, ['stepP50', 'queued'], 'hour')).toEqual([
      [100, 110],
      [3, null],
      [0, 0],
    ])
  })

  it('break off where the agent did not run', () => {
    expect(chartData([point(100), point(110), point(500)], ['queued'], 'hour')).toEqual([
      [100, 110, 120, 500],
      [0, 0, null, 0],
    ])
  })
})

it('a table of them leaves out times at which there was nothing', () => {
  expect(telling([point(1), point(2, { queued: 1 })], ['queued', 'running'])).toHaveLength(1)
})

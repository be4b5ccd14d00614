import { describe, expect, it } from 'vitest'
import type { AlertView } from '../../../src-preload/contract.ts'
import { emptyBuckets } from '../metrics/buckets.ts'
import { type AlertLimits, createAlerts } from './alerts.ts'

const LIMITS: AlertLimits = {
  queueDepth: 10,
  pendingApprovals: 0,
  stepMs: 0,
  modelMs: 0,
  toolMs: 0,
  loopDelayMs: 0,
}

/** A sample every ten seconds with so many runs queued; what was said, and when. */
function alertsOf(queued: readonly number[], limits = LIMITS) {
  const said: [number, boolean, AlertView][] = []
  let index = 0
  const alerts = createAlerts(
    () => limits,
    (alert, holds) => said.push([index, holds, alert]),
  )
  for (const each of queued) {
    alerts.take({
      at: index * 10_000,
      queued: each,
      running: 0,
      waiting: 0,
      approvals: 50,
      step: emptyBuckets(),
      model: emptyBuckets(),
      tool: emptyBuckets(),
      inputTokens: 0,
      outputTokens: 0,
      loopMs: 0,
      memoryBytes: 0,
    })
    index += 1
  }
  return { said: said.map(([at, holds]) => [at, holds]), raised: alerts.raised(), alerts: said }
}

describe('an alert', () => {
  it('is said once, and is over once it has stayed well below its limit for a minute', () => {
    const { said, alerts } = alertsOf([0, 12, 12, 12, 12, 1, 1, 1, 1, 1, 1, 1])
    expect(said).toEqual([
      [2, true],
      [10, false],
    ])
    expect(alerts[0]?.[2]).toMatchObject({ metric: 'queueDepth', value: 12, limit: 10 })
    expect(alerts[1]?.[2]).toHaveProperty('endedAt')
  })

  it.each([
    ['a moment is none', [0, 12, 0, 12, 0, 12], [], 0],
    ['what swings about its limit stays one', [12, 12, 9, 12, 9, 9, 9, 9, 9, 12], [[1, true]], 1],
    ['what holds is among those that hold', [12, 12], [[1, true]], 1],
  ])('%s', (_what, queued, said, raised) => {
    const outcome = alertsOf(queued)
    expect(outcome.said).toEqual(said)
    expect(outcome.raised).toHaveLength(raised)
  })

  it('is off where its limit is 0', () => {
    expect(alertsOf([99, 99, 99], { ...LIMITS, queueDepth: 0 }).said).toEqual([])
  })
})

import type { AlertMetric, AlertView } from '../../../src-preload/contract.ts'
import { quantile } from '../metrics/buckets.ts'
import { joinSamples, type Sample } from '../metrics/sample.ts'

/** From which value on it is worth a word, by what is measured; 0: never. Latencies are 95th percentiles in ms. */
export type AlertLimits = Readonly<Record<AlertMetric, number>>

/** Samples that are looked at together: the last minute. */
const WINDOW = 6
/** Samples in a row above the limit until it is said: a moment is no state. */
const RAISED_AFTER = 2
/** It is over when it has stayed below this share of the limit for a whole window. */
const CLEAR_SHARE = 0.8

export interface Alerts {
  /** Those that hold now. */
  raised(): AlertView[]
  take(sample: Sample): void
}

interface Standing {
  above: number
  below: number
  alert?: AlertView | undefined
}

/** Says once when something is above its limit, and once when that is over. */
export function createAlerts(
  limits: () => AlertLimits,
  changed: (alert: AlertView, holds: boolean) => void,
): Alerts {
  const recent: Sample[] = []
  const standings = new Map<AlertMetric, Standing>()

  const judge = (metric: AlertMetric, limit: number, value: number, at: string) => {
    const standing = standings.get(metric) ?? { above: 0, below: 0 }
    standings.set(metric, standing)
    standing.above = limit > 0 && value >= limit ? standing.above + 1 : 0
    standing.below = limit === 0 || value < limit * CLEAR_SHARE ? standing.below + 1 : 0
    if (!standing.alert && standing.above >= RAISED_AFTER) {
      standing.alert = { metric, value, limit, since: at }
      changed(standing.alert, true)
    } else if (standing.alert && standing.below >= WINDOW) {
      const over = { ...standing.alert, value, endedAt: at }
      standing.alert = undefined
      changed(over, false)
    }
  }

  return {
    raised: () => [...standings.values()].flatMap(({ alert }) => alert ?? []),
    take: (sample) => {
      recent.push(sample)
      if (recent.length > WINDOW) recent.shift()
      const at = new Date(sample.at).toISOString()
      const values = measured(sample, joinSamples(recent) as Sample)
      for (const [metric, limit] of Object.entries(limits()) as [AlertMetric, number][])
        judge(metric, limit, values[metric], at)
    },
  }
}

const measured = (now: Sample, window: Sample): Readonly<Record<AlertMetric, number>> => ({
  queueDepth: now.queued + now.running,
  pendingApprovals: now.approvals,
  stepMs: Math.round(quantile(window.step, 0.95) ?? 0),
  modelMs: Math.round(quantile(window.model, 0.95) ?? 0),
  toolMs: Math.round(quantile(window.tool, 0.95) ?? 0),
  loopDelayMs: now.loopMs,
})

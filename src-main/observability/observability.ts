import { join } from 'node:path'
import type { AgentEvent, ConnectionView, HappeningKind } from '../../src-preload/contract.ts'
import type { Fact } from '../state/facts.ts'
import type { RunState } from '../state/run-state.ts'
import type { Database } from '../storage/database.ts'
import { type Beat, type Clock, systemBeat } from '../vocabulary/clock.ts'
import { createHappenings } from './activity/happenings.ts'
import { type AlertLimits, type Alerts, createAlerts } from './alerts/alerts.ts'
import type { LoggedFields } from './log/allowed-fields.ts'
import { failureFields } from './log/failure-fields.ts'
import type { Log, LogLevel, LogPart } from './log/log.ts'
import { readLog } from './log/read-log.ts'
import { createMinutes } from './metrics/minutes.ts'
import { createMetricRegistry } from './metrics/registry.ts'
import { SAMPLE_MS, startSampler } from './metrics/sampler.ts'
import { SPANS, seriesOf } from './metrics/series.ts'
import { createQueueDepth } from './queue-depth.ts'
import { watchEvents } from './watch-events.ts'
import { type ModelOutcome, watchRuns } from './watch-runs.ts'
import { watchServers } from './watch-servers.ts'

export interface ObservabilityOptions {
  readonly home: string
  readonly version: string
  readonly host: string
  readonly db: Database
  readonly clock: Clock
  /** When samples are taken. */
  readonly beat?: Beat | undefined
  readonly log: Log
  readonly settings: () => { readonly level: LogLevel; readonly alerts: AlertLimits }
  readonly isTool: (name: string) => boolean
  readonly emit: (event: AgentEvent) => void
  /** Told of what went wrong beside the log. */
  readonly report: (what: string, error: unknown) => void
}

/** How the agent does, for whoever asks: a log, numbers, and alerts. Nothing here holds up or stops the agent. */
export interface Observability {
  readonly log: Log
  /** For what went wrong where nobody waits for an answer: `what` is the program's own words, with ids at most. */
  reporter(part: LogPart): (what: string, error: unknown) => void
  committed(run: RunState, facts: readonly Fact[], stepMs: number): void
  heard(event: AgentEvent): void
  /** Paths of settings that were changed, never their values. */
  settingsChanged(paths: readonly string[]): void
  happened(kind: HappeningKind, detail?: LoggedFields): void
  /** How each tool server stands now. */
  servers(states: readonly ConnectionView['state'][]): void
  lastModelCall(): ModelOutcome | undefined
  readonly alerts: Alerts
  readonly methods: ObservabilityMethods
  close(): void
}

const SAID: Readonly<Record<HappeningKind, string>> = {
  started: 'started',
  stopped: 'stopped',
  crashed: 'the process before this one did not end in order',
  paused: 'everything is paused',
  resumed: 'everything goes on',
  'settings-changed': 'settings were changed',
  'schedule-fired': 'a schedule or reminder fires',
  alert: 'above its limit',
  'alert-over': 'below its limit again',
  'backed-up': 'a backup was made',
  'safe-mode': 'safe mode',
}

export type ObservabilityMethods = ReturnType<typeof createMethods>

export const logFolder = (home: string): string => join(home, 'logs')

/** Begins to watch. The log says that the agent has started, with its version and what it runs on. */
export function openObservability(options: ObservabilityOptions): Observability {
  const { db, clock, log, settings, beat = systemBeat } = options
  const reporter = (part: LogPart) => (what: string, error: unknown) => {
    options.report(what, error)
    log.write('error', part, what, failureFields(error))
  }
  const metrics = createMetricRegistry()
  const happenings = createHappenings(db, clock, (error) =>
    log.write('warn', 'storage', 'what happened could not be kept', failureFields(error)),
  )
  const minutes = createMinutes(db)
  const depth = createQueueDepth(db)
  const alerts = createAlerts(
    () => settings().alerts,
    (alert, holds) => {
      const { metric, value, limit } = alert
      log.write(holds ? 'warn' : 'info', 'alerts', holds ? 'above its limit' : 'below its limit again', {
        metric,
        value,
        limit,
      })
      happenings.add(holds ? 'alert' : 'alert-over', { metric, value, limit })
      options.emit({ type: 'alert.changed', alert })
    },
  )
  const sampler = startSampler({
    clock,
    beat,
    depth,
    taken: (sample) => {
      try {
        minutes.add(sample)
        alerts.take(sample)
      } catch (error) {
        log.write('warn', 'storage', 'metrics could not be kept', failureFields(error))
      }
    },
  })
  const runs = watchRuns({ log, metrics, sampler, isTool: options.isTool })
  const begin = {
    version: options.version,
    runtime: process.versions.electron
      ? `electron-${process.versions.electron}`
      : `node-${process.versions.node}`,
    system: `${process.platform}-${process.arch}`,
    host: options.host,
  }
  if (happenings.brokenOff()) {
    log.write('warn', 'agent', SAID.crashed)
    happenings.add('crashed')
  }
  log.write('info', 'agent', 'started', { ...begin, process: process.pid })
  happenings.add('started', begin)

  return {
    log,
    reporter,
    alerts,
    committed: runs.committed,
    lastModelCall: runs.lastModelCall,
    servers: watchServers(log),
    heard: watchEvents(log, happenings),
    happened: (kind, detail) => {
      log.write('info', 'agent', SAID[kind], detail)
      happenings.add(kind, detail)
    },
    settingsChanged: (paths) => {
      log.setLevel(settings().level)
      log.write('info', 'settings', 'settings were changed', { settings: paths })
      happenings.add('settings-changed', { settings: paths })
    },
    methods: createMethods({ ...options, metrics, minutes, sampler, depth, alerts, startedAt: clock.now() }),
    close: () => {
      sampler.stop()
      try {
        minutes.flush()
      } catch (error) {
        log.write('warn', 'storage', 'metrics could not be kept', failureFields(error))
      }
      happenings.add('stopped')
      log.write('info', 'agent', 'stopped')
      log.close()
    },
  }
}

interface MethodDeps extends Pick<ObservabilityOptions, 'home' | 'version' | 'host' | 'clock'> {
  readonly metrics: ReturnType<typeof createMetricRegistry>
  readonly minutes: ReturnType<typeof createMinutes>
  readonly sampler: ReturnType<typeof startSampler>
  readonly depth: ReturnType<typeof createQueueDepth>
  readonly alerts: Alerts
  readonly startedAt: number
}

function createMethods({
  home,
  version,
  host,
  clock,
  metrics,
  minutes,
  sampler,
  depth,
  alerts,
  startedAt,
}: MethodDeps) {
  return {
    'diagnostics.log': (query: Parameters<typeof readLog>[1]) => readLog(logFolder(home), query),
    'diagnostics.metrics': ({ span }: { span: keyof typeof SPANS }) => {
      const now = clock.now()
      const recent = span === 'hour' ? sampler.samples() : []
      const first = (recent[0]?.at ?? Number.POSITIVE_INFINITY) - SAMPLE_MS
      const before = minutes.since(now - SPANS[span].ms).filter(({ at }) => at <= first)
      return seriesOf([...before, ...recent], span, now)
    },
    'diagnostics.alerts': () => alerts.raised(),
    'diagnostics.prometheus': () => {
      const { queued, running, waiting, approvals } = depth()
      metrics.gauge('adjutant_info', 'Version and host.', 1, { version, host })
      for (const [status, value] of Object.entries({ queued, running, waiting }))
        metrics.gauge('adjutant_runs', 'Runs that have not ended, by status.', value, { status })
      metrics.gauge('adjutant_approvals_pending', 'Questions that wait for the operator.', approvals)
      for (const metric of alerts.raised().map((alert) => alert.metric))
        metrics.gauge('adjutant_alert', 'Whether a limit is exceeded.', 1, { metric })
      const loopMs = sampler.samples().at(-1)?.loopMs ?? 0
      metrics.gauge('adjutant_event_loop_delay_seconds', 'Longest delay lately.', loopMs / 1_000)
      metrics.gauge('process_start_time_seconds', 'When the agent started, since 1970.', startedAt / 1_000)
      metrics.gauge('process_resident_memory_bytes', 'Memory of the process.', process.memoryUsage.rss())
      return { text: metrics.render() }
    },
  }
}

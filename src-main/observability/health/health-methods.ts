import { release } from 'node:os'
import { join } from 'node:path'
import type { HealthPartView, HealthView, HostView, SettingsView } from '../../../src-preload/contract.ts'
import type { ObservabilityMethods } from '../observability.ts'
import { logFolder } from '../observability.ts'
import { makeBundle } from './make-bundle.ts'
import { type HealthSources, readHealth } from './read-health.ts'

export interface HealthMethodsDeps extends Omit<HealthSources, 'settings'> {
  readonly host: HostView['host']
  readonly version: string
  readonly settings: () => SettingsView
  readonly methods: ObservabilityMethods
  readonly isOwnTool: (name: string) => boolean
}

/** Lines of the log in a bundle. */
const LOG_LINES = 500

const WORST: readonly HealthPartView['state'][] = ['failed', 'warn', 'ok', 'off']

/** How the agent is, for the Diagnostics pane and for reports of faults. */
export function createHealthMethods(deps: HealthMethodsDeps) {
  const { home, db, clock, host, version, settings, methods, backups } = deps
  const health = async (): Promise<HealthView> => {
    const parts = await readHealth(deps)
    const { electron, chrome, node } = process.versions
    return {
      at: new Date(clock.now()).toISOString(),
      state: WORST.find((state) => parts.some((part) => part.state === state)) ?? 'ok',
      host,
      parts,
      versions: {
        adjutant: version,
        ...(electron ? { electron } : {}),
        ...(chrome ? { chrome } : {}),
        node,
        sqlite: db.prepare('SELECT sqlite_version()').pluck().get() as string,
        system: `${process.platform} ${process.arch} ${release()}`,
      },
      paths: {
        data: home,
        settings: settings().file,
        log: join(logFolder(home), 'adjutant.log'),
        backups: backups().folder,
      },
    }
  }
  return {
    'diagnostics.health': health,
    'diagnostics.bundle': async () =>
      makeBundle({
        health: await health(),
        settings: settings(),
        log: await methods['diagnostics.log']({ limit: LOG_LINES }),
        metrics: (['hour', 'day', 'week'] as const).map((span) => methods['diagnostics.metrics']({ span })),
        alerts: methods['diagnostics.alerts'](),
        backups: backups(),
        isOwnTool: deps.isOwnTool,
      }),
  }
}

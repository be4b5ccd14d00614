import type {
  AlertView,
  BackupsView,
  BundleView,
  HealthView,
  LogView,
  MetricsView,
  SettingsView,
} from '../../../src-preload/contract.ts'

export interface BundleParts {
  readonly health: HealthView
  readonly settings: SettingsView
  readonly log: LogView
  readonly metrics: readonly MetricsView[]
  readonly alerts: readonly AlertView[]
  readonly backups: BackupsView
  /** Tools of servers bear names that their operator gave. */
  readonly isOwnTool: (name: string) => boolean
}

/** Settings whose words are choices among a few, and so tell nothing of anybody. */
const CHOICES: readonly string[] = [
  'model.provider',
  'memory.embedder.provider',
  'memory.store.kind',
  'voice.transcriber.provider',
  'voice.transcriber.model',
  'voice.language',
  'voice.sendAfterMs',
  'voice.key',
  'voice.globalKey',
  'ui.theme',
  'ui.language',
  'ui.quickKey',
  'ui.quietHours',
  'log.level',
]

/**
 * What helps whoever looks for a fault, as one JSON text that a person reads before it is given away: no contents, no
 * secrets, no paths, no names, no addresses. What is not known to be harmless is left out.
 */
export function makeBundle({
  health,
  settings,
  log,
  metrics,
  alerts,
  backups,
  isOwnTool,
}: BundleParts): BundleView {
  const bundle = {
    made: health.at,
    versions: health.versions,
    host: health.host,
    health: health.parts.map(({ part, state, word, values }) => ({
      part,
      state,
      word,
      ...numbersOf(values),
    })),
    settings: redacted(settings),
    alerts,
    backups: { days: backups.days, ...(backups.problem ? { problem: backups.problem } : {}) },
    metrics: Object.fromEntries(metrics.map(({ span, total }) => [span, total ?? null])),
    log: log.lines.map(({ fields, ...line }) => {
      const foreign = typeof fields.tool === 'string' && !isOwnTool(fields.tool)
      return { ...line, ...fields, ...(foreign ? { tool: 'tool-of-a-server' } : {}) }
    }),
  }
  const name = `adjutant-diagnostics-${health.at.slice(0, 19).replaceAll(':', '-')}.json`
  return { name, text: `${JSON.stringify(bundle, null, 2)}\n` }
}

const numbersOf = (values: Readonly<Record<string, string | number>>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => typeof value === 'number'))

/** Yes, no, numbers and choices as they are; of words only that there are some, of lists how long they are. */
export function redacted(settings: SettingsView): Readonly<Record<string, unknown>> {
  const { file: _file, fixed, set: _set, secrets: _secrets, timeZone: _zone, ...groups } = settings
  const walk = (value: unknown, path: string): [string, unknown][] => {
    if (Array.isArray(value)) return [[path, `${value.length} entries`]]
    if (typeof value === 'object' && value !== null && /^\w+(\.(embedder|store|transcriber))?$|^$/.test(path))
      return Object.entries(value).flatMap(([key, inner]) =>
        walk(inner, path === '' ? key : `${path}.${key}`),
      )
    if (typeof value === 'object' && value !== null) return [[path, `${Object.keys(value).length} entries`]]
    if (typeof value === 'string' && !CHOICES.includes(path)) return [[path, value === '' ? '' : '(set)']]
    return [[path, value]]
  }
  return { ...Object.fromEntries(walk(groups, '')), fixedByEnvironment: Object.keys(fixed) }
}

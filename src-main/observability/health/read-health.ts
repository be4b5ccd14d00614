import { statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type {
  BackupsView,
  ConnectionView,
  HealthPartView,
  MemoryStatusView,
  SettingsView,
  SpeechModelView,
} from '../../../src-preload/contract.ts'
import type { Database } from '../../storage/database.ts'
import type { Clock } from '../../vocabulary/clock.ts'
import type { Alerts } from '../alerts/alerts.ts'
import type { ModelOutcome } from '../watch-runs.ts'
import { say } from './sentences.ts'

export interface HealthSources {
  readonly home: string
  readonly db: Database
  readonly clock: Clock
  readonly safeMode: boolean
  /** Whether secrets are encrypted. */
  readonly sealed: () => boolean
  readonly settings: () => Pick<SettingsView, 'model' | 'voice'>
  readonly memory: () => Promise<MemoryStatusView>
  readonly speechModels: () => SpeechModelView[] | Promise<SpeechModelView[]>
  /** How each tool server that is set stands. */
  readonly servers: () => readonly ConnectionView['state'][]
  readonly backups: () => BackupsView
  readonly lastModelCall: () => ModelOutcome | undefined
  readonly alerts: Pick<Alerts, 'raised'>
}

const DAY_MS = 24 * 3_600_000
/** A timer that is so late, in ms, does not come any more. */
const LATE_MS = 5 * 60_000
const SHORT_BYTES = 1e9
const FULL_BYTES = 100e6

/** How each part is, in the order in which they are shown. Looks at everything afresh, and throws nothing. */
export async function readHealth(from: HealthSources): Promise<HealthPartView[]> {
  return [
    say('database', 'ok', 'database-ok', { bytes: sizeOf(from.home, 'adjutant.sqlite') }),
    ...(await memoryParts(from)),
    await speech(from),
    model(from),
    servers(from),
    scheduler(from),
    say('owner', 'ok', 'owner-ok', { process: process.pid }),
    from.sealed() ? say('keychain', 'ok', 'keychain-ok') : say('keychain', 'warn', 'keychain-plain'),
    await disk(from.home),
    backup(from),
    load(from),
  ]
}

async function memoryParts({ memory }: HealthSources): Promise<HealthPartView[]> {
  const status = await memory().catch(() => undefined)
  if (!status) return [say('memory', 'failed', 'memory-failed')]
  const { rows, pending, embedder, store, problem } = status
  const waiting = pending > 0
  return [
    say('memory', waiting ? 'warn' : 'ok', waiting ? 'memory-pending' : 'memory-ok', { rows, pending }),
    problem !== undefined
      ? say('meaning', 'warn', 'meaning-problem')
      : embedder
        ? say('meaning', 'ok', 'meaning-ok', { embedder: embedder.id, store })
        : say('meaning', 'ok', 'meaning-unused'),
  ]
}

async function speech({ settings, speechModels }: HealthSources): Promise<HealthPartView> {
  const { provider, model } = settings().voice.transcriber
  if (provider !== 'bundled') return say('speech', 'ok', 'speech-remote')
  const found = (await speechModels()).find(({ name }) => name === model)
  const there = found?.state === 'bundled' || found?.state === 'ready'
  return say('speech', there ? 'ok' : 'warn', there ? 'speech-ok' : 'speech-absent', {
    model: found?.label ?? model,
  })
}

function model({ settings, safeMode, lastModelCall }: HealthSources): HealthPartView {
  const { provider, name } = settings().model
  if (provider === 'offline' || safeMode) return say('model', 'ok', 'model-offline')
  const last = lastModelCall()
  if (!last) return say('model', 'ok', 'model-unused', { provider: name })
  return last.code === undefined
    ? say('model', 'ok', 'model-ok', { provider: name })
    : say('model', 'failed', 'model-failed', { code: last.code })
}

function servers({ servers, safeMode }: HealthSources): HealthPartView {
  const states = servers().filter((state) => state !== 'off')
  if (states.length === 0) return say('servers', 'off', 'servers-none')
  if (safeMode) return say('servers', 'off', 'servers-off')
  const failing = states.filter((state) => state === 'waiting' || state === 'broken').length
  return failing > 0
    ? say('servers', 'warn', 'servers-failing', { failing })
    : say('servers', 'ok', 'servers-ok', { count: states.filter((state) => state === 'ready').length })
}

function scheduler({ db, clock, safeMode }: HealthSources): HealthPartView {
  if (safeMode) return say('scheduler', 'off', 'scheduler-off')
  const { count, at } = db
    .prepare(
      `SELECT count(*) AS count, min(next_at) AS at FROM schedules WHERE status = 'active' AND paused_at IS NULL`,
    )
    .get() as { count: number; at: string | null }
  if (count === 0 || at === null) return say('scheduler', 'ok', 'scheduler-idle')
  const late = clock.now() - Date.parse(at) > LATE_MS
  return say('scheduler', late ? 'failed' : 'ok', late ? 'scheduler-late' : 'scheduler-ok', { count, at })
}

async function disk(home: string): Promise<HealthPartView> {
  const { bavail, bsize } = await statfs(home)
  const free = bavail * bsize
  if (free < FULL_BYTES) return say('disk', 'failed', 'disk-full', { free })
  return say('disk', free < SHORT_BYTES ? 'warn' : 'ok', free < SHORT_BYTES ? 'disk-short' : 'disk-ok', {
    free,
  })
}

function backup({ backups, clock }: HealthSources): HealthPartView {
  const { days, problem } = backups()
  if (problem) {
    const word = problem.code === 'no-room' ? 'backup-no-room' : 'backup-failed'
    return say('backup', 'warn', word, { at: problem.at })
  }
  const last = days[0]
  if (!last) return say('backup', 'ok', 'backup-none')
  const late = clock.now() - Date.parse(last.at) > 2 * DAY_MS
  return say('backup', late ? 'warn' : 'ok', late ? 'backup-late' : 'backup-ok', {
    at: last.at,
    bytes: last.bytes,
    count: days.length,
  })
}

function load({ alerts }: HealthSources): HealthPartView {
  const count = alerts.raised().length
  return count === 0 ? say('load', 'ok', 'load-ok') : say('load', 'warn', 'load-alerts', { count })
}

const sizeOf = (home: string, name: string): number =>
  ['', '-wal'].reduce(
    (sum, ending) => sum + (statSync(join(home, `${name}${ending}`), { throwIfNoEntry: false })?.size ?? 0),
    0,
  )

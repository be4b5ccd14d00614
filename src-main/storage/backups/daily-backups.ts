import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Beat, Clock } from '../../vocabulary/clock.ts'
import { StorageError } from '../../vocabulary/errors.ts'
import { threadFile } from '../../vocabulary/thread-file.ts'
import type { BackupJob } from './copy-verified.ts'

const DAY_MS = 24 * 3_600_000
const CHECK_MS = 60_000
/** After one that failed, or found no room. */
const AGAIN_MS = 3_600_000
const KEPT = 7
/** Room that is left to others on the disk, in bytes. */
const SPARE_BYTES = 200_000_000
/** Every copy that is ours, those that were made before a migration too. */
const OURS = /^((adjutant|memory)-(daily|schema)-|schema-).*\.sqlite$/
const DAILY = /^(adjutant|memory)-daily-(\d{4}-\d\d-\d\d)\.sqlite$/

const WORKER = threadFile('backup-worker', import.meta.url)

export interface BackupState {
  readonly folder: string
  /** Days that are kept, the latest first, with what their copies take. */
  readonly days: readonly { readonly day: string; readonly at: string; readonly bytes: number }[]
  /** Why the last one was not made. */
  readonly problem?: { readonly code: 'no-room' | 'failed'; readonly at: string }
}

export interface DailyBackups {
  /** Makes today's copies now, in place of those there are. Throws StorageError 'no-room', or what went wrong. */
  make(): Promise<BackupState>
  /** Something was erased: copies that still hold it are deleted at once, and others made soon. */
  erased(): void
  state(): BackupState
  close(): Promise<void>
}

export interface DailyBackupsOptions {
  readonly home: string
  readonly clock: Clock
  readonly beat: Beat
  readonly nativeBinding?: string | undefined
  /** False: none is made unless it is asked for. */
  readonly byItself?: boolean
  /** Free bytes of the disk; a test's own. */
  readonly room?: (folder: string) => Promise<number>
  /** Copies one database; gives the copy's size. */
  readonly copy?: (job: BackupJob) => Promise<number>
  readonly made: (bytes: number) => void
  readonly report: (what: string, error: unknown) => void
}

/** A verified copy of each database every day, made in a thread of its own; the last seven days are kept. */
export function keepDailyBackups(options: DailyBackupsOptions): DailyBackups {
  const { home, clock, nativeBinding, room = freeBytes, copy = inThread, report } = options
  const folder = join(home, 'backups')
  let problem: BackupState['problem']
  let triedAt = Number.NEGATIVE_INFINITY
  let erasures = 0
  let wanted = false
  let working: Promise<unknown> = Promise.resolve()
  let busy = false
  let closed = false

  const sources = () =>
    ['adjutant.sqlite', 'memory.sqlite'].map((name) => join(home, name)).filter((path) => existsSync(path))
  const list = () => (existsSync(folder) ? readdirSync(folder) : [])
  const state = (): BackupState => {
    const days = new Map<string, { at: string; bytes: number }>()
    for (const name of list()) {
      const day = DAILY.exec(name)?.[2]
      if (day === undefined) continue
      const { size, mtime } = statSync(join(folder, name))
      const before = days.get(day)
      days.set(day, { at: mtime.toISOString(), bytes: size + (before?.bytes ?? 0) })
    }
    return {
      folder,
      days: [...days].map(([day, of]) => ({ day, ...of })).sort((a, b) => b.day.localeCompare(a.day)),
      ...(problem ? { problem } : {}),
    }
  }

  const copyAll = async (): Promise<void> => {
    const needed = sources().reduce((sum, path) => sum + statSync(path).size, 0)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if ((await room(folder)) < needed + SPARE_BYTES) {
      throw new StorageError('no-room', `There is no room for a backup in ${folder}`, {
        fix: 'Make room on the disk; the next one is made by itself.',
      })
    }
    const day = new Date(clock.now()).toISOString().slice(0, 10)
    for (;;) {
      const before = erasures
      let bytes = 0
      const made: string[] = []
      for (const from of sources()) {
        const to = join(folder, `${basename(from, '.sqlite')}-daily-${day}.sqlite`)
        bytes += await copy({ from, to, ...(nativeBinding === undefined ? {} : { nativeBinding }) })
        made.push(to)
      }
      if (erasures === before) {
        wanted = false
        options.made(bytes)
        return prune()
      }
      // it may hold what was erased meanwhile
      for (const path of made) rmSync(path, { force: true })
      if (closed) return
    }
  }

  const prune = () => {
    const kept = state()
      .days.slice(0, KEPT)
      .map(({ day }) => day)
    for (const name of list()) {
      const day = DAILY.exec(name)?.[2]
      if (day !== undefined && !kept.includes(day)) rmSync(join(folder, name), { force: true })
    }
  }

  const make = (): Promise<BackupState> => {
    busy = true
    triedAt = clock.now()
    const done = working
      .then(copyAll)
      .then(
        () => {
          problem = undefined
          return state()
        },
        (error: unknown) => {
          const code = error instanceof StorageError && error.code === 'no-room' ? 'no-room' : 'failed'
          problem = { code, at: new Date(clock.now()).toISOString() }
          throw error
        },
      )
      .finally(() => {
        busy = false
      })
    working = done.catch(() => undefined)
    return done
  }

  const check = () => {
    const now = clock.now()
    const last = Date.parse(state().days[0]?.at ?? '') || Number.NEGATIVE_INFINITY
    if (busy || (problem && now - triedAt < AGAIN_MS)) return
    if (wanted || now - last >= DAY_MS) make().catch((error) => report('no backup could be made', error))
  }
  const rest = options.byItself === false ? () => {} : options.beat(CHECK_MS, check)

  return {
    make,
    state,
    erased: () => {
      erasures += 1
      for (const name of list().filter((each) => OURS.test(each))) {
        wanted = true
        rmSync(join(folder, name), { force: true })
      }
    },
    close: async () => {
      closed = true
      rest()
      await working
    },
  }
}

const inThread = (job: BackupJob): Promise<number> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, { workerData: job, name: 'backup' })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the backup thread ended early')))
  })

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

import type { KeyObject } from 'node:crypto'
import type { UpdateView } from '../../../src-preload/contract.ts'
import type { Clock } from '../../vocabulary/clock.ts'
import { AdjutantError, messageOf } from '../../vocabulary/errors.ts'
import { fetchFeed } from './fetch-feed.ts'
import { fetchPackage, isPackage } from './fetch-package.ts'
import { chooseUpdate, type Running, type Update, UpdateError } from './update-feed.ts'

export interface UpdatesOptions {
  readonly running: Running
  /** What feeds are signed with; a build without one has no updates. */
  readonly key: KeyObject | undefined
  /** Where packages are kept. */
  readonly folder: string
  readonly clock: Clock
  /** Shows the file among its neighbours. */
  readonly reveal: (file: string) => void
  /** Opens the file as a double click does; gives why it could not. */
  readonly open: (file: string) => Promise<string>
  readonly changed: (view: UpdateView) => void
}

/** Looks for newer versions, and fetches one on demand. It never installs: that is done by a person. */
export interface Updates {
  /** The feed of these settings from now on; none where it is empty. */
  follow(feed: string): void
  check(): Promise<void>
  download(): Promise<void>
  /** Gives up a download. */
  cancel(): void
  /** Brings the operator to the package, once more checked. */
  show(): Promise<void>
  view(): UpdateView
}

const FIRST_MS = 60_000
const DAY_MS = 86_400_000

export function createUpdates(options: UpdatesOptions): Updates {
  const { running, key, folder, clock, changed } = options
  let feed: string | undefined
  let view: UpdateView = { state: 'off', version: running.version, keyed: key !== undefined }
  let offered: Update | undefined
  let file: string | undefined
  let stop: AbortController | undefined
  let withdraw = () => {}

  const show = (next: UpdateView) => {
    view = next
    changed(next)
  }
  const fail = (error: unknown) => {
    const fix = error instanceof AdjutantError ? error.fix : undefined
    show({ state: 'failed', version: running.version, message: messageOf(error), ...(fix ? { fix } : {}) })
  }
  const plan = (delayMs: number) => {
    withdraw()
    withdraw = clock.after(delayMs, () => {
      plan(DAY_MS)
      void check()
    })
  }
  const check = async () => {
    if (!feed || !key || view.state === 'checking' || view.state === 'downloading') return
    const asked = feed
    show({ state: 'checking', version: running.version })
    try {
      const found = chooseUpdate(await fetchFeed(asked, key, { now: clock.now }), running)
      if (asked !== feed) return
      offered = found
      if (found) show(offerOf(found))
      else
        show({ state: 'current', version: running.version, checkedAt: new Date(clock.now()).toISOString() })
    } catch (error) {
      offered = undefined
      if (asked === feed) fail(error)
    }
  }
  const offerOf = ({ version, notes, package: { bytes } }: Update): UpdateView => ({
    state: 'offered',
    version,
    notes,
    bytes,
  })
  return {
    view: () => view,
    check,
    follow: (next) => {
      if (next === feed) return
      feed = next
      stop?.abort(new Error('given up'))
      offered = undefined
      file = undefined
      if (feed && key) {
        show({ state: 'idle', version: running.version })
        plan(FIRST_MS)
      } else {
        withdraw()
        show({ state: 'off', version: running.version, keyed: key !== undefined })
      }
    },
    download: async () => {
      const [update, from] = [offered, feed]
      if (!update || !from || view.state !== 'offered') return
      const { bytes } = update.package
      const stopping = new AbortController()
      stop = stopping
      const progress = (done: number) => show({ state: 'downloading', version: update.version, done, bytes })
      try {
        progress(0)
        const { signal } = stopping
        const fetched = await fetchPackage(update, {
          folder,
          feed: from,
          progress: seldom(progress, bytes),
          signal,
        })
        file = fetched
        show({ state: 'ready', version: update.version, file: fetched, ...installingOf(update, fetched) })
      } catch (error) {
        if (!stopping.signal.aborted) fail(error)
        else if (offered === update) show(offerOf(update))
      }
    },
    cancel: () => stop?.abort(new Error('given up')),
    show: async () => {
      if (!file || !offered) return
      if (!(await isPackage(file, offered.package))) {
        return fail(
          new UpdateError('package-changed', `${file} was changed since it was checked: it is not opened.`, {
            fix: 'Look for updates and download it again.',
          }),
        )
      }
      if (installingOf(offered, file).how === 'file') return options.reveal(file)
      const why = await options.open(file)
      if (why) fail(new UpdateError('package-unopened', `${file} could not be opened: ${why}`))
    },
  }
}

/** installer: opening it leads through; file: it is put in its place by hand, or by a command. */
function installingOf(
  update: Update,
  file: string,
): { readonly how: 'installer' | 'file'; readonly command?: string } {
  switch (update.package.kind) {
    case 'deb':
      return { how: 'file', command: `sudo dpkg --install '${file.replaceAll("'", "'\\''")}'` }
    case 'AppImage':
      return { how: 'file' }
    case 'exe':
    case 'dmg':
      return { how: 'installer' }
  }
}

/** Tells of a hundredth at a time. */
function seldom(progress: (done: number) => void, bytes: number): (done: number) => void {
  let told = 0
  return (done) => {
    if (done - told < bytes / 100) return
    told = done
    progress(done)
  }
}

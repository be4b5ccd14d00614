import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Clock, type NewId, randomId, systemClock } from '../../../vocabulary/clock.ts'
import { ToolError } from '../../../vocabulary/errors.ts'
import { sha256 } from '../../../vocabulary/json.ts'
import type { FileGround, FilesPort, PathStanding } from '../files.ts'
import { createAppendReceipts } from './append-receipts.ts'
import { withFileErrors } from './file-error.ts'
import { grantedPath, keepOwnData } from './granted-path.ts'
import { listFolder } from './list-folder.ts'
import { assertThere, moveFile } from './move-file.ts'
import { kindAt } from './move-path.ts'
import { readBytes, readText } from './read-bytes.ts'
import { restoreItem } from './restore.ts'
import { searchFolder } from './search-folder.ts'
import { type Ground, standingOf } from './standing.ts'
import { createTrashStore, viewOf } from './trash-store.ts'
import { createTurns } from './turns.ts'
import { syncFolder } from './write-atomically.ts'
import { appendToFile, findAppended, type Keeping, LARGEST_WRITE, writeFile } from './write-file.ts'

const LARGEST_READ = 2 * 1024 * 1024
const MOST_HITS = 50

export interface DiskFilesOptions extends Ground {
  /** Where what was trashed or replaced is kept; under ADJUTANT_HOME, made when needed. */
  readonly trashDir: string
  readonly clock?: Clock
  readonly newId?: NewId
}

/** The operator's files on this machine's disks. */
export function createFiles(options: DiskFilesOptions): FileGround {
  const { clock = systemClock, newId = randomId, trashDir } = options
  const keeping: Keeping = {
    store: createTrashStore(trashDir, newId),
    receipts: createAppendReceipts(join(trashDir, 'receipts')),
    now: () => new Date(clock.now()).toISOString(),
    turns: createTurns(),
  }
  return {
    standing: (path) => standingOf(path, options),
    forCall: (granted) => filesForCall(granted, options, keeping),
  }
}

function filesForCall(granted: readonly PathStanding[], ground: Ground, keeping: Keeping): FilesPort {
  const { store, now, turns } = keeping
  const check = (path: string) => grantedPath(path, granted, ground)

  /** Runs `work` on a granted path just checked; what goes wrong comes out in words. */
  const at = <Value>(
    doing: string,
    path: string,
    work: (standing: PathStanding) => Promise<Value>,
  ): Promise<Value> => withFileErrors(doing, path, async () => work(await check(path)))

  /** The same for work that changes what is there: one at a time for each place, and judged when its turn comes. */
  const change = <Value>(doing: string, path: string, work: (standing: PathStanding) => Promise<Value>) =>
    at(doing, path, ({ real }) => turns.take(real, () => at(doing, path, work)))

  return {
    list: (path) => at('list', path, ({ path: named, real }) => listFolder(named, real)),
    read: (path, { maxBytes = LARGEST_READ } = {}) =>
      at('read', path, ({ real }) => readText(real, maxBytes)),
    readOrEmpty: (path) =>
      at('read', path, async ({ real }) =>
        (await kindAt(real)) === 'nothing' ? '' : readText(real, LARGEST_WRITE),
      ),
    sha256: (path) =>
      at('read', path, async ({ real }) => {
        if ((await kindAt(real)) !== 'file') return undefined
        return sha256((await readBytes(real, Number.MAX_SAFE_INTEGER)).bytes)
      }),
    kindAt: (path) => at('look at', path, ({ real }) => kindAt(real)),
    replace: (path, data) => change('write', path, (standing) => writeFile(standing, data, keeping)),
    append: (path, text, key) =>
      change('append to', path, (standing) => appendToFile(standing, text, key, keeping)),
    appended: (path, key) => at('read', path, (standing) => findAppended(standing, key, keeping)),
    makeFolder: (path) =>
      at('make the folder', path, async ({ real }) => {
        await mkdir(real, { recursive: true })
        await syncFolder(dirname(real))
      }),
    move: (from, to) =>
      change('move', from, (source) => {
        keepOwnData(source, ground)
        return at('move to', to, (target) => moveFile(source, target, check))
      }),
    trash: (path, id) =>
      change('trash', path, async (standing) => {
        keepOwnData(standing, ground)
        await assertThere(standing)
        const item = {
          id,
          kind: 'trashed' as const,
          originalPath: standing.path,
          real: standing.real,
          trashedAt: now(),
        }
        await store.putAway(item)
        return viewOf(item)
      }),
    restore: (id) =>
      withFileErrors('restore', id, async () => viewOf(await restoreItem(id, ground, keeping))),
    restored: (id) =>
      withFileErrors('look for', id, async () => {
        const item = await store.goneBack(id)
        return item && viewOf(item)
      }),
    trashed: async () => (await store.list()).map(viewOf),
    search: (folder, query, { limit = MOST_HITS, signal } = {}) =>
      at('search', folder, async ({ path: named, real }) => {
        if ((await kindAt(real)) !== 'folder') {
          throw new ToolError('not-a-folder', `Cannot search ${named}: it is not a folder`, {
            fix: 'Name a folder.',
          })
        }
        const hits = await searchFolder(real, query, {
          limit,
          except: ground.ownData,
          ...(signal ? { signal } : {}),
        })
        return hits.map((hit) => ({ ...hit, path: join(named, hit.path.slice(real.length)) }))
      }),
  }
}

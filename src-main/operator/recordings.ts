import type { FileHandle } from 'node:fs/promises'
import { mkdir, open as openFile, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { wavHeader } from '../ingestion/voice/audio/write-wav.ts'
import type { Clock } from '../vocabulary/clock.ts'

/** A recording on its way to the disk. What fails is reported and costs the recording, never the words. */
export interface Recording {
  /** 16 bit, 16 kHz, mono. */
  push(pcm: Uint8Array): void
  finish(): void
  /** Nothing of it is kept. */
  cancel(): void
}

/** What was spoken, as WAV files, where the operator wants it kept. */
export interface Recordings {
  begin(id: string): Recording
  list(): Promise<{ readonly count: number; readonly bytes: number }>
  deleteAll(): Promise<void>
  /** Resolves when all that was begun to be written is. */
  settled(): Promise<void>
}

export interface RecordingsDeps {
  readonly folder: string
  readonly clock: Clock
  readonly report: (what: string, error: unknown) => void
  /** Bytes, at most; the oldest go first. */
  readonly most?: number
}

const MOST_BYTES = 500_000_000
const KEPT_MS = 30 * 86_400_000
/** Being written; what a process that ended has left of one goes when the next is kept. */
const PART = '.part'

export function createRecordings({ folder, clock, report, most = MOST_BYTES }: RecordingsDeps): Recordings {
  const writing = new Set<Promise<void>>()
  /** Paths of those that are being written. */
  const open = new Set<string>()
  let last: Promise<void> = Promise.resolve()
  const inOrder = (step: () => Promise<void>) => {
    const mine = last.then(step).catch((error) => report('a recording could not be kept', error))
    last = mine
    writing.add(mine)
    void mine.finally(() => writing.delete(mine))
  }
  const files = async () => {
    const names = await readdir(folder).catch(() => [])
    return Promise.all(
      names.sort().map(async (name) => {
        const path = join(folder, name)
        const { size, mtimeMs } = await stat(path)
        return { name, path, size, mtimeMs }
      }),
    )
  }
  const prune = async () => {
    const isOver = ({ path, mtimeMs }: { path: string; mtimeMs: number }) =>
      path.endsWith(PART) ? !open.has(path) : clock.now() - mtimeMs > KEPT_MS
    const all = await files()
    const stay = all.filter((file) => !isOver(file) && !file.path.endsWith(PART))
    let bytes = stay.reduce((sum, { size }) => sum + size, 0)
    const tooMany = stay.filter(({ size }) => {
      const over = bytes > most
      if (over) bytes -= size
      return over
    })
    for (const { path } of [...all.filter(isOver), ...tooMany]) await rm(path, { force: true })
  }

  return {
    begin: (id) => {
      const name = `${new Date(clock.now()).toISOString().replaceAll(':', '-')}-${id}.wav`
      const part = join(folder, `${name}${PART}`)
      let file: FileHandle | undefined
      let length = 0
      inOrder(async () => {
        await mkdir(folder, { recursive: true, mode: 0o700 })
        file = await openFile(part, 'wx', 0o600)
        open.add(part)
        await file.write(wavHeader(0))
      })
      const end = (close: (opened: FileHandle) => Promise<void>) =>
        inOrder(async () => {
          const opened = file
          file = undefined
          open.delete(part)
          if (opened) await close(opened)
        })
      return {
        push: (pcm) =>
          inOrder(async () => {
            if (!file) return
            await file.write(pcm)
            length += pcm.length
          }),
        finish: () =>
          end(async (opened) => {
            await opened.write(wavHeader(length), 0, undefined, 0)
            await opened.close()
            await rename(part, join(folder, name))
            await prune()
          }),
        cancel: () =>
          end(async (opened) => {
            await opened.close()
            await rm(part, { force: true })
          }),
      }
    },
    list: async () => {
      await last
      const kept = (await files()).filter(({ name }) => !name.endsWith(PART))
      return { count: kept.length, bytes: kept.reduce((sum, { size }) => sum + size, 0) }
    },
    deleteAll: async () => {
      await last
      for (const { path } of await files()) await rm(path, { force: true })
    },
    settled: async () => {
      while (writing.size > 0) await Promise.all(writing)
    },
  }
}

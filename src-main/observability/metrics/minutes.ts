import type { Database } from '../../storage/database.ts'
import { isBusy, joinSamples, type Sample, sampleSchema } from './sample.ts'

const MINUTE_MS = 60_000
const KEPT_MS = 7 * 24 * 60 * MINUTE_MS
/** Minutes in which nothing happened are written together: a disk that sleeps is not woken for them. */
const TOGETHER = 10

/** Samples by the minute, on the disk for seven days. */
export interface Minutes {
  add(sample: Sample): void
  /** Oldest first; those that are not written yet are among them. */
  since(at: number): Sample[]
  /** Writes what is not written yet. */
  flush(): void
}

export function createMinutes(db: Database): Minutes {
  const insert = db.prepare('INSERT OR REPLACE INTO metric_minutes (at, body) VALUES (?, ?)')
  const prune = db.prepare('DELETE FROM metric_minutes WHERE at < ?')
  const select = db
    .prepare<unknown[], string>('SELECT body FROM metric_minutes WHERE at >= ? ORDER BY at')
    .pluck()
  let minute: Sample[] = []
  let waiting: Sample[] = []
  const write = db.transaction((samples: readonly Sample[]) => {
    for (const sample of samples) insert.run(sample.at, JSON.stringify(sample))
    prune.run((samples.at(-1) as Sample).at - KEPT_MS)
  })
  const flush = () => {
    const writing = waiting
    waiting = []
    if (writing.length > 0) write(writing)
  }
  const close = () => {
    const joined = joinSamples(minute)
    minute = []
    if (joined) waiting.push(joined)
  }
  return {
    add: (sample) => {
      const first = minute[0]
      if (first && Math.floor(first.at / MINUTE_MS) !== Math.floor(sample.at / MINUTE_MS)) {
        close()
        if (waiting.some(isBusy) || waiting.length >= TOGETHER) flush()
      }
      minute.push(sample)
    },
    since: (at) => {
      const now = joinSamples(minute)
      return [
        ...select.all(at).map((body) => sampleSchema.parse(JSON.parse(body))),
        ...[...waiting, ...(now ? [now] : [])].filter((sample) => sample.at >= at),
      ]
    },
    flush: () => {
      close()
      flush()
    },
  }
}

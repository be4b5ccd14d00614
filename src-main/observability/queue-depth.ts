import type { Database } from '../storage/database.ts'
import type { QueueDepth } from './metrics/sampler.ts'

/** Counts what has not ended, as the journal's projections have it. */
export function createQueueDepth(db: Database): () => QueueDepth {
  const runs = db.prepare<unknown[], number>('SELECT count(*) FROM runs WHERE status = ?').pluck()
  const inquiries = db
    .prepare<unknown[], number>(`SELECT count(*) FROM inquiries WHERE status = 'pending'`)
    .pluck()
  return () => ({
    queued: runs.get('queued') ?? 0,
    running: runs.get('running') ?? 0,
    waiting: runs.get('waiting') ?? 0,
    approvals: inquiries.get() ?? 0,
  })
}

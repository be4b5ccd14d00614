import type { Database } from '../../storage/database.ts'

/** What was heard and what was meant, as written. */
export interface Correction {
  readonly heard: string
  readonly meant: string
}

/** Corrections of spoken words that were made. One that is not made again for a while is forgotten. */
export interface Corrections {
  /** Answers how often it was made by now; 0 where the operator wants to hear no more of it. */
  made(correction: Correction, at: Date): number
  decline(correction: Correction): void
  /** It is settled: nothing of it is kept. */
  drop(meant: string): void
}

const KEPT_MS = 90 * 86_400_000

export function createCorrections(db: Database): Corrections {
  const expire = db.prepare('DELETE FROM corrections WHERE declined = 0 AND last_at < ?')
  const count = db
    .prepare(
      `INSERT INTO corrections (heard, meant, times, last_at) VALUES (lower(@heard), @meant, 1, @at)
       ON CONFLICT DO UPDATE SET times = times + 1, last_at = excluded.last_at
       RETURNING CASE WHEN declined THEN 0 ELSE times END`,
    )
    .pluck()
  const decline = db.prepare(
    'UPDATE corrections SET declined = 1 WHERE heard = lower(@heard) AND meant = @meant',
  )
  const drop = db.prepare('DELETE FROM corrections WHERE meant = ?')
  return {
    made: db.transaction(({ heard, meant }: Correction, at: Date) => {
      expire.run(new Date(at.getTime() - KEPT_MS).toISOString())
      return count.get({ heard, meant, at: at.toISOString() }) as number
    }),
    decline: ({ heard, meant }) => void decline.run({ heard, meant }),
    drop: (meant) => void drop.run(meant),
  }
}

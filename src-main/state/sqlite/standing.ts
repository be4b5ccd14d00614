import type { Database } from '../../storage/database.ts'

/** One thing that holds for the whole agent, across restarts, until it is taken back. */
export interface Standing {
  /** ISO 8601; undefined while it does not hold. */
  since(): string | undefined
  /** Answers since when it holds: what holds already is not begun again. */
  begin(at: string): string
  /** Answers whether it had held. */
  end(): boolean
}

export function createStanding(db: Database, name: 'paused'): Standing {
  const read = db.prepare('SELECT since FROM standing WHERE name = ?').pluck()
  const begin = db.prepare('INSERT INTO standing (name, since) VALUES (?, ?) ON CONFLICT DO NOTHING')
  const end = db.prepare('DELETE FROM standing WHERE name = ?')
  // asked at every step of every run
  let since = read.get(name) as string | undefined
  return {
    since: () => since,
    begin: (at) => {
      begin.run(name, at)
      since ??= at
      return since
    },
    end: () => {
      since = undefined
      return end.run(name).changes > 0
    },
  }
}

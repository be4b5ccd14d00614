import type { Database } from '../../../storage/database.ts'
import { messageOf } from '../../../vocabulary/errors.ts'
import { assertVector, checkedEntries } from '../check-entries.ts'
import { type VectorEntry, type VectorFilter, type VectorStore, VectorStoreError } from '../vector-store.ts'
import { codeOf, codeWidth } from './code-image.ts'
import { SpaceIndex } from './space-index.ts'
import { bytesOf, entryOf, SpaceTables } from './space-tables.ts'

/** So many rows of a filter are all compared exactly; of more, those with the nearest codes. */
const EXACT_UP_TO = 2_000
const CANDIDATES_LEAST = 250
const CANDIDATES_A_MATCH = 2
/**
 * Times the cube root of the number of rows: 500 of a million hold 99 % of the ten nearest, measured with the bundled
 * model (npm run bench -- memory).
 */
const CANDIDATES_BY_ROWS = 5
/** Rows with near codes, of which those become candidates whose codes agree best with the question's vector. */
const NEAR_A_CANDIDATE = 8
const MEASURED_DIMENSION = 384
/** Threads up to this size are searched row by row; larger ones within a scan of all. */
const THREAD_MOST = 20_000
const DIMENSION_MOST = 16_384

export interface SqliteVectors extends VectorStore {
  /** Makes the codes anew from the vectors. */
  rebuildCodes(): Promise<void>
}

/**
 * Vectors in memory.sqlite, beside the rows they were made of: what a row is filtered by stands there alone. A search
 * takes the rows with the nearest binary codes, all in memory, and compares their vectors exactly with sqlite-vec.
 * Its methods do their work before they return, in the thread that calls, which alone writes to the database.
 */
export function createSqliteVectors({
  db,
  model,
  dimension,
}: {
  db: Database
  model: string
  dimension: number
}): SqliteVectors {
  if (!Number.isInteger(dimension) || dimension < 1 || dimension > DIMENSION_MOST)
    throw new VectorStoreError('wrong-dimension', `Vectors of ${dimension} dimensions cannot be kept`, {
      passing: false,
    })
  assertExtension(db)
  const tables = new SpaceTables(db, { model, dimension })
  const width = codeWidth(dimension)
  /** Codes of fewer bits tell less. */
  const coarseness = Math.max(1, MEASURED_DIMENSION / dimension)
  let index: SpaceIndex | undefined
  const open = (): SpaceIndex => {
    index ??= new SpaceIndex(db, tables, dimension)
    return index
  }

  const put = (entries: readonly VectorEntry[]): void => {
    const checked = checkedEntries(entries, { model, dimension })
    const space = open()
    space.change((write) => {
      for (const { id, vector } of checked) {
        const place = space.sql.place.get(id)
        // forgotten while its vector was made
        if (!place) continue
        space.sql.put.run(place.row, bytesOf(vector))
        write(place.row, space.slotOf(place, vector))
      }
    })
  }

  const remove = (ids: readonly string[]): void => {
    const space = open()
    space.change((write) => {
      for (const id of ids) {
        const row = space.sql.rowOf.get(id)
        if (row !== undefined && space.sql.delete.run(row).changes > 0) write(row, undefined)
      }
    })
  }

  const search = (vector: Float32Array, filter: VectorFilter, k: number) => {
    assertVector(vector, { model, dimension })
    const { sql, classes, blocks } = open()
    const code = codeOf(vector, width)
    const bytes = bytesOf(vector)
    const byRows = CANDIDATES_BY_ROWS * Math.cbrt(blocks.count)
    let wanted = Math.ceil(Math.max(CANDIDATES_LEAST, k * CANDIDATES_A_MATCH, byRows) * coarseness)
    if (filter.thread !== undefined) {
      const rows = sql.rowsOfThread(filter, THREAD_MOST + 1)
      if (rows.length <= THREAD_MOST) {
        const best = rows.length <= EXACT_UP_TO ? rows : blocks.best(vector, rows, wanted)
        return sql.score(best, bytes, filter, k)
      }
    }
    const admission = { classes: classes.admitted(filter), from: filter.from, to: filter.to }
    for (;;) {
      const { rows, all } = blocks.nearest(code, admission, wanted * NEAR_A_CANDIDATE, EXACT_UP_TO)
      const best = all && rows.length <= EXACT_UP_TO ? rows : blocks.best(vector, rows, wanted)
      const matches = sql.score(best, bytes, filter, k)
      if (matches.length >= k || best.length === rows.length) return matches
      wanted *= 4
    }
  }

  const guarded = async <Result>(work: () => Result): Promise<Result> => {
    try {
      return work()
    } catch (cause) {
      if (cause instanceof VectorStoreError) throw cause
      // what it holds in memory may be ahead of the database
      index = undefined
      throw unusable(cause)
    }
  }

  return {
    kind: 'sqlite',
    model,
    dimension,
    put: (entries) => guarded(() => put(entries)),
    delete: (ids) => guarded(() => remove(ids)),
    search: (vector, filter, k) => guarded(() => search(vector, filter, k)),
    similarities: (vector, ids, filter) =>
      guarded(() => {
        assertVector(vector, { model, dimension })
        return open().sql.scoreIds([...new Set(ids)], bytesOf(vector), filter)
      }),
    count: () => guarded(() => open().blocks.count),
    fetch: (ids) =>
      guarded(() => {
        const { sql } = open()
        return ids.flatMap((id) => {
          const stored = sql.entry.get(id)
          return stored ? [entryOf(stored)] : []
        })
      }),
    clear: () =>
      guarded(() => {
        index = undefined
        db.transaction(() => tables.drop())()
      }),
    rebuildCodes: () => guarded(() => open().rebuild()),
    close: async () => {
      index = undefined
    },
  }
}

function assertExtension(db: Database): void {
  try {
    db.prepare('SELECT vec_version()').get()
  } catch (cause) {
    throw new VectorStoreError('no-vector-extension', 'sqlite-vec is not loaded for memory.sqlite', {
      passing: false,
      cause,
    })
  }
}

/** An error of SQLite's, as one of the store. */
function unusable(cause: unknown): VectorStoreError {
  const code = (cause as { code?: unknown }).code
  const passing = code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED' || code === 'SQLITE_FULL'
  return new VectorStoreError(
    'vectors-unusable',
    `The vectors in memory.sqlite cannot be used: ${messageOf(cause)}`,
    {
      passing,
      fix: 'Make the index anew: Settings > Memory > Reindex.',
      cause,
    },
  )
}

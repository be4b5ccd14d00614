import type { Database } from '../../storage/database.ts'
import type { Clock } from '../../vocabulary/clock.ts'
import type { Principal } from '../../vocabulary/principal.ts'
import type { RecallOptions } from '../memory.ts'
import type { VectorFilter, VectorStore } from '../vectors/vector-store.ts'

/** An answer that takes longer than this, in ms, is not waited for: words alone have to do. */
const EMBEDDING_MOST_MS = 300
const SEARCH_MOST_MS = 1_000

export interface FoundByMeaning {
  /** Cosines by row id, of the nearest. */
  readonly similarities: ReadonlyMap<string, number>
  /** Cosines of other rows; those without a vector are left out. */
  of(ids: readonly string[]): Promise<ReadonlyMap<string, number>>
}

export interface MeaningFinderDeps {
  readonly db: Database
  readonly clock: Pick<Clock, 'after'>
  readonly vectors: () => VectorStore | undefined
  readonly embed: (query: string, signal?: AbortSignal) => Promise<Float32Array | undefined>
}

/** Finds rows by meaning. Undefined where meaning cannot be had in time; only the caller's own signal makes it throw. */
export function createMeaningFinder({ db, clock, vectors, embed }: MeaningFinderDeps) {
  const scopesOf = db.prepare('SELECT scope FROM principal_scopes WHERE principal = ?').pluck()
  const within = async <Result>(ms: number, work: Promise<Result>): Promise<Result | undefined> => {
    let withdraw = () => {}
    const late = new Promise<undefined>((resolve) => {
      withdraw = clock.after(ms, () => resolve(undefined))
    })
    // what fails here is told by whoever owns the embedder and the store; recall goes on by words
    return Promise.race([work.catch(() => undefined), late]).finally(() => withdraw())
  }

  return async (
    principal: Principal,
    /** As it is to be embedded. */
    query: string,
    nearest: number,
    { scope, thread, kinds, trustedOnly, signal }: RecallOptions,
  ): Promise<FoundByMeaning | undefined> => {
    const vector = await within(EMBEDDING_MOST_MS, embed(query, signal))
    signal?.throwIfAborted()
    const store = vectors()
    if (!vector || !store) return undefined
    const seen = scopesOf.all(principal) as string[]
    const filter: VectorFilter = {
      scopes: scope === undefined ? seen : seen.filter((each) => each === scope),
      kinds,
      thread,
      trustedOnly,
    }
    const matches = await within(SEARCH_MOST_MS, store.search(vector, filter, nearest))
    signal?.throwIfAborted()
    if (!matches) return undefined
    return {
      similarities: similaritiesOf(matches),
      of: async (ids) => {
        if (ids.length === 0) return new Map()
        return similaritiesOf((await within(SEARCH_MOST_MS, store.similarities(vector, ids, filter))) ?? [])
      },
    }
  }
}

const similaritiesOf = (matches: readonly { id: string; similarity: number }[]): Map<string, number> =>
  new Map(matches.map(({ id, similarity }) => [id, similarity]))

import type { Entity, Intent } from '../../../vocabulary/entity.ts'

/**
 * Marks what a spoken message names by words that may have been misheard. "The same folder" is as doubtful as the words
 * that named it, here or earlier in the conversation, unless it was also named by words that were not.
 */
export function markDoubtful(intent: Intent, doubtful: readonly string[], before: readonly Intent[]): Intent {
  const misheard = new Set(doubtful)
  const entities = (intents: readonly Intent[]) =>
    intents.flatMap(({ clauses }) => clauses.flatMap((clause) => clause.entities))
  const own = entities([intent])
  const inDoubt = ({ text }: Entity) => text.split(/\s+/).some((word) => isOneOf(word, misheard))
  const earlier = entities(before)
  const named = [...own, ...earlier].filter(({ how }) => how === 'named')
  const sure = new Set(
    named.filter((entity) => !entity.doubtful && !(own.includes(entity) && inDoubt(entity))).map(keyOf),
  )
  const unsure = new Set(
    [...named, ...earlier]
      .filter((entity) => entity.doubtful || (own.includes(entity) && inDoubt(entity)))
      .map(keyOf),
  )
  const isDoubtful = (entity: Entity) =>
    inDoubt(entity) || (entity.how === 'reference' && unsure.has(keyOf(entity)) && !sure.has(keyOf(entity)))
  return {
    clauses: intent.clauses.map((clause) => ({
      ...clause,
      entities: clause.entities.map((entity) =>
        isDoubtful(entity) ? { ...entity, doubtful: true as const } : entity,
      ),
    })),
  }
}

const keyOf = ({ type, value }: Entity) => `${type} ${value}`
const bare = (word: string) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').toLowerCase()

/** Marks around a word are not always part of what it names: "report.pdf," and "report.pdf". */
const isOneOf = (word: string, words: ReadonlySet<string>) =>
  [...words].some((other) => bare(other) === bare(word))

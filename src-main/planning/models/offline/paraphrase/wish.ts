/**
 * A thing that can be done, and ways to ask for it that the grammar does not read. `canonical` is how the grammar reads
 * it; its slots are {url}, {file}, {folder} and {words}, and it is done only when all of them are filled. A phrasing
 * that ends in "…" is the beginning of a sentence whose rest is {words}.
 */
export interface Wish {
  readonly canonical: string
  /** Whether doing it leaves a trace; such a wish is acted upon only where its words are all but said. */
  readonly writes: boolean
  /** Words of which one must be there for it to be done unasked: two sentences can be near and mean different acts. */
  readonly mark?: RegExp
  readonly phrasings: readonly string[]
}

export const reads = (canonical: string, ...phrasings: readonly string[]): Wish => ({
  canonical,
  writes: false,
  phrasings,
})
export const writes = (canonical: string, mark: RegExp, ...phrasings: readonly string[]): Wish => ({
  canonical,
  mark,
  writes: true,
  phrasings,
})

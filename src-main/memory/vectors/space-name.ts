import { createHash } from 'node:crypto'

/** Vectors that may be compared with one another: of one embedder, of one dimension, of one memory. */
export interface VectorSpace {
  readonly model: string
  readonly dimension: number
  /** Tells the memories of several computers apart in a store they share. */
  readonly namespace: string
}

const PART_MOST = 16

/**
 * Name of a space in a store of others: a letter first, then lower case letters, digits and underscores, 59 at most, so that
 * it is a table's, a collection's and a namespace's name alike. No two spaces have the same.
 */
export function spaceName({ model, dimension, namespace }: VectorSpace): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([model, dimension, namespace]))
    .digest('hex')
  return `adjutant_${[readable(namespace), readable(model), hash.slice(0, 16)].filter(Boolean).join('_')}`
}

const readable = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .slice(0, PART_MOST)
    .replaceAll(/^_+|_+$/g, '')

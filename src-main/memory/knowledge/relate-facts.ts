import { isOperators } from '../../vocabulary/labels.ts'
import type { MemoryRow } from '../memory.ts'
import { comparableFacts } from './read-fact.ts'

export type FactRelation = 'same' | 'supersedes' | 'contradicts'

type Comparable = Pick<MemoryRow, 'text' | 'labels'>

/**
 * How a fact stands to an earlier one about the same. 'same' and 'supersedes': the newer one takes the older one's place.
 * 'contradicts': both stand, and are shown to contradict each other.
 *
 * Another value supersedes where it says that things have changed, or where the operator says it. What others had a part
 * in never takes the place of what they had none in, whatever it says.
 */
export function relateFacts(
  older: Comparable,
  newer: { readonly row: Comparable; readonly changed: boolean },
): FactRelation {
  const { row, changed } = newer
  if (row.labels.trust === 'untrusted' && older.labels.trust === 'trusted') return 'contradicts'
  if (valueIn(older.text) === valueIn(row.text)) return 'same'
  return changed || isOperators(row.labels) ? 'supersedes' : 'contradicts'
}

/** What a row says, free of its wording: the value where it can be read, else its words. */
function valueIn(text: string): string {
  const [fact, another] = comparableFacts(text)
  return fold(fact?.value !== undefined && !another ? fact.value : text)
}

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\b(?:the|a|an|now)\b/g, ' ')
    .replace(/[^\p{L}\p{N}@+]+/gu, ' ')
    .replace(/(?<=[\d+]) (?=\d)/g, '')
    .trim()

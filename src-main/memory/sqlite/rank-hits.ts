import type { MemoryHit, MemoryRow } from '../memory.ts'

/** A row that the words index found. `bm25` as FTS5 gives it: negative, lower is better. */
export interface FoundRow {
  readonly row: MemoryRow
  readonly bm25: number
  /** Whether the row holds every word that was looked for. */
  readonly holdsAll: boolean
}

const SHARE_OF_ALL = 0.25
const SHARE_OF_RECENCY = 0.02
const HALF_LIFE_MS = 30 * 86_400_000

/**
 * Scores 0 to 1, best first: BM25 relative to the best of the hits, more where a row holds all the words, and a little
 * for what is recent (half after 30 days), which only settles what is as good as a tie.
 */
export function rankHits(found: readonly FoundRow[], words: readonly string[], now: number): MemoryHit[] {
  const best = Math.max(...found.map(({ bm25 }) => -bm25), Number.MIN_VALUE)
  const share = 1 - SHARE_OF_ALL - SHARE_OF_RECENCY
  return found
    .map(({ row, bm25, holdsAll }) => {
      const words01 = Math.min(1, Math.max(0, -bm25 / best))
      const recency = 0.5 ** (Math.max(0, now - Date.parse(row.at)) / HALF_LIFE_MS)
      const score = share * words01 + (holdsAll ? SHARE_OF_ALL : 0) + SHARE_OF_RECENCY * recency
      return { ...row, score: Math.round(score * 1e6) / 1e6, why: whyOf(words, holdsAll) }
    })
    .sort((a, b) => b.score - a.score || (a.at < b.at ? 1 : -1))
}

function whyOf(words: readonly string[], holdsAll: boolean): string {
  const named = words.map((word) => `"${word}"`).join(', ')
  if (words.length === 1) return `It holds the word ${named}`
  return holdsAll ? `It holds all the words: ${named}` : `It holds some of the words: ${named}`
}

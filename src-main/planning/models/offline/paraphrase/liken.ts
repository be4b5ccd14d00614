import type { Piece } from '../../../../ingestion/language/language.ts'
import { comparable, namesOf, type Phrasing } from './phrasings.ts'
import type { Wish } from './wish.ts'

/** A beginning of the clause, up to a piece. */
export interface Opening {
  readonly end: number
  readonly text: string
  readonly names: string
}

/** How near a clause comes to a wish, and where the wish's own words end in it. */
export interface Likeness {
  readonly wish: Wish | undefined
  /** 0 to 1. */
  readonly score: number
  /** Pieces that its words take up; all of them where it was likened as a whole. */
  readonly end: number
}

const LONGEST = 9

/** The beginnings of a clause that are worth comparing, the whole last. */
export function openingsOf(pieces: readonly Piece[]): Opening[] {
  const openings: Opening[] = []
  for (let end = 1; end <= pieces.length; end++) {
    if (end > LONGEST && end < pieces.length) continue
    const part = pieces.slice(0, end)
    openings.push({ end, text: comparable(part), names: namesOf(part) })
  }
  return openings
}

const dot = (a: Float32Array, b: Float32Array): number => {
  let sum = 0
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0)
  return sum
}

/** Openings within this of the best one count as equally good; the one that ends where a text begins is taken. */
const AS_GOOD = 0.06

const ENDS_A_LEAD = /(?:^|\s)(?:that|about|to|of|for|on|from|who|what|when|where|which|how|always)$|[:,]$/i

/** Where the lead ends and the text begins. */
function cut(scored: readonly { opening: Opening; score: number; tail: string }[]): number {
  const best = Math.max(...scored.map(({ score }) => score))
  const good = scored.filter(({ score }) => score >= best - AS_GOOD)
  return (
    (good.find(({ tail }) => ENDS_A_LEAD.test(tail)) ?? good.find(({ score }) => score === best))?.opening
      .end ?? 0
  )
}

/** How near the clause comes to each wish, best first; the wish that is none stands for all that cannot be done. */
export function liken(
  pieces: readonly Piece[],
  openings: readonly Opening[],
  vectors: ReadonlyMap<string, Float32Array>,
  phrasings: readonly Phrasing[],
): Likeness[] {
  const whole = openings.at(-1)
  if (!whole) return []
  const best = new Map<Wish | undefined, Likeness>()
  const vectorOf = (text: string): Float32Array => vectors.get(text) ?? new Float32Array()
  for (const { wish, text, names, lead } of phrasings) {
    const own = vectorOf(text)
    const candidates = (
      lead ? openings.filter(({ end }) => end > 1 && (end < pieces.length || wish === undefined)) : [whole]
    )
      .filter((opening) => wish === undefined || opening.names === names)
      .map((opening) => ({
        opening,
        score: dot(own, vectorOf(opening.text)),
        tail: pieces[opening.end - 1]?.text ?? '',
      }))
    if (candidates.length === 0) continue
    const score = Math.max(...candidates.map((each) => each.score))
    if (score <= (best.get(wish)?.score ?? -1)) continue
    best.set(wish, { wish, score, end: lead ? cut(candidates) : pieces.length })
  }
  return [...best.values()].sort((a, b) => b.score - a.score)
}

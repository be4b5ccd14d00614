import type { Database } from '../../storage/database.ts'
import type { Clock } from '../../vocabulary/clock.ts'
import type { Principal } from '../../vocabulary/principal.ts'
import type { MemoryHit, RecallOptions } from '../memory.ts'
import { rowOf } from '../sqlite/stored-row.ts'
import type { VectorStore } from '../vectors/vector-store.ts'
import { type Blended, blend, type Candidate, type Scene, shiftOfScores } from './blend.ts'
import { type CandidateRow, createCandidateRows } from './candidate-rows.ts'
import { collectCandidates, nearestWanted, type Place } from './collect-candidates.ts'
import { createMeaningFinder, type FoundByMeaning } from './find-by-meaning.ts'
import { createWordFinder } from './find-by-words.ts'
import { createSpeakerFinder, isOneOf } from './find-speakers.ts'
import { type Question, readQuestion } from './read-question.ts'
import { filterOf } from './row-filter.ts'
import { holdWords, type WordsHeld } from './score-words.ts'
import { fold } from './split-words.ts'
import { questionToEmbed } from './text-to-embed.ts'
import { whyFound } from './why.ts'

export interface RecallDeps {
  readonly db: Database
  readonly vectors: () => VectorStore | undefined
  /** Undefined, or an error: recall goes by words. */
  readonly embed: (query: string, signal?: AbortSignal) => Promise<Float32Array | undefined>
  readonly clock: Clock
  /** IANA name; how "last week" is read. */
  readonly timeZone: () => string
}

export type Recall = (principal: Principal, query: string, options?: RecallOptions) => Promise<MemoryHit[]>

const DEFAULT_K = 8
/** What says the same as a better hit comes later. */
const TOLD_AGAIN = 0.8
/** So many of the best tell whether a question is answered. */
const TELLING = 10

interface Scored extends Blended {
  readonly place: Place
  readonly candidate: Candidate
}

/** What memory holds about a question: candidates by words, meaning, entities and time, scored together. */
export function createRecall({ db, vectors, embed, clock, timeZone }: RecallDeps): Recall {
  const findByWords = createWordFinder(db)
  const findByMeaning = createMeaningFinder({ db, clock, vectors, embed })
  const findSpeakers = createSpeakerFinder(db)
  const rows = createCandidateRows(db)

  return async (principal, query, options = {}) => {
    const { k = DEFAULT_K, thread, signal } = options
    signal?.throwIfAborted()
    if (query.trim() === '') return []
    const filter = filterOf(principal, options)
    const question = readQuestion(query, clock.now(), timeZone())
    const speakers = findSpeakers(question, filter)
    const meant = findByMeaning(principal, questionToEmbed(query, speakers), nearestWanted(speakers), options)
    const worded = findByWords(question, filter, thread)
    const meaning = await meant
    const places = collectCandidates(rows, question, filter, worded, meaning, speakers)
    const scene: Scene = {
      question,
      terms: worded.terms.filter(({ word }) => !isOneOf(word, speakers)),
      speakers,
      hasMeaning: meaning !== undefined,
      latest: Math.max(0, ...places.map(({ row }) => row.at_ms)),
    }
    const candidates = candidatesOf(places, question, await cosinesOf(places, meaning))
    const scored = candidates.map(
      ({ place, candidate }): Scored => ({ place, candidate, ...blend(candidate, scene) }),
    )
    const best = ranked(withSuccessors(scored, question).filter(({ relevance }) => relevance > 0))
    const shift = shiftOfScores(best.slice(0, TELLING), scene)
    return best.slice(0, k).map(({ place: { row, before }, candidate, score }) => ({
      ...rowOf(row),
      score: Math.max(0, Math.min(1, score + shift)),
      why: whyFound(candidate, scene, before),
    }))
  }
}

/** Cosines by row id, of the candidates and the turns beside them. */
async function cosinesOf(
  places: readonly Place[],
  meaning: FoundByMeaning | undefined,
): Promise<ReadonlyMap<string, number>> {
  if (!meaning) return new Map()
  const lacking = new Set<string>()
  for (const { row, before, after } of places)
    for (const one of [row, before, after]) if (one && !meaning.similarities.has(one.id)) lacking.add(one.id)
  return new Map([...meaning.similarities, ...(await meaning.of([...lacking]))])
}

function candidatesOf(
  places: readonly Place[],
  question: Question,
  cosines: ReadonlyMap<string, number>,
): { place: Place; candidate: Candidate }[] {
  const asked = new Set(question.terms.map(({ stem }) => stem))
  const helds = new Map<number, WordsHeld>()
  const heldOf = (row: CandidateRow): WordsHeld => {
    const held = helds.get(row.rowid) ?? holdWords(row.text, question, asked)
    helds.set(row.rowid, held)
    return held
  }
  return places.map((place) => {
    const { row, before, after, namesEntity } = place
    const candidate: Candidate = {
      at: row.at_ms,
      text: row.text,
      speaker: row.speaker ?? undefined,
      superseded: row.valid_to !== null,
      held: heldOf(row),
      before: before && heldOf(before),
      after: after && heldOf(after),
      meaning: cosines.get(row.id),
      meaningBefore: before && cosines.get(before.id),
      meaningAfter: after && cosines.get(after.id),
      namesEntity,
    }
    return { place, candidate }
  })
}

/** A row that took another one's place is found as well as that one would be. */
function withSuccessors(scored: readonly Scored[], question: Question): readonly Scored[] {
  if (question.asksAboutPast) return scored
  const byId = new Map(scored.map((one) => [one.place.row.id, one]))
  // from the earliest on, so that what a chain of changes began with reaches its end
  const replaced = scored
    .filter(({ place }) => place.row.superseded_by !== null)
    .sort((a, b) => a.place.row.at_ms - b.place.row.at_ms)
  for (const { place } of replaced) {
    const { id, superseded_by } = place.row
    const [one, successor] = [byId.get(id), byId.get(superseded_by ?? '')]
    if (!one || !successor || successor.asOfNow >= one.asOfNow) continue
    const score = successor.score + one.asOfNow - successor.asOfNow
    const relevance = Math.max(one.relevance, successor.relevance)
    byId.set(successor.place.row.id, { ...successor, relevance, score, asOfNow: one.asOfNow })
  }
  return [...byId.values()]
}

/** Best first; of those that are alike the latest. */
function ranked(scored: readonly Scored[]): Scored[] {
  const byScore = (a: Scored, b: Scored) =>
    b.score - a.score || b.place.row.at_ms - a.place.row.at_ms || b.place.row.rowid - a.place.row.rowid
  const told = new Set<string>()
  return [...scored]
    .sort(byScore)
    .map((one) => {
      const text = fold(one.candidate.text.trim())
      if (!told.has(text)) {
        told.add(text)
        return one
      }
      return { ...one, score: one.score > 0 ? one.score * TOLD_AGAIN : one.score }
    })
    .sort(byScore)
}

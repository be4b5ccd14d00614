import {
  asksForChange,
  type Command,
  type Piece,
  piecesOf,
  readCommand,
} from '../../../../ingestion/language/language.ts'
import type { Clause } from '../../../../vocabulary/entity.ts'
import { AdjutantError } from '../../../../vocabulary/errors.ts'
import type { ModelRequest } from '../../../model.ts'
import type { ReadClause, Wanted } from '../wanted.ts'
import { fillIn, type Reading } from './fill-in.ts'
import { liken, type Opening, openingsOf } from './liken.ts'
import { PHRASINGS } from './phrasings.ts'
import { type Footing, footingOf, type Verdict, type Weighed, weigh } from './weigh.ts'

/** Vectors of texts, in their order, each of length 1. */
export type Embed = (texts: readonly string[]) => Promise<Float32Array[]>

/** Texts cannot be compared by meaning now. */
export class NoMeaning extends AdjutantError {
  constructor(cause: unknown) {
    super('no-meaning', 'The embedder gives no vectors to compare sentences by', { cause })
  }
}

type Place = Pick<ModelRequest, 'now' | 'timeZone' | 'home'>
type Said = Pick<Clause, 'text' | 'entities'>

/** A clause that the grammar did not read for sure. */
interface Unsure {
  readonly clause: Said
  readonly command: Command
  readonly footing: Footing
  readonly pieces: readonly Piece[]
  readonly openings: readonly Opening[]
}

export interface Paraphraser {
  /** Reads the clauses by grammar, and those it is unsure of by their meaning. Rejects with NoMeaning. */
  reader(clauses: readonly Said[], place: Place): Promise<ReadClause>
  /** How near the texts come to a text, in their order, -1 to 1. */
  nearness(text: string, texts: readonly string[]): Promise<number[]>
}

const KEPT_WISHES = 4
const KEPT_VECTORS = 2_000

/** Reads by meaning, with an embedder; the table's own vectors are made once, when they are first needed. */
export function createParaphraser(embed: Embed): Paraphraser {
  const vectors = new Map<string, Float32Array>()

  const learn = async (texts: readonly string[]): Promise<void> => {
    const missing = [...new Set(texts)].filter((text) => !vectors.has(text))
    if (missing.length === 0) return
    if (vectors.size > KEPT_VECTORS) vectors.clear()
    const made = await embed(missing).catch((cause: unknown) => {
      throw new NoMeaning(cause)
    })
    missing.forEach((text, index) => {
      const vector = made[index]
      if (vector) vectors.set(text, vector)
    })
  }

  const judge = ({ clause, footing, pieces, openings }: Unsure, place: Place): Verdict => {
    const likes = liken(pieces, openings, vectors, PHRASINGS)
    const beyond = likes.find(({ wish }) => wish === undefined)?.score ?? 0
    const readings = likes
      .flatMap((like): Weighed[] => {
        const reading = fillIn(clause, pieces, like, place)
        return reading && like.wish
          ? [
              {
                ...reading,
                writes: like.wish.writes,
                marked: like.wish.mark?.test(clause.text) ?? true,
                score: like.score,
              },
            ]
          : []
      })
      .slice(0, KEPT_WISHES)
    return weigh(clause.text, footing, readings, beyond)
  }

  return {
    reader: async (clauses, place) => {
      const unsure = clauses.flatMap((clause): Unsure[] => {
        const command = readCommand(clause, place)
        const footing = footingOf(command)
        if (footing === 'firm' || (command.do === 'unknown' && asksForChange(clause, place))) return []
        const pieces = piecesOf(clause, place)
        return [{ clause, command, footing, pieces, openings: openingsOf(pieces) }]
      })
      const read = new Map<string, Wanted>()
      if (unsure.length > 0) {
        await learn(PHRASINGS.map(({ text }) => text))
        // One clause at a time: beside other texts a quantised model gives slightly other vectors
        for (const { openings } of unsure) await learn(openings.map(({ text }) => text))
        for (const each of unsure) read.set(each.clause.text, wantedBy(each, judge(each, place), place))
      }
      return (clause) => read.get(clause.text) ?? readCommand(clause, place)
    },
    nearness: async (text, texts) => {
      await learn([text, ...texts])
      const own = vectors.get(text)
      return texts.map(
        (other) =>
          vectors.get(other)?.reduce((sum, value, index) => sum + value * (own?.[index] ?? 0), 0) ?? 0,
      )
    },
  }
}

/** "our printer supplier is Kowalski GmbH": whoever says how things are may want it remembered. */
const STATES =
  /^(?:my|our|his|her|their|the|\p{Lu}\S*['’]s)\s.*\b(?:is|are|lives|works|costs|opens|closes|belongs|starts|ends|comes)\b\s.*\S/u

function toKeep(clause: Said, place: Place): Reading[] {
  if (!STATES.test(clause.text)) return []
  const sentence = `remember that ${clause.text.replace(/[\s.!]+$/, '')}`
  return [{ sentence, command: readCommand({ ...clause, text: sentence }, place) }]
}

function wantedBy({ clause, command }: Unsure, { act, ask }: Verdict, place: Place): Wanted {
  if (act) return act.command
  const choices = ask ?? (command.do === 'unknown' && command.why === 'unclear' ? toKeep(clause, place) : [])
  if (choices.length === 0) return command
  return {
    do: 'offer',
    words: clause.text,
    choices: choices.map((reading) => ({
      label: capital(reading.sentence),
      does: [
        {
          clause: { text: reading.sentence, acts: [], entities: clause.entities },
          command: reading.command,
        },
      ],
    })),
  }
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

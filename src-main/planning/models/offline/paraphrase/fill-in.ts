import {
  type Command,
  type Piece,
  questionWords,
  readCommand,
} from '../../../../ingestion/language/language.ts'
import type { Clause } from '../../../../vocabulary/entity.ts'
import type { ModelRequest } from '../../../model.ts'
import type { Likeness } from './liken.ts'

/** A clause read as a wish: what it says in the grammar's own words, and the command that is. */
export interface Reading {
  readonly sentence: string
  readonly command: Command
}

const WH = /^(?:who|whom|whose|what|when|where|which|how|why)(?:['’]s)?$/i
const JOINT =
  /^[\s,:;–-]*(?:(?:the|of the) fact\b)?[\s,:;–-]*(?:that\b|about\b|regarding\b|concerning\b)?[\s,:;–-]*/i
/** Words that ask for a search, and are not what is searched for. */
const SEEKING =
  /\b(?:look|looking|through|search|scan|comb|hunt|find|go|see|check|whether|mentions?|mentioned|mentioning|says?|talks?|about|contains?|something|anything|anywhere|somewhere|files?|notes?|documents?|one|written|write|wrote|appears?|for|any|across|within|inside|track|down|which)\b/gi

/** What a search is for: what stands after "for" or "about", else what is left of a question or after the verb. */
function sought(text: string): string {
  const bare = text.replace(/[?!.]+/g, ' ').trim()
  const named =
    /\b(?:for|about|mention(?:s|ed|ing)?|contain(?:s|ed|ing)?|regarding|concerning)\s+(?!in\b|anywhere\b)(.+)$/i.exec(
      bare,
    )?.[1]
  const rest =
    named ?? (/^(?:wh|how|is|are|do|does|has|have|any)/i.test(bare) ? bare : bare.replace(/^\S+\s*/, ''))
  const left = rest.replace(SEEKING, ' ').replace(/\s+/g, ' ').trim()
  return left === '' ? '' : questionWords(left).replace(/^\W+|\W+$/g, '')
}

const written = (pieces: readonly Piece[]): string =>
  pieces
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+([,.;:!?])/g, '$1')
    .trim()

/** The clause's own text for {words}. Empty where it has none. */
function wordsFor(canonical: string, pieces: readonly Piece[], end: number): string {
  if (canonical.startsWith('search ')) {
    const rest = pieces.filter(({ kind }) => kind !== 'file' && kind !== 'folder')
    return sought(written(rest))
  }
  const asks = canonical.startsWith('what ') && WH.test(pieces[end - 1]?.text ?? '')
  const text = written(pieces.slice(asks ? end - 1 : end))
  if (!canonical.startsWith('remind ')) return text.replace(JOINT, '')
  // "nudge me at 5 to …": the time stands in the wish's own words
  const date = pieces.slice(0, end).find(({ kind }) => kind === 'date')?.text ?? ''
  const joint = /^(?:to|about|that|of|for)$/i.exec(pieces[end - 1]?.text ?? '')?.[0] ?? ''
  return `${date} ${joint} ${text.replace(/^(?:me\b)?[\s,:]*/i, '')}`.trim()
}

/** The wish with the clause's own things in its slots. Undefined where a slot stays empty. */
export function fillIn(
  clause: Pick<Clause, 'text' | 'entities'>,
  pieces: readonly Piece[],
  { wish, end }: Likeness,
  place: Pick<ModelRequest, 'now' | 'timeZone' | 'home'>,
): Reading | undefined {
  if (!wish) return undefined
  let lacking = false
  const sentence = wish.canonical.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const value =
      slot === 'words'
        ? wordsFor(wish.canonical, pieces, end)
        : (pieces.find(({ kind }) => kind === slot)?.text ?? '')
    if (!/[\p{L}\d]/u.test(value)) lacking = true
    return value
  })
  if (lacking) return undefined
  const command = readCommand({ text: sentence, entities: clause.entities }, place)
  return command.do === 'unknown' || command.do === 'nothing' ? undefined : { sentence, command }
}

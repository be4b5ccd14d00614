import type { Clause } from '../../vocabulary/entity.ts'
import { isFilePath } from './clause-words.ts'
import { withoutPoliteness } from './openings.ts'
import type { Place } from './place.ts'
import { readRegions } from './read-regions.ts'
import { mask, type Region } from './regions.ts'
import { matchVerb, type Verb } from './verbs.ts'

/** A word of a clause as written, or a thing it names as one piece. */
export interface Piece {
  readonly kind: 'word' | 'url' | 'file' | 'folder' | 'date' | 'quote' | 'named'
  readonly text: string
}

const kindOf = ({ kind, value }: Region): Piece['kind'] => {
  if (kind === 'path' || kind === 'name') return isFilePath(value) ? 'file' : 'folder'
  if (kind === 'url' || kind === 'date') return kind
  return kind === 'quote' || kind === 'literal' ? 'quote' : 'named'
}

/** A clause in pieces, without its politeness, for whoever goes by its meaning and not by its grammar. */
export function piecesOf({ text }: Pick<Clause, 'text'>, place: Place): Piece[] {
  const masked = mask(text, readRegions(text, place))
  return withoutPoliteness(masked.text)
    .split(/(⟦[A-Z]\d+⟧)|\s+/)
    .filter((part) => part !== undefined && part !== '')
    .map((part): Piece => {
      const index = /^⟦[A-Z](\d+)⟧$/.exec(part)?.[1]
      const region = index === undefined ? undefined : masked.regions[Number(index)]
      return region ? { kind: kindOf(region), text: region.text } : { kind: 'word', text: part }
    })
}

const CHANGING: readonly Verb[] = [
  'append',
  'cancel',
  'copy',
  'fill',
  'forget',
  'move',
  'post',
  'rename',
  'restore',
  'submit',
  'trash',
  'undo',
  'write',
]

/** Whether a clause begins with a plain word for changing something. Where the grammar turns it down, nobody guesses. */
export function asksForChange({ text }: Pick<Clause, 'text'>, place: Place): boolean {
  const verb = matchVerb(withoutPoliteness(mask(text, readRegions(text, place)).text))
  return verb?.exact === true && CHANGING.includes(verb.verb)
}

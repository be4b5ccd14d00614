import type { Piece } from '../../../../ingestion/language/language.ts'
import { BEYOND, WISHES } from './exemplars.ts'
import type { Wish } from './wish.ts'

/** One way to ask for a wish, ready to be compared. */
export interface Phrasing {
  /** Undefined: it asks for nothing that can be done. */
  readonly wish: Wish | undefined
  /** As it is compared, with samples in place of slots. */
  readonly text: string
  /** The kinds of things it names. */
  readonly names: string
  /** Whether it is only the beginning of a sentence. */
  readonly lead: boolean
}

/** What stands for a thing in text that is compared by meaning; the thing itself would drown the words around it. */
const SAMPLES: Record<string, string> = {
  url: 'the website',
  file: 'the file',
  folder: 'the folder',
  date: 'tomorrow at nine',
}

const NAMED = ['url', 'file', 'folder'] as const

/** Kinds of things that the pieces name, as one word that can be compared. */
export const namesOf = (pieces: readonly Piece[]): string =>
  NAMED.filter((kind) => pieces.some((piece) => piece.kind === kind)).join('+')

export const comparable = (pieces: readonly Piece[]): string =>
  pieces
    .map(({ kind, text }) => SAMPLES[kind] ?? text)
    .join(' ')
    .replace(/\s+([,.;:!?])/g, '$1')
    .replace(/[\s,.;:!?]+$/, '')
    .toLowerCase()

function phrasing(wish: Wish | undefined, said: string): Phrasing {
  const text = said.replace('…', '').replace(/\{(\w+)\}/g, (_, slot: string) => SAMPLES[slot] ?? slot)
  return {
    wish,
    text: text.toLowerCase().replace(/\s+/g, ' ').trim(),
    names: NAMED.filter((kind) => said.includes(`{${kind}}`)).join('+'),
    lead: said.endsWith('…'),
  }
}

/** "ping me {date} about…" is also said without the date, or with the date at the end. */
const variants = (said: string): string[] =>
  said.includes('{date}') ? [said, said.replace('{date} ', '').replace('{date}', '')] : [said]

/** "give me the gist of it": a page that is not named is the one that was spoken of. */
const ofThat = (wish: Wish): Wish[] =>
  wish.canonical.includes('{url}') && !wish.canonical.startsWith('get ')
    ? [
        {
          ...wish,
          canonical: wish.canonical.replace('{url}', 'that page'),
          phrasings: wish.phrasings.map((said) => said.replace('{url}', 'it')),
        },
      ]
    : []

export const PHRASINGS: readonly Phrasing[] = [
  ...[...WISHES, ...WISHES.flatMap(ofThat)].flatMap((wish) =>
    wish.phrasings.flatMap(variants).map((said) => phrasing(wish, said)),
  ),
  ...BEYOND.map((said) => phrasing(undefined, said)),
]

import { posix } from 'node:path'
import { canonicalPath } from './paths.ts'
import type { Place } from './place.ts'
import { type Masked, type Region, regionsIn, unmask } from './regions.ts'

/** What the operator named before, for "it", "this site", "the same folder". */
export interface Referents {
  readonly url?: string
  /** A file. */
  readonly path?: string
  readonly folder?: string
  /** Which was named last. */
  readonly latest?: 'url' | 'path' | 'folder'
  /** Set where the clause before named more than one, so that "it" would be a guess. */
  readonly several?: boolean
}

/** A reference that a clause used: its words and what they stand for. */
export interface UsedReference {
  readonly type: 'url' | 'path' | 'folder-reference'
  readonly text: string
  readonly value: string
}

/** One clause while it is being read. */
export interface ClauseWords {
  readonly masked: Masked
  /** After the opening, with marks. */
  readonly text: string
  readonly place: Place
  readonly referents: Referents
  /** References are recorded here as they are used. */
  readonly used: UsedReference[]
}

const MARKED_PATH = '⟦[PNQ]\\d+⟧'
const KNOWN_DOTFILE =
  /^\.(?:\w*rc|\w*profile|\w*login|\w*logout|env|\w*ignore|\w*_history|\w*conf(?:ig)?\.\w+)$/
const KNOWN_WITHOUT_ENDING = /^(?:Makefile|Dockerfile|LICENSE|README|CHANGELOG|TODO|NOTES|[A-Z]{3,})$/

export const isFilePath = (path: string): boolean =>
  /\.[A-Za-z0-9]{1,8}$/.test(posix.basename(path).replace(/^\./, '')) ||
  KNOWN_DOTFILE.test(posix.basename(path)) ||
  KNOWN_WITHOUT_ENDING.test(posix.basename(path))

/** Words of masked text as the operator wrote them, quotations without marks. */
export const plain = (words: ClauseWords, text: string): string =>
  unmask(text, words.masked, true).replace(/\s+/g, ' ').trim()
export const verbatim = (words: ClauseWords, text: string): string => unmask(text, words.masked, true).trim()

export const regionOf = (words: ClauseWords, mark: string): Region | undefined =>
  regionsIn(mark, words.masked)[0]

export const firstOf = (
  words: ClauseWords,
  text: string,
  ...kinds: readonly Region['kind'][]
): Region | undefined => regionsIn(text, words.masked).find(({ kind }) => kinds.includes(kind))

export function use(words: ClauseWords, reference: UsedReference): string {
  words.used.push(reference)
  return reference.value
}

/** "the same folder", "there", "that directory": the folder named last. */
export function folderReferred(words: ClauseWords, text: string): string | undefined {
  const match =
    /\b(?:(?:in|into|to|under|inside|from|of) )?(?:the same|that|this|the|same|said) (?:folder|directory|place|location)\b(?! (?:⟦|called|named))|\b(?:in|into|to) there\b|\bthere\b(?= *$| as\b| too\b)|\b(?:beside|next to|alongside) (?:it|that|them)\b/i.exec(
      text,
    )
  if (!match || words.referents.folder === undefined) return undefined
  return use(words, { type: 'folder-reference', text: match[0], value: words.referents.folder })
}

/** "the same file", "that file", and "it" where a file was named last. */
export function fileReferred(words: ClauseWords, text: string): string | undefined {
  const { path, latest, several } = words.referents
  if (path === undefined) return undefined
  const match =
    /\b(?:the same|that|this|said|the|same) (?:file|document|note|list)\b(?! ⟦)/i.exec(text) ??
    (latest === 'path' && !several ? /\b(?:it|that|this)\b(?! (?:is|was|will|can)\b)/i.exec(text) : null)
  return match ? use(words, { type: 'path', text: match[0], value: path }) : undefined
}

/** "this site", "that page", "the link", and "it" where an address was named last. */
export function urlReferred(words: ClauseWords, text: string, bare = true): string | undefined {
  const { url, latest } = words.referents
  if (url === undefined) return undefined
  const match =
    /\b(?:this|that|the|the same|same|its|said) (?:web ?)?(?:site|page|website|webpage|url|link|address|article|post|form)\b/i.exec(
      text,
    ) ?? (bare && latest === 'url' ? /\b(?:it|that|this|there)\b/i.exec(text) : null)
  return match ? use(words, { type: 'url', text: match[0], value: url }) : undefined
}

/** Absolute path behind a mark; a bare name stands in `folder`, else in the home directory. */
export function pathBehind(words: ClauseWords, mark: string, folder?: string): string | undefined {
  const region = regionOf(words, mark)
  if (!region) return undefined
  if (region.kind === 'path') return region.value
  if (region.kind !== 'name' && region.kind !== 'quote') return undefined
  return use(words, {
    type: 'path',
    text: region.text,
    value: canonicalPath(
      folder === undefined ? region.value : posix.join(folder, region.value),
      words.place.home,
    ),
  })
}

const NAME_IN_FOLDER =
  /(⟦N\d+⟧)(?: (?:file|document))? (?:in|from|of|inside|under|at)(?: (?:the|my))?(?: (?:folder|directory))? (⟦P\d+⟧)/i

/** The path that the words name first: one that is written out, or a bare name in the folder they give with it. */
export function placedPath(words: ClauseWords, text: string): { path: string; mark: string } | undefined {
  const placed = NAME_IN_FOLDER.exec(text)
  if (placed?.[1] && placed[2]) {
    const path = pathBehind(words, placed[1], regionOf(words, placed[2])?.value)
    return path === undefined ? undefined : { path, mark: placed[1] }
  }
  const mark = /⟦[PN]\d+⟧/.exec(text)?.[0]
  if (mark === undefined) return undefined
  const named = regionOf(words, mark)?.kind === 'name'
  const path = pathBehind(words, mark, named ? folderReferred(words, text) : undefined)
  return path === undefined ? undefined : { path, mark }
}

export interface Destination {
  /** The file, where the words name one. */
  readonly path?: string
  /** The folder, where only that is named; the caller picks the name. */
  readonly folder?: string
  /** The text without the words of the destination. */
  readonly rest: string
}

const IN_FOLDER = new RegExp(
  `\\b(?:in|into|to|under|inside|at|within)(?: (?:the|my|a|our))?(?: new)? (?:folder|directory|dir)(?: (?:called|named))? (${MARKED_PATH})|\\b(?:in|into|under|inside|within)(?: (?:the|my))? (⟦P\\d+⟧)(?: (?:folder|directory))?|\\bto(?: (?:the|my))? (⟦P\\d+⟧)(?: (?:folder|directory)|(?= (?:as|called|named|under the name)\\b))`,
  'i',
)
const TO_FILE =
  /\b(?:to|in|into|as|at|onto|on|under|inside|called|named|file|it)(?: to| in| into| as)?(?: the (?:end|bottom|top|beginning|start) of)?(?: (?:the|my|a|an|our|this))?(?: new)?(?: (?:markdown|text|csv|json|md|txt|note|png))?(?:(?: [\w-]+){0,2} (?:file|document|note|notes|list|path|image|picture))?(?: at| in)?(?: (?:called|named|titled))? (⟦[PN]\d+⟧|(?<=(?:called|named|titled|file|as) )⟦Q\d+⟧)/i

/** Where something is to go: "to ~/notes/a.md", "in the folder ~/notes as a.md", "to the same folder". */
export function readDestination(words: ClauseWords, text: string): Destination {
  const cut = (from: string, match: RegExpExecArray) =>
    `${from.slice(0, match.index)} ${from.slice(match.index + match[0].length)}`.replace(/\s+/g, ' ').trim()
  let rest = text
  let folder: string | undefined
  const inFolder = IN_FOLDER.exec(rest)
  const folderMark = inFolder?.[1] ?? inFolder?.[2] ?? inFolder?.[3]
  if (inFolder && folderMark) {
    const region = regionOf(words, folderMark)
    const path = pathBehind(words, folderMark)
    const named = inFolder[1] !== undefined || inFolder[3] !== undefined || region?.text.endsWith('/')
    if (path !== undefined && (named || !isFilePath(path))) {
      folder = path
      rest = cut(rest, inFolder)
    }
  }
  if (folder === undefined && !/⟦P\d+⟧/.test(rest)) {
    const before = words.used.length
    folder = folderReferred(words, rest)
    const phrase = words.used[before]?.text
    if (phrase)
      rest = rest
        .replace(phrase, ' ')
        .replace(/\b(?:to|in|into)\s*$/i, '')
        .replace(/\s+/g, ' ')
        .trim()
  }
  const toFile = TO_FILE.exec(rest) ?? /^\s*(⟦[PN]\d+⟧)/.exec(rest)
  const mark = toFile?.[1]
  if (!toFile || !mark) return folder === undefined ? { rest } : { folder, rest }
  const region = regionOf(words, mark)
  const path = pathBehind(words, mark, folder)
  rest = cut(rest, toFile)
  if (path === undefined) return folder === undefined ? { rest } : { folder, rest }
  const isFolder = region?.text.endsWith('/') || (region?.kind === 'path' && !isFilePath(path))
  return isFolder && folder === undefined ? { folder: path, rest } : { path, rest }
}

/** A file of the folder with a name derived from the words: named by the operator through its folder. */
export const inFolder = (words: ClauseWords, folder: string, name: string): string =>
  use(words, { type: 'path', text: name, value: posix.join(folder, name) })

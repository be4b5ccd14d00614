import { posix } from 'node:path'
import {
  type ClauseWords,
  fileReferred,
  firstOf,
  folderReferred,
  inFolder,
  isFilePath,
  pathBehind,
  placedPath,
  plain,
  readDestination,
  regionOf,
  verbatim,
} from '../clause-words.ts'
import type { Command, Content } from '../command.ts'
import type { MatchedVerb } from '../verbs.ts'
import { readLimit, readLookAt, readSubject, readWant, severalItems } from './subjects.ts'

const THAT =
  /^(?:it|that|this|them|these|those|all(?: of)? (?:it|that|this|them|these|those)|everything|the (?:result|results|answer|output|response|reply|list|same|rest|whole thing|outcome|findings?|information|info|data|lot))(?: all)?$/i

const ALL =
  /^(?:both|all|everything|all (?:of )?(?:them|it|that|this|these|those|three|four)|both of (?:them|these|those)|the (?:results|answers|summaries|two|three|lot|whole thing))$/i

/** Text that somebody would have to compose. */
const COMPOSITION =
  /^(?:together\s+|up\s+)?(?:an?|some|the|me an?)\s+(?:\w+\s+){0,2}?(?:poem|story|essay|letter|e-?mail|report|article|blog post|song|joke|haiku|script|program|function|code|recipe|speech|review|novel|limerick|tweet)\b\s+(?:about|on|for|to|that|of|which|in)\b/i

/** What a phrase stands for as something to write: a quotation, a part of a page, what came before, or its own words. */
export function readContent(words: ClauseWords, phrase: string): Content | undefined {
  const text = phrase
    .replace(/^(?:down|out|up)\b/i, '')
    .replace(/^\s*:\s*/, '')
    .replace(/\b(?:to|in|into|as|on|at)\s*$/i, '')
    .trim()
  if (text === '') return undefined
  const json = /^(?:the )?(?:json |object |body |data )*(⟦J\d+⟧)$/i.exec(text)
  if (json) return { kind: 'literal', text: regionOf(words, json[1] as string)?.value ?? '', json: true }
  const quote =
    /^(?:(?:the|a|an|with|this|one|following)\s+)*(?:(?:text|words?|line|lines|note|sentence|message|content|contents|item|items|entry)\s*:?\s*)?(⟦[QLX]\d+⟧)$/i.exec(
      text,
    )
  if (quote) return { kind: 'literal', text: regionOf(words, quote[1] as string)?.value ?? '' }
  if (ALL.test(text)) return { kind: 'that', all: true }
  if (THAT.test(text)) return { kind: 'that' }
  const partOfPage =
    /^(?:(?:an?|the|its|all|all the|my|their|this|that|these|those|first|top|latest|short|brief|full|whole|list of|a list of|three|five|ten|\d+)\s+)*(?:page |article |site |web |main |news )*(?:headlines?|headings?|outline|links?|tables?|prices?|forms?|summary|gist|key points|main points|overview|digest|text|contents?|body|article|page|site|website|title|titles|stories|top stories|news)\b/i.test(
      text,
    )
  const subject = /⟦U\d+⟧/.test(text) || partOfPage
  const look = subject ? readLookAt(words, text, 'text') : undefined
  if (look) return { kind: 'look', ...look, want: look.want === 'page' ? 'text' : look.want }
  const path = /^(?:the )?(?:contents? of |text of |file )*(⟦P\d+⟧)$/i.exec(text)
  if (path)
    return {
      kind: 'look',
      want: 'text',
      subject: { kind: 'path', path: pathBehind(words, path[1] as string) ?? '' },
    }
  return { kind: 'literal', text: verbatim(words, text) }
}

const NAME_OF: Record<string, string> = {
  tables: 'table.csv',
  page: 'page.md',
  text: 'page.md',
  that: 'result.md',
  literal: 'note.md',
}

/** File name for content whose folder alone was named. */
const nameFor = (content: Content): string => {
  const key = content.kind === 'look' ? content.want : content.kind
  return NAME_OF[key] ?? `${key}.md`
}

const WITH_TEXT =
  /\b(?:with|containing|saying|that (?:says|reads|contains)|which (?:says|contains)|and (?:write|put) in it)(?: the)?(?: following)?(?: (?:text|words|content|contents|line|lines))?\s*:?\s+(.+)$|:\s*(⟦[LQX]\d+⟧)\s*$|\s(⟦[LXQ]\d+⟧)\s*$/i

/** save, write, append, create with a text: where to and what. */
export function readSave(
  words: ClauseWords,
  { rest, word }: MatchedVerb,
  append: boolean,
): Command | undefined {
  const appended =
    append || /\b(?:append|to the end of|at the end of|another line|a (?:new )?line)\b/i.test(rest)
  const tailed = WITH_TEXT.exec(rest)
  const tail = tailed?.[1] ?? tailed?.[2] ?? tailed?.[3]
  const head =
    tailed && tail && /⟦[PN]\d+⟧|folder|file|there/i.test(rest.slice(0, tailed.index))
      ? rest.slice(0, tailed.index)
      : undefined
  const destination = readDestination(words, head ?? rest)
  const object = head === undefined ? destination.rest : (tail ?? '')
  let content = readContent(
    words,
    object.replace(
      /\s*\b(?:to|in|into) (?:it|there|them|(?:the same|that|this|the|same) (?:file|document|note|list)|that|this)\s*$/i,
      '',
    ),
  )
  if (!content && /^(?:make|create|new|mkdir)$/.test(word)) content = { kind: 'literal', text: '' }
  if (content?.kind === 'literal' && COMPOSITION.test(object.trim()) && !/⟦[QLX]/.test(object))
    content = { kind: 'compose', words: plain(words, object) }
  // A second place inside what would be written means that the words were not understood
  if (content?.kind === 'literal' && /⟦P\d+⟧/.test(object)) return undefined
  if (content?.kind === 'look' && (object.match(/⟦U\d+⟧/g) ?? []).length > 1) return undefined
  content ??= { kind: 'that' }
  const path =
    destination.path ??
    (destination.folder === undefined
      ? sameFile(words, rest, appended)
      : inFolder(words, destination.folder, nameFor(content)))
  return { do: 'save', content, append: appended, ...(path === undefined ? {} : { path }) }
}

const sameFile = (words: ClauseWords, text: string, append: boolean): string | undefined => {
  if (/\b(?:same|that|this) (?:file|document|note|list)\b/i.test(text)) return fileReferred(words, text)
  return append && /\bto (?:it|that|this)\b/i.test(text) ? fileReferred(words, text) : undefined
}

export function readMake(words: ClauseWords, verb: MatchedVerb): Command | undefined {
  const { rest, word } = verb
  const mark = /⟦[PNQ]\d+⟧/.exec(rest)?.[0]
  if (/\b(?:folder|directory|dir)\b/i.test(rest) || word === 'mkdir') {
    const parent = readDestination(words, rest).folder
    const named = /\b(?:called|named) (⟦[PNQ]\d+⟧|[\w-]+)/i.exec(rest)?.[1]
    const name = named && (regionOf(words, named)?.value ?? named)
    if (name && parent !== undefined && !name.startsWith('/') && !name.startsWith('~'))
      return { do: 'make-folder', path: inFolder(words, parent, name) }
    const path = mark === undefined ? undefined : pathBehind(words, mark)
    return { do: 'make-folder', ...(path === undefined ? {} : { path }) }
  }
  if (mark || /\b(?:file|note|document)\b/i.test(rest)) return readSave(words, verb, false)
  return undefined
}

/** "all files in ~/notes" is not the folder: what the words do not name one by one is left alone. */
const WHOLESALE =
  /\b(?:all|every|each|any|everything|anything|most|some|both|the|my|old|other)\b(?:\s+\S+){0,3}?\s*\b(?:files|notes|documents|folders|things|items|contents|everything|anything|stuff|pictures|images)\b(?:\s+\S+){0,3}?\s+(?:in|inside|under|from|of|at|within)\b|\b(?:everything|anything|all)\s+(?:in|inside|under|from|of|at|within)\b|\*/i

export function readMove(words: ClauseWords, { rest, verb }: MatchedVerb): Command | undefined {
  if (WHOLESALE.test(rest)) return undefined
  const marks = rest.match(/⟦[PNQ]\d+⟧/g) ?? []
  const copy = verb === 'copy'
  const rename = verb === 'rename' || /\brename\b/i.test(rest)
  const direction = rest.search(/\b(?:to|into|in|as|under|there)\b/i)
  const firstAt = marks[0] === undefined ? -1 : rest.indexOf(marks[0])
  const fromNamed = marks.length > 1 || (firstAt >= 0 && (direction < 0 || firstAt < direction))
  const referred = fromNamed ? undefined : fileReferred(words, rest)
  const from = fromNamed ? pathBehind(words, marks[0] as string) : referred
  const toMark = fromNamed ? marks[1] : marks[0]
  const to = destinationOf(words, rest, from, toMark, rename)
  return { do: 'move', copy, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}

function destinationOf(
  words: ClauseWords,
  rest: string,
  from: string | undefined,
  mark: string | undefined,
  rename: boolean,
): string | undefined {
  if (mark === undefined) {
    const folder = folderReferred(words, rest)
    return folder === undefined || from === undefined
      ? undefined
      : inFolder(words, folder, posix.basename(from))
  }
  const region = regionOf(words, mark)
  const beside = from === undefined ? undefined : posix.dirname(from)
  if (region?.kind === 'name' || region?.kind === 'quote') {
    const folder = folderReferred(words, rest) ?? (region.value.includes('/') && !rename ? undefined : beside)
    return pathBehind(words, mark, folder)
  }
  const to = pathBehind(words, mark)
  if (to === undefined || from === undefined) return to
  const folder =
    region?.text.endsWith('/') ||
    (!rename && isFilePath(from) && !isFilePath(to)) ||
    /\b(?:folder|directory)\b/i.test(rest)
  return folder && posix.basename(to) !== posix.basename(from)
    ? inFolder(words, to, posix.basename(from))
    : to
}

/** One thing by its path, and nothing around it that could mean more or less than that. */
const ONE_PATH =
  /^(?:(?:the|my|this|that|an?)\s+)?(?:file|folder|directory|document|note|notes|copy|download|screenshot|image|picture)?\s*(?:called |named |at )?⟦[PN]\d+⟧(?: (?:file|folder|directory))?(?: (?:in|from|of|inside|under|at)(?: (?:the|my))?(?: (?:folder|directory))? (?:⟦P\d+⟧|(?:the same|that|this|the) (?:folder|directory)))?(?: (?:too|again|now|away|as well|(?:in|into|to) the (?:trash|bin|rubbish)))*\s*$/i

export function readTrash(words: ClauseWords, { rest }: MatchedVerb): Command | undefined {
  if (WHOLESALE.test(rest)) return undefined
  if (/⟦[PN]\d+⟧/.test(rest)) {
    const placed = ONE_PATH.test(rest) ? placedPath(words, rest) : undefined
    return placed ? { do: 'trash', path: placed.path } : undefined
  }
  const path = folderReferred(words, rest) ?? fileReferred(words, rest)
  if (path === undefined && !/\b(?:file|folder|document|directory)\b|^(?:it|that|this)\b/i.test(rest))
    return undefined
  return { do: 'trash', ...(path === undefined ? {} : { path }) }
}

export function readRestore(words: ClauseWords, { rest }: MatchedVerb): Command {
  const path = placedPath(words, rest)?.path ?? fileReferred(words, rest)
  return { do: 'restore', ...(path === undefined ? {} : { path }) }
}

/** "search ~/notes for invoices", "find all files about trains in ~/docs", "search <url> for lamps". */
export function readSearch(words: ClauseWords, { rest, word }: MatchedVerb): Command | undefined {
  if (/\b(?:memory|memories|what you (?:know|remember))\b/i.test(rest)) {
    const query = plain(
      words,
      rest
        .replace(/\b(?:in|through|for)?\s*(?:your|my|the)? ?(?:memory|memories)\b/i, ' ')
        .replace(/^\s*(?:for|through)\b/i, ''),
    )
    return { do: 'recall', query: query.replace(/^(?:for|about)\s+/i, '') }
  }
  const folderMark = /⟦P\d+⟧/.exec(rest)?.[0]
  const folder = folderMark === undefined ? folderReferred(words, rest) : pathBehind(words, folderMark)
  const url = firstOf(words, rest, 'url')
  if (
    folder === undefined &&
    !url &&
    !/\b(?:files?|folders?|documents?|notes?)\b/i.test(rest) &&
    !/^(?:search|grep)/.test(word)
  )
    return undefined
  const query = plain(
    words,
    rest
      .replace(
        /(?:\b(?:in|inside|under|through|on|at|within|from)\s+)?(?:all )?(?:the |my )?(?:(?:files?|folder|directory|documents?|notes?|site|page) )*(?:(?:in|inside|under|of|at) )?⟦[PU]\d+⟧(?: folder| directory)?/gi,
        ' ',
      )
      .replace(/\b(?:in|inside|under|through)? ?(?:the same|that|this) (?:folder|directory)\b/gi, ' ')
      .replace(/^\s*(?:for|all|any|the|every|my|through|in)\s+/i, '')
      .replace(
        /^\s*(?:(?:files?|documents?|notes?|everything|anything|something|mentions?|occurrences?|the words?|text)\b)?\s*(?:(?:that|which) )?(?:(?:about|containing|contain|contains|mentioning|mentions?|mention|with|named|called|say|says|of|including|include|having|have)\b(?: the (?:words?|text))?)?/i,
        ' ',
      )
      .replace(/^\s*for\s+(?:the words? |files? (?:about|containing|mentioning|with) )?/i, ''),
  )
  if (query === '') return undefined
  return {
    do: 'search',
    words: query,
    ...(folder === undefined ? {} : { folder }),
    ...(url ? { url: url.value } : {}),
  }
}

/** list, show, read, open a path: a folder is listed, a file is read or summarised. */
export function readPathLook(words: ClauseWords, text: string, verb: string): Command | undefined {
  if (/⟦U\d+⟧/.test(text)) return undefined
  const mark = /⟦[PN]\d+⟧/.exec(text)?.[0]
  const folder = mark === undefined ? folderReferred(words, text) : undefined
  if (folder !== undefined) return { do: 'list', path: folder }
  if (mark === undefined) return undefined
  const placed = placedPath(words, text)
  if (placed === undefined) return undefined
  const { path } = placed
  const region = regionOf(words, placed.mark)
  const named =
    /\b(?:folder|directory|files (?:in|of|under|inside)|entries)\b/i.test(text) || region?.text.endsWith('/')
  if (verb === 'list' || named || !isFilePath(path)) return { do: 'list', path }
  const want = readWant(text)
  return { do: 'look', want: want === 'summary' ? 'summary' : 'text', subject: { kind: 'path', path } }
}

export const readSummary = (words: ClauseWords, { rest }: MatchedVerb): Command => {
  const subject = severalItems(words, rest) ?? readSubject(words, rest)
  const limit = readLimit(rest)
  return {
    do: 'look',
    want: 'summary',
    subject: subject ?? { kind: 'that' },
    ...(limit === undefined ? {} : { limit }),
  }
}

import { type ClauseWords, fileReferred, firstOf, placedPath, plain, urlReferred } from '../clause-words.ts'
import type { Look, Subject, Want } from '../command.ts'

const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
]
const COUNTS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const ITEM =
  'article|articles|one|ones|link|headline|story|item|result|hit|entry|post|page|news item|news|match|file|row|title|piece'

const WANTS: readonly (readonly [Want, RegExp])[] = [
  [
    'headlines',
    /\b(?:headlines?|head lines|top stories|stories|news items|news titles|article titles|titles of the (?:articles|stories|news)|latest news|news|what(?:['’]?s| is) (?:new|happening|going on))\b/i,
  ],
  ['headings', /\b(?:headings?|outline|section titles|sections|table of contents)\b/i],
  ['links', /\b(?:hyper)?links\b|\burls\b|\blinks?\b(?= (?:about|containing|on|of|from)\b)/i],
  ['tables', /\b(?:tables?|spreadsheet|timetable data)\b/i],
  ['prices', /\b(?:cheapest|most expensive|dearest|prices?|costs?|price list|pricing)\b|\bhow much\b/i],
  ['forms', /\bforms?(?: fields)?\b|\bform fields\b/i],
  ['summary', /\b(?:summary|summaries|gist|key points|main points|overview|digest|tl;?dr|recap)\b/i],
  ['title', /\btitle\b/i],
  ['text', /\b(?:text|contents?|body|full article|article|whole page|words)\b/i],
  ['page', /\b(?:page|site|website|web page|webpage)\b/i],
]

/** What of a page the words ask for; undefined where they name nothing of the kind. */
export function readWant(text: string): Want | undefined {
  const bare = text.replace(/⟦[A-Z]\d+⟧/g, ' ')
  return WANTS.find(([, pattern]) => pattern.test(bare))?.[0]
}

/** "the first article", "the 2nd link", "the last one". */
export function readItem(text: string): Extract<Subject, { kind: 'item' }> | undefined {
  const match = new RegExp(
    `\\b(?:(${ORDINALS.join('|')}|last|top|\\d{1,2}(?:st|nd|rd|th))(?: (?:of the|of these|of those|of them))?(?: (${ITEM})s?\\b)|(?:the|number|no\\.?|#|item|article|link|story|headline) ?(${ORDINALS.join('|')}|last|\\d{1,2}(?:st|nd|rd|th)|\\d{1,2}(?! (?:headlines|links|articles|stories|results)))(?=$|[\\s,.!?]*$| (?:please|to|in|and|too|of the (?:links|headlines|articles|results))))`,
    'i',
  ).exec(text)
  if (!match) return undefined
  const word = (match[1] ?? match[3] ?? '').toLowerCase()
  const nth =
    word === 'last' ? -1 : word === 'top' ? 1 : ORDINALS.indexOf(word) + 1 || Number.parseInt(word, 10)
  const noun = (match[2] ?? 'one').toLowerCase()
  return { kind: 'item', nth, noun: noun === 'ones' ? 'one' : noun }
}

/** "the first three articles": several items, each to be read. */
function readItems(text: string): Extract<Subject, { kind: 'item' }> | undefined {
  const match = new RegExp(
    `\\b(?:first|top|latest)\\s+(${COUNTS.join('|')}|\\d{1,2})\\s+(articles|stories|links|results|posts|news items|files|hits)\\b`,
    'i',
  ).exec(text)
  const word = match?.[1]?.toLowerCase()
  if (!word || !match?.[2]) return undefined
  const count = COUNTS.indexOf(word) + 1 || Number(word)
  return {
    kind: 'item',
    nth: 1,
    noun: match[2]
      .toLowerCase()
      .replace(/stories$/, 'story')
      .replace(/s$/, ''),
    count,
  }
}

/** "the first 3 headlines, "the top five", "3 links". */
export function readLimit(text: string): number | undefined {
  const match = new RegExp(
    `\\b(?:(?:first|top|latest|newest)\\s+)?(${COUNTS.join('|')}|\\d{1,3})\\s+(?:\\w+\\s+)?(?:headlines?|links?|headings?|stories|articles?|titles?|prices?|tables?|results?|sentences?|points?|news items?|items?)\\b|\\btop (${COUNTS.join('|')}|\\d{1,3})\\b`,
    'i',
  ).exec(text)
  const word = (match?.[1] ?? match?.[2])?.toLowerCase()
  if (!word) return undefined
  return COUNTS.indexOf(word) + 1 || Number(word)
}

function readAbout(words: ClauseWords, want: Want, text: string): string | undefined {
  const pattern =
    want === 'prices'
      ? /\b(?:prices?|costs?|much)(?: (?:of|for|is|are|does|do))+ (?:the |an? )?(.+?)(?: costs?)?(?: (?:on|at|from|in) .*)?$/i
      : want === 'links' || want === 'headlines'
        ? /\b(?:about|containing|mentioning|with the words?|that (?:mention|contain)|on the topic of) (?:the )?(.+?)(?: (?:on|at|from|in) (?:⟦U|the |this |that ).*)?$/i
        : undefined
  const extreme =
    want === 'prices'
      ? /\b((?:cheapest|most expensive|dearest)(?: (?!on\b|at\b|from\b|in\b)[\p{L}-]+){0,3})/iu.exec(
          text,
        )?.[1]
      : undefined
  if (extreme) return extreme
  const costs =
    want === 'prices' ? /\b(?:does|do|did|would) (?:the |an? )?(.+?) costs?\b/i.exec(text)?.[1] : undefined
  const found = costs ?? pattern?.exec(text)?.[1]
  if (
    !found ||
    /^⟦[UP]\d+⟧$/.test(found.trim()) ||
    /^(?:it|them|that|this|these|all|everything)\b/i.test(found)
  )
    return undefined
  const about = plain(words, found).replace(/[?.!]+$/, '')
  return about === '' || /^https?:/.test(about) ? undefined : about
}

/** What the words are about: an address, a path, an item of a list before, or what came before. */
export function readSubject(words: ClauseWords, text: string): Subject | undefined {
  const url = firstOf(words, text, 'url')
  const pasted = firstOf(words, text, 'foreign')
  if (pasted) return { kind: 'text', text: pasted.value }
  const item = readItem(text)
  if (item) {
    // "the first article on <url>": the item is taken from that page
    const page =
      url?.value ?? (/\b(?:page|site|website)\b/i.test(text) ? urlReferred(words, text, false) : undefined)
    return page === undefined ? item : { ...item, url: page }
  }
  if (url) return { kind: 'url', url: url.value }
  const placed = placedPath(words, text)
  if (placed) return { kind: 'path', path: placed.path }
  const about = words.referents.latest === 'path' ? [fileReferred, urlReferred] : [urlReferred, fileReferred]
  for (const find of about) {
    const value = find(words, text)
    if (value !== undefined)
      return find === urlReferred ? { kind: 'url', url: value } : { kind: 'path', path: value }
  }
  return undefined
}

/** A look at something, as far as the words say what at; without a subject it is about what came before. */
export function readLookAt(words: ClauseWords, text: string, fallback: Want): Look | undefined {
  const several = fallback === 'text' || fallback === 'summary' ? severalItems(words, text) : undefined
  if (several) return { want: fallback, subject: several }
  const want = readWant(text)
  const limit = readLimit(text)
  const subject = readSubject(words, text)
  const chosen = subject?.kind === 'item' ? itemWant(want, fallback) : (want ?? fallback)
  if (
    !subject &&
    !want &&
    !/\b(?:it|that|this|them|these|those|everything|all|result|results|answer|output)\b/i.test(text) &&
    text.trim() !== ''
  )
    return undefined
  const about = readAbout(words, chosen, text)
  const also = about === undefined ? otherWants(text, chosen) : []
  return {
    want: chosen,
    subject: subject ?? { kind: 'that' },
    ...(limit === undefined || subject?.kind === 'item' ? {} : { limit }),
    ...(about === undefined ? {} : { about }),
    ...(also.length === 0 ? {} : { also }),
  }
}

const PARTS = '(?:headlines|headings|links|tables?|prices|summary|forms)'
const SEVERAL_PARTS = new RegExp(
  `\\b${PARTS}(?:(?:,? and |, ?| & )(?:(?:also|all|the|its|a) )*${PARTS})+\\b`,
  'i',
)

/** Parts of a page that are named beside the first: "headlines, links and prices". */
function otherWants(text: string, chosen: Want): Want[] {
  const span = SEVERAL_PARTS.exec(text)?.[0]
  if (!span) return []
  const all = span.match(new RegExp(PARTS, 'gi'))?.flatMap((part) => readWant(part) ?? []) ?? []
  return [...new Set(all)].filter((want) => want !== chosen)
}

/** In "the first headline" the noun says which list, not what to take from the page behind it. */
const itemWant = (want: Want | undefined, fallback: Want): Want =>
  want === undefined || want === 'headlines' || want === 'links' || want === 'page' || want === 'title'
    ? fallback
    : want

export function severalItems(words: ClauseWords, text: string): Subject | undefined {
  const items = readItems(text)
  const url = items && (firstOf(words, text, 'url')?.value ?? urlReferred(words, text, false))
  return items && (url === undefined ? items : { ...items, url })
}

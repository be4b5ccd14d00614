import { readFacts } from '../../../memory/knowledge/read-fact.ts'
import { type ClauseWords, plain, urlReferred, verbatim } from '../clause-words.ts'
import type { Command } from '../command.ts'
import { momentOf } from '../place.ts'
import { regionsIn, unmask } from '../regions.ts'
import type { MatchedVerb } from '../verbs.ts'
import { readRemind } from './times.ts'

const RELATIVE =
  /\b(?:today|tonight|tomorrow|yesterday|next|this|in \w+|ago|from now|morning|evening|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i

/** "this site" as a name that still means something later: host and address. */
function nameSite(words: ClauseWords, text: string): string {
  const before = words.used.length
  const url = urlReferred(words, text, false)
  const phrase = words.used[before]?.text
  if (url === undefined || phrase === undefined) return text
  const shown = url.endsWith('/') && new URL(url).pathname === '/' ? url.slice(0, -1) : url
  return text.replace(phrase, `${new URL(url).host} (${shown})`)
}

/** A time of day alone ("closes at 6") dates nothing. */
const namesDay = (text: string): boolean =>
  !/^(?:at |by |on )?(?:\d{1,2}(?:[:.]\d{2})? ?(?:am|pm|o['’]clock)?|noon|midnight|morning|evening)$/i.test(
    text,
  )

/** Words with their quotation marks, unless they are one quotation as a whole. */
const quoted = (words: ClauseWords, text: string): string =>
  /^⟦Q\d+⟧$/.test(text.trim()) ? verbatim(words, text) : unmask(text, words.masked).trim()

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** "tomorrow at 9" means something else tomorrow: its day is written beside it. */
function withDates(words: ClauseWords, text: string): string {
  return regionsIn(text, words.masked).reduce(
    (out, region) => {
      if (region.kind !== 'date' || !RELATIVE.test(region.text)) return out
      const [, year, month, day, time] = /^(\d+)-(\d+)-(\d+)T(\d\d:\d\d)/.exec(region.value) ?? []
      const dated = `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}${/\d|noon|midnight/.test(region.text) ? `, ${time}` : ''}`
      return out.replace(region.text, `${region.text} (${dated})`)
    },
    quoted(words, text),
  )
}

/** "remember that …": the operator's words, with "this site" and relative days made to last. */
export function readRemember(
  words: ClauseWords,
  verb: MatchedVerb,
  before: string | undefined,
): Command | undefined {
  const { rest } = verb
  if (/^to\b/i.test(rest) && (before !== undefined || /⟦D\d+⟧/.test(rest)))
    return readRemind(words, verb, before)
  const what = rest.replace(
    /^(?:down\b)?[\s:,]*(?:(?:the fact )?that\b|for (?:me|later)\b|this\s*:)?[\s:,]*/i,
    '',
  )
  if (what === '') return undefined
  const region = regionsIn(what, words.masked).find(({ kind, text }) => kind === 'date' && namesDay(text))
  const text = withDates(words, nameSite(words, what))
    .replace(/\s+/g, ' ')
    .replace(/[\s.]+$/, '')
  const at = region && momentOf(region.value).getTime() > 0 ? region.value : undefined
  return text === '' ? undefined : { do: 'remember', text, ...(at === undefined ? {} : { at }) }
}

/** "X is now Y": said plainly, it can only be meant to be remembered, whatever it is about. */
const CHANGED =
  /\b(?:is|are|['’]s)(?: (?:called|reached at|at|on|in))? (?:now|no longer|not \S+(?: \S+)? any ?more)\b|\bnow (?:is|are|has|have|costs?|lives?|works?|uses?|sells?|drives?|goes by)\b|\b(?:has|have) (?:just |now )?(?:changed|moved|switched|been renamed) (?:to|from|into)\b|\bchanged to\b|\b(?:is|are|lives?|works?|costs?|has|have|uses?)\b.*\bnow[\s.!]*$/i

/** "Maria's phone is now +49 30 1234", "I prefer tea": a statement of how things are, or that they have changed. */
export function readStatement(words: ClauseWords, text: string): Command | undefined {
  const said = plain(words, text)
  const changed =
    CHANGED.test(said) && !/^(?:it|that|this|there|i|you|⟦)\b/i.test(text) && !/\?\s*$/.test(text)
  if (!changed && readFacts(said).length === 0) return undefined
  if (!/^\S+ .*\S/.test(said)) return undefined
  return readRemember(words, { verb: 'remember', word: 'remember', rest: text, exact: true }, undefined)
}

/** "forget that …", "forget what you know about …", "forget everything about …". */
export function readForget(words: ClauseWords, { rest }: MatchedVerb): Command | undefined {
  const all = /\b(?:everything|all)\b/i.test(rest)
  const query = plain(words, rest)
    .replace(
      /^(?:that|about|the fact that|what (?:you|i) (?:know|remember|told you|said)(?: about)?|everything(?: (?:you know|i said|i told you))?(?: about)?|all(?: about| of)?|anything about|my memory of|the (?:note|memory|fact|thing|matter|bit|part) (?:that|about))\s*/i,
      '',
    )
    .replace(/^(?:that|about)\s+/i, '')
    .replace(/[.!]+$/, '')
  if (query === '' && !all) return { do: 'forget', query: '', all: false }
  return { do: 'forget', query, all }
}

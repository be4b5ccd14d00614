import { posix } from 'node:path'
import {
  type ClauseWords,
  firstOf,
  inFolder,
  plain,
  readDestination,
  regionOf,
  urlReferred,
} from '../clause-words.ts'
import type { Command, Content, FieldWords, Subject } from '../command.ts'
import type { MatchedVerb } from '../verbs.ts'
import { readContent } from './files.ts'
import { readItem, readSubject } from './subjects.ts'

const pageSubject = (words: ClauseWords, text: string): Subject => {
  const url = firstOf(words, text, 'url')
  if (url) return { kind: 'url', url: url.value }
  const item = readItem(text)
  if (item) return item
  const referred =
    urlReferred(words, text) ?? (text.trim() === '' ? urlReferred(words, 'this page') : undefined)
  return referred === undefined ? { kind: 'that' } : { kind: 'url', url: referred }
}

/** "take a screenshot of <url> and save it as ~/shots/a.png" */
export function readScreenshot(words: ClauseWords, { rest }: MatchedVerb): Command {
  const destination = readDestination(words, rest)
  const subject = pageSubject(words, destination.rest)
  const path =
    destination.path ??
    (destination.folder === undefined ? undefined : inFolder(words, destination.folder, 'screenshot.png'))
  return { do: 'screenshot', subject, ...(path === undefined ? {} : { path }) }
}

export function readDownload(words: ClauseWords, { rest }: MatchedVerb): Command {
  const destination = readDestination(words, rest)
  const subject = readSubject(words, destination.rest) ?? pageSubject(words, destination.rest)
  const name =
    subject.kind === 'url' ? posix.basename(new URL(subject.url).pathname) || 'download.html' : 'download'
  const path =
    destination.path ??
    (destination.folder === undefined
      ? undefined
      : inFolder(words, destination.folder, decodeURIComponent(name)))
  return { do: 'download', subject, ...(path === undefined ? {} : { path }) }
}

/** "name Ada and email ada@x.org", "name=Ada; message: Hello", "Ada as name", "Ada into the name field". */
function readFields(words: ClauseWords, text: string): FieldWords[] {
  const parts = text
    .split(/\s*(?:;|\n|,(?:\s*and)?(?=\s)|\band\b(?!\s+(?:submit|send|press)))\s*/i)
    .map((part) =>
      part.replace(/^(?:and|the|my|a|an|with|set|put|enter|type|fill(?: in)?|use)\s+/i, '').trim(),
    )
    .filter((part) => part !== '')
  return parts.map((part): FieldWords => {
    const placed =
      /^(.+?)\s+(?:in(?:to)?|as|for)\s+(?:the\s+|my\s+|your\s+)?(.+?)(?:\s+(?:field|box|input))?$/i.exec(part)
    const split = /^(.+?)\s*(?:=|:|\s+is\s+|\s+(?:set\s+)?to\s+|\s+as\s+)\s*(.+)$/i.exec(part)
    if (split?.[1] && split[2] && !/^⟦/.test(split[1]))
      return { words: plain(words, part), label: labelOf(words, split[1]), value: plain(words, split[2]) }
    const value = placed?.[1]
    if (value && placed[2] && (/^⟦[QEUTAD]\d+⟧$/.test(value) || /\b(?:field|box|input)$/i.test(part)))
      return { words: plain(words, part), label: labelOf(words, placed[2]), value: plain(words, value) }
    const marked = /^(.+?)\s+(⟦[QEUTADPN]\d+⟧)$/.exec(part)
    if (marked?.[1] && marked[2])
      return {
        words: plain(words, part),
        label: labelOf(words, marked[1]),
        value:
          regionOf(words, marked[2])?.kind === 'quote' ? plain(words, marked[2]) : plain(words, marked[2]),
      }
    return { words: plain(words, part) }
  })
}

const labelOf = (words: ClauseWords, text: string): string =>
  plain(words, text)
    .replace(/^(?:the|my|your|an?)\s+/i, '')
    .replace(/\s+(?:field|box|input)$/i, '')

/** "fill in the form at <url> with …", "submit it"; with `submit` the form is sent. */
export function readFill(words: ClauseWords, { rest, verb, word }: MatchedVerb): Command | undefined {
  if (verb === 'submit' && !/\b(?:form|it|that)\b|⟦U/i.test(rest) && rest !== '') return undefined
  const sends =
    verb === 'submit' ||
    /\b(?:and|then|,)\s+(?:then\s+)?(?:submit|send|press (?:send|submit))\b(?: (?:it|the form|that))?/i.test(
      rest,
    )
  const trimmed = rest.replace(
    /[\s,]*\b(?:and|then)?[\s,]*(?:then\s+)?(?:submit|send|press (?:send|submit))\b(?: (?:it|the form|that|form))?\s*[.!]?$/i,
    '',
  )
  const withAt = trimmed.search(
    /(?:^|\s)(?:with|using|as follows)\s|(?<=⟧|form|follows|values|fields)\s*:\s/i,
  )
  const form = /⟦U\d+⟧|\bform\b|\b(?:it|this|that)\b/i
  const placed = /^(?:⟦[QEUTAD]\d+⟧|\S+) (?:as|in|into|for) /i.test(trimmed)
  if (verb !== 'submit' && !placed && !/\bforms?\b|⟦U|\bfields?\b|\bit\b/i.test(trimmed)) return undefined
  const subject = pageSubject(words, placed ? 'this form' : withAt >= 0 ? trimmed.slice(0, withAt) : trimmed)
  const tail = withAt >= 0 ? trimmed.slice(withAt).replace(/^\s*(?:with|using|as follows|:)\s*:?/i, '') : ''
  const after = withAt < 0 && form.test(trimmed) ? trimmed.replace(/^.*?(?:⟦U\d+⟧|\bform\b)\s*:?/i, '') : ''
  const inPlace =
    placed || (withAt < 0 && /^(?:enter|type)$/.test(word))
      ? trimmed.replace(/\s+(?:in|on|at|of)\s+(?:the\s+form\s+)?(?:on|at)?\s*⟦U\d+⟧/i, '')
      : ''
  return { do: 'fill', subject, fields: readFields(words, tail || inPlace || after), submit: sends }
}

/** "POST {"a": 1} to <url>", "post the result to <url>", "send name=Ada as JSON to <url>". */
export function readPost(words: ClauseWords, { rest }: MatchedVerb): Command | undefined {
  const target =
    /\b(?:to|at|onto|into)\s+(?:the )?(?:url |address |endpoint |api |server |site )*(?:at )?(⟦U\d+⟧)(?!.*\b(?:to|at|onto|into)\s+\S*⟦U)/i.exec(
      rest,
    )
  const url =
    (target?.[1] ? regionOf(words, target[1])?.value : firstOf(words, rest, 'url')?.value) ??
    urlReferred(words, rest, false)
  const object = (target ? rest.replace(target[0], ' ') : rest.replace(/^⟦U\d+⟧/, ' '))
    .replace(/\bto (?:it|there|that (?:url|address|site))\b/i, ' ')
    .replace(
      /^\s*(?:request\b)?\s*(?:with\b|of\b|:)?\s*(?:the )?(?:json )?(?:body|payload|data|object)?\s*:?\s*/i,
      '',
    )
    .replace(/\s+as json\b/i, '')
    .trim()
  const pairs =
    object.includes('⟦J') || (/⟦[UP]/.test(object) && !/[=:]/.test(object))
      ? []
      : readFields(words, object.replace(/^(?:json|with)\s+/i, ''))
  const complete = pairs.length > 0 && pairs.every(({ value }) => value !== undefined)
  const content: Content = complete
    ? {
        kind: 'literal',
        json: true,
        text: JSON.stringify(
          Object.fromEntries(pairs.map(({ label, value }) => [label ?? '', scalar(value ?? '')])),
        ),
      }
    : (readContent(words, object) ?? { kind: 'that' })
  return { do: 'post', content, ...(url === undefined ? {} : { url }) }
}

const scalar = (text: string): string | number | boolean =>
  /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text === 'true' ? true : text === 'false' ? false : text

import type { Summary } from '../model.ts'
import { estimateTokens, lengthWithin } from './estimate-tokens.ts'
import { findParticulars, LONGEST, type ParticularKind } from './find-particulars.ts'

/** Something that was said and what came of it, to be told in fewer words. */
export interface Told {
  /** When, and how it ended. */
  readonly head: string
  /** The operator's own words. */
  readonly said: string
  /** Words that others may have had a part in. */
  readonly came: string
  /** What is not done stands before what is. */
  readonly open: boolean
}

export interface Summarised extends Summary {
  readonly tokens: number
  /** Indexes of what is told, and how much is not. */
  readonly told: readonly number[]
  readonly leftOut: number
}

/** Of each half of what is told: its full form, where there is room. */
const FULL_TOKENS = 160
/** Share of the room that the particulars of one thing may take. */
const LARGEST_SHARE = 0.25
const LINE_TOKENS = 4
const COUNT_TOKENS = 16
/** Where there is not a line for each: share of the particulars of those without. */
const OTHERS_SHARE = 0.3
const POOL_TOKENS = 36

type Form = Summary & { readonly tokens: number }

interface Forms {
  readonly index: number
  readonly full: Form
  readonly short: Form
}

/**
 * Deterministic and extractive: every word stands as it was written. What is open comes before what is done, the newer
 * before the older: first each gets its addresses, numbers and names, then what room is left goes to whole sentences.
 * The order of the text is that of time. What has no room for a line of its own is counted, and its particulars stand
 * together, as far as there is room.
 */
export function summarise(all: readonly Told[], tokens: number): Summarised {
  if (all.length === 0) return { said: '', came: '', tokens: 0, told: [], leftOut: 0 }
  if (tokens < COUNT_TOKENS) return { said: '', came: '', tokens: 0, told: [], leftOut: all.length }
  const most = Math.max(30, tokens * LARGEST_SHARE)
  const forms = all.map(
    (told, index): Forms => ({
      index,
      full: formOf(told, FULL_TOKENS, most),
      short: formOf(told, 0, most),
    }),
  )
  const byRank = [...forms].sort(
    (a, b) => Number(all[b.index]?.open) - Number(all[a.index]?.open) || b.index - a.index,
  )
  const needed = forms.reduce((sum, { short }) => sum + short.tokens, COUNT_TOKENS)
  const forOthers = needed > tokens ? tokens * OTHERS_SHARE : 0
  let left = tokens - COUNT_TOKENS - forOthers
  const chosen = new Map<number, Form>()
  const take = (index: number, form: Form): void => {
    const more = form.tokens - (chosen.get(index)?.tokens ?? 0)
    if (more > left) return
    chosen.set(index, form)
    left -= more
  }
  for (const { index, short } of byRank) take(index, short)
  const lines = (half: 'said' | 'came') => told().flatMap((index) => chosen.get(index)?.[half] || [])
  const told = () => [...chosen.keys()].sort((a, b) => a - b)
  const others = byRank.flatMap(({ index }) => (chosen.has(index) ? [] : namedIn(textOf(all[index] as Told))))
  const pool = poolOf(others, [...lines('said'), ...lines('came')].join('\n'), left + forOthers)
  left += forOthers - pool.tokens
  for (const { index, full } of byRank) if (chosen.has(index)) take(index, full)
  const leftOut = all.length - chosen.size
  return {
    said: [...(leftOut > 0 ? [`(${leftOut} more, left out here.)`] : []), ...lines('said')].join('\n'),
    came: [...(pool.line ? [pool.line] : []), ...lines('came')].join('\n'),
    tokens: tokens - COUNT_TOKENS - left + (leftOut > 0 ? COUNT_TOKENS : 0),
    told: told(),
    leftOut,
  }
}

const textOf = ({ said, came }: Told): string => `${said}\n${came}`

/** Particulars of what has no line of its own, each once and none that is told already. */
function poolOf(named: readonly string[], told: string, tokens: number): { line: string; tokens: number } {
  const fresh = [...new Set(named)].filter((each) => !told.includes(each))
  let left = tokens - POOL_TOKENS
  const kept = fresh.filter((each) => {
    const cost = estimateTokens(each) + 1
    if (cost > left) return false
    left -= cost
    return true
  })
  if (kept.length === 0) return { line: '', tokens: 0 }
  const more = fresh.length - kept.length
  const line = `- named in what is left out: ${listOf(kept, more)}.`
  return { line, tokens: Math.max(estimateTokens(line) + LINE_TOKENS, tokens - left) }
}

function formOf({ head, said, came }: Told, room: number, particulars: number) {
  const saidLine = said === '' ? '' : `- ${head}: ${condense(said, room, particulars)}`
  const cameLine = came === '' ? '' : `- ${head}: ${condense(came, room, particulars)}`
  const lines = [saidLine, cameLine].filter((line) => line !== '')
  const tokens = lines.reduce((sum, line) => sum + estimateTokens(line) + LINE_TOKENS, 0)
  return { said: saidLine, came: cameLine, tokens }
}

/** Words of what is settled, asked for, or still to do. */
const WEIGHTY =
  /\b(?:(?:decid|agree|choos|prefer|confirm|approv|reject|remain|promis|fail|plan)\w*|chose|must|should|shall|never|always|not|don't|instead|deadline|due|until|todo|to do|open|pending|still|wants?|needs?|because|cannot|could)\b/iu

/**
 * A text in about so many tokens: the sentences that hold particulars or settle something, with '[…]' where others
 * stood, then the particulars that these do not hold, as far as `particulars` tokens go; the rest of them is counted.
 */
export function condense(text: string, tokens: number, particulars: number): string {
  if (text.length > LONGEST) return `${condense(text.slice(0, LONGEST), tokens, particulars)} ${GAP}`
  const flat = text.replace(/\s*\n\s*/g, ' ').trim()
  if (estimateTokens(flat) <= Math.max(tokens, SHORT_TOKENS)) return flat
  const beginning = chooseSentences(text, tokens) || `${firstWords(flat)} ${GAP}`.trim()
  return withNamed(beginning, text, particulars)
}

/** What a text names and its short form does not hold, behind it. */
function withNamed(short: string, text: string, tokens: number): string {
  const named = namedIn(text).filter((each) => !short.includes(each))
  let room = tokens
  const also = named.filter((each) => {
    room -= estimateTokens(each) + 1
    return room >= 0
  })
  const list = listOf(also, named.length - also.length)
  return list === '' ? short : `${short} Named: ${list}.`
}

const listOf = (named: readonly string[], more: number): string =>
  [...named, ...(more > 0 ? [`${more} more numbers, names and addresses`] : [])].join('; ')

/** A text as it is where it takes no more than so many tokens; else its beginning, and what follows in short. */
export function shorten(text: string, tokens: number): string {
  if (estimateTokens(text) <= tokens) return text
  const most = lengthWithin(text, tokens * 0.5)
  const word = text.lastIndexOf(' ', most)
  const end = word > most / 2 ? word : most
  const rest = chooseSentences(text.slice(end, LONGEST), tokens * 0.2)
  return withNamed(`${text.slice(0, end)} ${GAP} ${rest}`.trim(), text, tokens * 0.2)
}

const SHORT_TOKENS = 20

/** Ends before a word that would not stand there whole. */
const firstWords = (text: string): string => {
  const end = text.lastIndexOf(' ', 60)
  return text.length <= 60 ? text : end > 0 ? text.slice(0, end) : ''
}

const GAP = '[…]'

/** Those that matter, within so many tokens, with a mark for each gap; empty where there is none. */
function chooseSentences(text: string, tokens: number): string {
  const sentences = text.split(/\n+|(?<=[.!?…])\s+|(?<=[。！？])/u).flatMap((each) => each.trim() || [])
  let left = tokens
  const pieces = sentences.map((sentence) => {
    const cost = estimateTokens(sentence) + 2
    if (cost > left || !(WEIGHTY.test(sentence) || findParticulars(sentence).length > 0)) return GAP
    left -= cost
    return sentence
  })
  if (pieces.every((piece) => piece === GAP)) return ''
  return pieces.filter((piece, index) => piece !== GAP || pieces[index - 1] !== GAP).join(' ')
}

const ORDER: readonly ParticularKind[] = ['email', 'url', 'path', 'phone', 'amount', 'date', 'number', 'name']

/** Each once: addresses first, names last. */
function namedIn(text: string): string[] {
  const found = findParticulars(text)
  return [
    ...new Set(ORDER.flatMap((kind) => found.filter((each) => each.kind === kind)).map((each) => each.text)),
  ]
}

import type { JsonValue } from '../../vocabulary/json.ts'
import type { ResultForModel } from '../model.ts'
import { estimateTokens, lengthWithin } from './estimate-tokens.ts'
import { wholeText } from './whole-text.ts'

/** What stands behind a text that was cut takes no more than this. */
const NOTE_TOKENS = 60

export interface CutText {
  readonly text: string
  /** Characters of the whole that are shown; undefined where all are. */
  readonly shown?: number
}

/** The beginning of a text within so many tokens, saying how much is missing. */
export function cutText(whole: string, tokens: number): CutText {
  if (fits(whole, tokens)) return { text: whole }
  const shown = beginning(whole, tokens)
  return { text: `${whole.slice(0, shown)}\n[${whole.length - shown} more characters]`, shown }
}

/** The same of a result; the rest stays in the journal, and can be read by the result's handle. */
export function cutResult(result: ResultForModel, tokens: number): ResultForModel & { shown?: number } {
  const { effectId, text } = result
  const whole = effectId === undefined ? text : wholeText(result)
  if (whole.length === text.length && fits(text, tokens)) return result
  const shown = fits(text, tokens - NOTE_TOKENS) ? text.length : beginning(text, tokens)
  const rest = effectId === undefined ? '' : `: results.read {"handle":"${effectId}","from":${shown}}`
  const note = `[${whole.length - shown} more characters${rest}]`
  return { ...result, text: shown === 0 ? note : `${text.slice(0, shown)}\n${note}`, shown }
}

/** Cut at the end of a line where one is near. */
function beginning(text: string, tokens: number): number {
  const length = lengthWithin(text, Math.max(0, tokens - NOTE_TOKENS))
  const line = text.lastIndexOf('\n', length)
  return line > length * 0.8 ? line : length
}

const MEMBERS_MOST = 20
const SMALL = 30

/** A value whose long texts are cut, so that it takes about so many tokens; its shape stays. */
export function cutValue(value: JsonValue, tokens: number): JsonValue {
  if (fits(JSON.stringify(value) ?? '', tokens)) return value
  if (typeof value === 'string') return cutText(value, tokens).text
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) {
    const kept = value.slice(0, MEMBERS_MOST)
    return kept.map((item) => cutValue(item, tokens / kept.length))
  }
  const members = Object.entries(value).slice(0, MEMBERS_MOST)
  const isSmall = (member: JsonValue) => fits(JSON.stringify(member), SMALL)
  const small = members.filter(([, member]) => isSmall(member)).length
  const each = (tokens - small * SMALL) / Math.max(1, members.length - small)
  return Object.fromEntries(
    members.map(([name, member]) => [
      name,
      isSmall(member) ? member : cutValue(member, Math.max(SMALL, each)),
    ]),
  )
}

/** Whether a text takes no more than so many tokens; a long one is not counted to its end. */
const fits = (text: string, tokens: number): boolean =>
  text.length <= tokens || (text.length <= tokens * 4 && estimateTokens(text) <= tokens)

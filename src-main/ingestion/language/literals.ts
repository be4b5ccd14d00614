import type { FindRegions, Region } from './regions.ts'

/** End of the balanced bracket that opens at `start`, quotations respected; -1 where it is never closed. */
function balancedEnd(text: string, start: number): number {
  let depth = 0
  let quoted = false
  for (let at = start; at < text.length; at++) {
    const char = text[at]
    if (quoted) {
      if (char === '\\') at++
      else if (char === '"') quoted = false
    } else if (char === '"') quoted = true
    else if (char === '{' || char === '[') depth++
    else if (char === '}' || char === ']') {
      depth--
      if (depth === 0) return at + 1
    }
  }
  return -1
}

/** The JSON that people write: strict, or with single quotes, bare keys or trailing commas. Undefined where it is none. */
function lenientJson(text: string): string | undefined {
  const attempts = [
    text,
    text
      .replace(/'([^'\\]*)'/g, (_all, inner: string) => JSON.stringify(inner))
      .replace(/([{,]\s*)([A-Za-z_$][\w$-]*)(\s*:)/g, '$1"$2"$3')
      .replace(/,(\s*[}\]])/g, '$1'),
  ]
  for (const attempt of attempts) {
    try {
      return JSON.stringify(JSON.parse(attempt))
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
    }
  }
  return undefined
}

/** Objects and arrays of JSON; `value` is the JSON respelled by `JSON.stringify`. */
export const findJson: FindRegions = (blanked) => {
  const regions: Region[] = []
  for (let at = 0; at < blanked.length; at++) {
    if (blanked[at] !== '{' && !(blanked[at] === '[' && /^\[\s*(?:[{["\d]|\])/.test(blanked.slice(at))))
      continue
    const end = balancedEnd(blanked, at)
    const value = end > 0 ? lenientJson(blanked.slice(at, end)) : undefined
    if (value === undefined) continue
    regions.push({ kind: 'json', start: at, end, text: blanked.slice(at, end), value })
    at = end - 1
  }
  return regions
}

// Single quotes only where they cannot be apostrophes: after a space or bracket, before a space or punctuation
const QUOTES =
  /"([^"\n]+)"|“([^”\n]+)”|„([^“”\n]+)[“”]|«([^»\n]+)»|`([^`\n]+)`|(?<=^|[\s(:=])'([^'\n]+)'(?=$|[\s),.;:!?])|(?<=^|[\s(:=])‘([^’\n]+)’(?=$|[\s),.;:!?])/g

/** What stands between quotation marks on one line; `value` without the marks. */
export const findQuotes: FindRegions = (blanked) =>
  [...blanked.matchAll(QUOTES)].map((match) => ({
    kind: 'quote',
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    value: match.slice(1).find((group) => group !== undefined) ?? '',
  }))

const WRITTEN_TEXT_LEAD =
  /(?:^|[\s,;])(?:write|append|add|put|save|store|create|make|note)\b[^\n:;{}]{0,200}?(?:[~/]\S*|\.\w{1,5}|["”'`]|(?:with|text|content|contents|containing|saying|line|lines|following))\s*:(?!\/\/)[ \t]*(\n?)/i
const NEXT_STEP =
  /(?:[,;.]?\s+(?:and )?then|;)\s+(?:please )?(?:open|read|show|list|remind|remember|save|append|move|trash|delete|download|summari[sz]e|fetch|get|post)\b/i

/**
 * "write to ~/a.txt: …", "append to ~/a.txt: …": what follows the colon is the text to write, to the end of its line, or
 * of the message where it begins on a line of its own; a plain "then <verb>" on the same line ends it.
 */
export const findWrittenText: FindRegions = (blanked) => {
  const match = WRITTEN_TEXT_LEAD.exec(blanked.replace(/:(?=\S)/g, '_'))
  if (!match) return []
  const start = match.index + match[0].length
  const rest = blanked.slice(start)
  const line = match[1] === '' ? (rest.split('\n', 1)[0] ?? '') : rest
  const text = (match[1] === '' ? line.slice(0, NEXT_STEP.exec(line)?.index ?? line.length) : line).trimEnd()
  if (text.trim() === '') return []
  return [{ kind: 'literal', start, end: start + text.length, text, value: text }]
}

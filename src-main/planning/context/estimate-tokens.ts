/**
 * Tokens that a text takes, by rule: four characters of Latin words to a token, two of digits, three of signs, one of
 * scripts without spaces. Meant to err upwards; a provider's own count is not to be had without its vocabulary.
 */
export function estimateTokens(text: string): number {
  if (text.length > LONG) return estimateLong(text)
  let twelfths = 0
  for (let index = 0; index < text.length; index += 1) twelfths += weigh(text.charCodeAt(index))
  return Math.ceil(twelfths / 12)
}

/** Longer texts have no room anywhere: how long about is enough. */
const LONG = 200_000
const BLOCK = 64
const EVERY = 16

/** By one block of sixteen, and a tenth more. */
function estimateLong(text: string): number {
  let twelfths = 0
  let counted = 0
  for (let start = 0; start < text.length; start += BLOCK * EVERY) {
    const end = Math.min(start + BLOCK, text.length)
    for (let index = start; index < end; index += 1) twelfths += weigh(text.charCodeAt(index))
    counted += end - start
  }
  return Math.ceil(((twelfths / 12) * 1.1 * text.length) / counted)
}

/** In twelfths of a token. */
function weigh(code: number): number {
  if (code < 0x80) {
    if ((code >= 0x61 && code <= 0x7a) || code === 0x20) return 3
    if (code >= 0x30 && code <= 0x39) return 6
    return code >= 0x41 && code <= 0x5a ? 3 : 4
  }
  if (code < 0x250) return 5
  if (code < 0x1100) return 6
  return 12
}

/** Longest beginning of a text, in characters, that takes no more than so many tokens; never half a character. */
export function lengthWithin(text: string, tokens: number): number {
  const most = tokens * 12
  let twelfths = 0
  for (let index = 0; index < text.length; index += 1) {
    twelfths += weigh(text.charCodeAt(index))
    if (twelfths > most) return isHighSurrogate(text.charCodeAt(index - 1)) ? index - 1 : index
  }
  return text.length
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff

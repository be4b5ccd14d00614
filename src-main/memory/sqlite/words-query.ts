/** Words that tell nothing about what is looked for. */
const STOP_WORDS = new Set(
  `a about an and any anything are as at be been but by can could did do does for from had has have he her him his how i
  if in into is it its know me my of on or our recall remember said say she should so some something tell than that the
  their them then there these they this to us was we were what when where which who whom whose why will with would you
  your`.split(/\s+/),
)

const MOST_WORDS = 24

/** The words of a question that can tell rows apart, lower-case, each once; all of them if none is left. */
export function contentWords(query: string): string[] {
  const words = [...new Set(query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])]
  const telling = words.filter((word) => !STOP_WORDS.has(word))
  return (telling.length > 0 ? telling : words).slice(0, MOST_WORDS)
}

/** An FTS5 expression that matches any of the words. Words hold letters and digits only, and are quoted: never operators. */
export const anyOf = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(' OR ')
export const allOf = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(' AND ')

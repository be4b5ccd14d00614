/** Characters of a page or response that a model is shown at once. */
const LIMIT = 12_000

/** A text's beginning, saying how much of it was left out. Cut at the end of a line where one is near. */
export function excerpt(text: string, limit = LIMIT): string {
  if (text.length <= limit) return text
  const line = text.lastIndexOf('\n', limit)
  const end = line > limit * 0.8 ? line : limit
  const whole = text.length.toLocaleString('en')
  return `${text.slice(0, end)}\n\n[Cut here: ${end.toLocaleString('en')} of ${whole} characters are shown.]`
}

/** At most so many entries of a list, the number of the others in the last line. */
export function excerptLines(lines: readonly string[], most: number): string {
  const more = lines.length - most
  return [...lines.slice(0, most), ...(more > 0 ? [`(and ${more} more)`] : [])].join('\n')
}

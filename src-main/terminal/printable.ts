/**
 * Text from anywhere, safe for a terminal: control characters and direction marks, with which text could repaint the
 * screen or hide what it says, are shown as what they are.
 */
export const printable = (text: string): string =>
  text.replace(
    /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** The same on one line, cut to a length. */
export function oneLine(text: string, length = 100): string {
  const line = printable(text.replace(/\s+/g, ' ').trim())
  return line.length <= length ? line : `${line.slice(0, length - 1)}…`
}

/** Longest text of a row, in characters. */
const LONGEST_TEXT = 100_000

/** What keeps a text from being remembered, in words. */
export function faultOfText(text: string): string | undefined {
  if (text.trim() === '') return 'the text is empty'
  if (text.length > LONGEST_TEXT)
    return `the text has ${text.length} characters, and ${LONGEST_TEXT} is the most; keep it as a file and remember where it is`
  if (text.includes('\0')) return 'the text holds a NUL character, as binary data does'
  if (/\p{Surrogate}/u.test(text)) return 'the text is not valid Unicode (half of a surrogate pair)'
  return undefined
}

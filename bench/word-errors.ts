const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

function inWords(value: number): string {
  if (value < 20) return ONES[value] as string
  if (value < 100) return `${TENS[Math.floor(value / 10)]}${value % 10 ? ` ${ONES[value % 10]}` : ''}`
  if (value < 1_000)
    return `${ONES[Math.floor(value / 100)]} hundred${value % 100 ? ` ${inWords(value % 100)}` : ''}`
  return String(value)
}

/** British and American ways to write what sounds the same. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/\bsummarize/g, 'summarise'],
  [/\bharbor\b/g, 'harbour'],
  [/\bprogram\b/g, 'programme'],
  [/\bneighbors\b/g, 'neighbours'],
  [/\btheater\b/g, 'theatre'],
  [/\bemail\b/g, 'e mail'],
]

/** Words as they sound: no case, no punctuation, numbers in words. */
export function wordsOf(text: string): string[] {
  const sounds = text
    .toLowerCase()
    .replace(/\$(\d+)/g, '$1 dollars')
    .replace(/\b(\d{1,3})(?::00)?\b/g, (_, digits: string) => inWords(Number(digits)))
    .replace(/[^\p{L}\p{N}' ]/gu, ' ')
  return SAME.reduce((sofar, [other, one]) => sofar.replace(other, one), sounds)
    .split(/\s+/)
    .filter(Boolean)
}

/** Least number of words to change, add or leave out. */
export function wordErrors(heard: string, said: string): { errors: number; words: number } {
  const [a, b] = [wordsOf(said), wordsOf(heard)]
  let row = [0, ...b.map((_, index) => index + 1)]
  a.forEach((word, i) => {
    const next = [i + 1]
    b.forEach((other, j) => {
      const changed = (row[j] as number) + (word === other ? 0 : 1)
      next.push(Math.min(changed, (row[j + 1] as number) + 1, (next[j] as number) + 1))
    })
    row = next
  })
  return { errors: row.at(-1) as number, words: a.length }
}

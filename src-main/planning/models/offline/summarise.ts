import { plainText } from './pages.ts'

const STOP = new Set(
  'a an and are as at be been but by can could did do does for from had has have he her his how i if in into is it its more most no not of on one or our she so some such than that the their them then there these they this to up was we were what when which who will with would you your'.split(
    ' ',
  ),
)
const ABBREVIATION =
  /\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|vs|etc|e\.g|i\.e|approx|Inc|Ltd|Co|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)\.$/
const DAMPING = 0.85
const ROUNDS = 30
/** Sentences beyond this are not compared: the cost grows with the square. */
const SENTENCES_MOST = 250

/** Sentences of Markdown prose: no headings, tables, code, menus or bare links. */
export function sentencesOf(markdown: string): string[] {
  const prose = markdown
    .replace(/```[\s\S]*?```/g, '\n')
    .split(/\n\s*\n|\n(?=[#>*|-])/)
    .filter((block) => !/^\s*(?:#|\||[-*_]{3,}\s*$)/.test(block))
    .map((block) => plainText(block.replace(/^\s*(?:[-*+>]|\d+\.)\s+/gm, ' ')))
  return prose.flatMap((block) => {
    const sentences: string[] = []
    let held = ''
    for (const part of block.split(/(?<=[.!?…]["”’)]?)\s+(?=["“‘(]?[\p{Lu}\d])/u)) {
      held = held === '' ? part : `${held} ${part}`
      if (ABBREVIATION.test(held)) continue
      sentences.push(held.trim())
      held = ''
    }
    if (held !== '') sentences.push(held.trim())
    return sentences.filter((sentence) => /[.!?…]["”’)]?$/.test(sentence) && sentence.split(' ').length >= 5)
  })
}

const wordsOf = (sentence: string): Set<string> =>
  new Set(
    (sentence.toLowerCase().match(/[\p{L}\d]{2,}/gu) ?? [])
      .filter((word) => !STOP.has(word))
      .map((word) => word.replace(/(?:ies|es|s)$/, '')),
  )

/**
 * The sentences that say most of a text, in the order of the text. TextRank (Mihalcea and Tarau, 2004): words in common
 * over the logarithms of both lengths as weights, PageRank over them; what stands early weighs a little more.
 */
export function summarise(markdown: string, count = 4): string[] {
  const sentences = sentencesOf(markdown).slice(0, SENTENCES_MOST)
  if (sentences.length <= count) return sentences
  const words = sentences.map(wordsOf)
  const weights = words.map((a, i) => words.map((b, j) => (i === j ? 0 : similarity(a, b))))
  const totals = weights.map((row) => row.reduce((sum, weight) => sum + weight, 0))
  let ranks = sentences.map(() => 1)
  for (let round = 0; round < ROUNDS; round++) {
    ranks = ranks.map((_, i) => {
      const given = ranks.reduce(
        (sum, rank, j) => sum + (totals[j] ? (rank * (weights[j]?.[i] ?? 0)) / totals[j] : 0),
        0,
      )
      return 1 - DAMPING + DAMPING * given
    })
  }
  const scored = ranks.map((rank, index) => ({ index, score: rank * (1 + 0.5 / (index + 1)) }))
  return scored
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, count)
    .sort((a, b) => a.index - b.index)
    .map(({ index }) => sentences[index] as string)
}

function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((word) => b.has(word)).length
  const size = Math.log(a.size + 1) + Math.log(b.size + 1)
  return size === 0 ? 0 : common / size
}

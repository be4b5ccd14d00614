import { type Page, plainText } from './pages.ts'
import { sentencesOf } from './summarise.ts'

const MOST = 3
/** Share of the question's words that a passage must have to count as bearing on it. */
const ENOUGH = 0.5

const stem = (word: string): string => word.toLowerCase().replace(/(?:ing|ies|ed|es|s|e|y)$/, '')
const stems = (text: string): string[] => (text.match(/[\p{L}\d]{2,}/gu) ?? []).map(stem)

/** Passages of a page or text: rows of tables with their headings, prices, list lines and sentences. */
function passagesOf(source: Pick<Page, 'markdown'> & Partial<Page>): string[] {
  const rows = (source.tables ?? []).flatMap(({ caption, header, rows: cells }) =>
    cells.map((row) => {
      const pairs = row.map((cell, index) => (index > 0 && header[index] ? `${header[index]} ${cell}` : cell))
      return `${caption === '' ? '' : `${caption}: `}${[...new Set(pairs)].join(', ')}`
    }),
  )
  const prices = (source.prices ?? []).map(({ item, price }) => `${item}: ${price}`)
  const lines = source.markdown
    .split('\n')
    .map((line) => plainText(line.replace(/^\s*(?:[-*+>#]+|\d+\.)\s+/, '')))
    .filter((line) => line !== '' && line.length <= 200 && !/^\|/.test(line))
  return [...new Set([...rows, ...prices, ...sentencesOf(source.markdown), ...lines])]
}

/** The passages that have most of a question's words, best first; none where none has half of them. */
export function answerFrom(source: Pick<Page, 'markdown'> & Partial<Page>, question: string): string[] {
  const asked = [...new Set(stems(question))]
  if (asked.length === 0) return []
  const scored = passagesOf(source).map((text, index) => {
    const has = new Set(stems(text))
    const share = asked.filter((word) => has.has(word)).length / asked.length
    return { text, index, score: share }
  })
  const best = Math.max(0, ...scored.map(({ score }) => score))
  return scored
    .filter(({ score }) => score >= ENOUGH && score >= best - 0.2)
    .sort((a, b) => b.score - a.score || a.text.length - b.text.length)
    .slice(0, MOST)
    .map(({ text }) => text)
}

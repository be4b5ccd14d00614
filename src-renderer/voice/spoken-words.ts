/** As much of an answer as is spoken. */
const LONGEST = 240

/** The beginning of an answer as one would say it: no marks of Markdown, no code, no addresses, whole sentences. */
export function spokenWords(markdown: string): string {
  const plain = markdown
    .replace(/```[\s\S]*?(?:```|$)/g, ' ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/https?:\/\/(?:www\.)?([^\s/)]+)\S*/g, '$1')
    .replace(/^\s*(?:[-*+]|\d+\.|#+|>)\s+/gm, '')
    .replace(/[*_`~|]+/g, '')
    .replace(/\s*\n+\s*/g, '. ')
    .replace(/([.:!?,;])\.(?=\s|$)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
  if (plain.length <= LONGEST) return plain
  const cut = plain.slice(0, LONGEST)
  const end = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('! '), cut.lastIndexOf('? '))
  return end > 0 ? cut.slice(0, end + 1) : `${cut.replace(/\s+\S*$/, '')} …`
}

import { tableGrid } from './table-grid.ts'

/** A table as Markdown has it: the first row is the header where the table has none. */
export function tableMarkdown(table: Element): string {
  const { caption, header, rows } = tableGrid(table)
  const [first = [], ...rest] = header.length > 0 ? [header, ...rows] : rows
  if (first.length === 0) return ''
  const width = Math.max(first.length, ...rest.map((row) => row.length))
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, index) => (cells[index] ?? '').replaceAll('|', '\\|')).join(' | ')} |`
  const ruler = `|${' --- |'.repeat(width)}`
  return [...(caption ? [`**${caption}**`, ''] : []), line(first), ruler, ...rest.map(line)].join('\n')
}

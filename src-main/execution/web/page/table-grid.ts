import { visibleText } from './parse-page.ts'

export interface TableGrid {
  readonly caption: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/**
 * A table's cells as text, spans filled in with the cell they repeat. The header is the `<thead>`, else a first row of
 * `<th>` alone, else empty.
 */
export function tableGrid(table: Element): TableGrid {
  const own = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table)
  const grid = fillSpans(own)
  const first = own[0]
  const headed =
    first !== undefined &&
    (first.parentElement?.localName === 'thead' ||
      cellsOf(first).every(({ localName }) => localName === 'th'))
  const [header = [], ...body] = grid
  return {
    caption: visibleText(table.querySelector('caption')),
    header: headed ? header : [],
    rows: (headed ? body : grid).filter((row) => row.some((cell) => cell !== '')),
  }
}

const cellsOf = (row: Element): Element[] =>
  [...row.children].filter(({ localName }) => localName === 'td' || localName === 'th')

function fillSpans(rows: readonly Element[]): string[][] {
  const grid: string[][] = rows.map(() => [])
  rows.forEach((row, top) => {
    for (const cell of cellsOf(row)) {
      const line = grid[top] ?? []
      let left = 0
      while (line[left] !== undefined) left++
      const text = visibleText(cell)
      for (let down = 0; down < span(cell, 'rowspan') && top + down < rows.length; down++) {
        for (let across = 0; across < span(cell, 'colspan'); across++) {
          const target = grid[top + down]
          if (target) target[left + across] = text
        }
      }
    }
  })
  return grid.map((line) => Array.from(line, (cell) => cell ?? ''))
}

/** Cells are repeated at most this often: a table that claims more is no table that anybody reads. */
const MAX_SPAN = 30

const span = (cell: Element, attribute: string): number =>
  Math.min(MAX_SPAN, Math.max(1, Number.parseInt(cell.getAttribute(attribute) ?? '1', 10) || 1))

import { structuredPatch } from 'diff'

export type DiffRow =
  | { kind: 'same' | 'added' | 'removed'; before?: number; after?: number; text: string }
  /** Lines that are the same on both sides and not shown. */
  | { kind: 'gap'; lines: number }
  /** The last line before it does not end in a line feed. */
  | { kind: 'no-newline' }

export interface DiffView {
  rows: DiffRow[]
  added: number
  removed: number
  /** Rows left out at the end because there are too many. */
  hidden: number
}

/** Lines of a unified diff with their numbers on both sides; `context` same lines around each change. */
export function diffRows(before: string, after: string, { context = 3, most = 600 } = {}): DiffView {
  const patch = structuredPatch('before', 'after', before, after, '', '', { context })
  const rows: DiffRow[] = []
  let shown = 1
  let [added, removed] = [0, 0]
  for (const hunk of patch.hunks) {
    let [left, right] = [hunk.oldStart, hunk.newStart]
    if (left > shown) rows.push({ kind: 'gap', lines: left - shown })
    for (const line of hunk.lines) {
      const text = line.slice(1)
      if (line.startsWith('+')) {
        rows.push({ kind: 'added', after: right++, text })
        added++
      } else if (line.startsWith('-')) {
        rows.push({ kind: 'removed', before: left++, text })
        removed++
      } else if (line.startsWith('\\')) rows.push({ kind: 'no-newline' })
      else rows.push({ kind: 'same', before: left++, after: right++, text })
    }
    shown = left
  }
  const rest = lineCount(before) - shown + 1
  if (rows.length > 0 && rest > 0) rows.push({ kind: 'gap', lines: rest })
  return { rows: rows.slice(0, most), added, removed, hidden: Math.max(0, rows.length - most) }
}

const lineCount = (text: string): number => {
  if (text === '') return 0
  const lines = text.split('\n').length
  return text.endsWith('\n') ? lines - 1 : lines
}

import type { MemoryRow } from '../../memory/memory.ts'
import { joinLabels, type Labels } from '../../vocabulary/labels.ts'

/** Labels of what memory gave: each row's own, so that what came from outside stays untrusted. */
export const labelsOfRows = (rows: readonly MemoryRow[]): Labels =>
  joinLabels(
    { origins: ['memory'], trust: 'trusted', sensitivity: 'personal' },
    ...rows.map((row) => row.labels),
  )

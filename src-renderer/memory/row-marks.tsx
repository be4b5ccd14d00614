import { ShieldAlert } from 'lucide-react'
import type { MemoryView } from '../../src-preload/contract.ts'
import { Badge } from '../ui/badge.tsx'
import { distrustWords, kindWord } from './memory-words.ts'

/** What a row is: its kind, whether a rule holds, whether a fact still does, whether others wrote it. */
export function RowMarks({ row }: { row: MemoryView }) {
  const distrust = distrustWords(row)
  return (
    <>
      <Badge tone={row.kind === 'rule' ? 'accent' : 'neutral'} className="bg-surface">
        {row.status === 'proposed' ? 'Proposed rule' : kindWord(row.kind)}
      </Badge>
      {row.validTo && <Badge title="Something else holds since then.">Past</Badge>}
      {distrust && (
        <Badge
          tone="warn"
          title="It may have been written by anyone; it instructs nothing."
          className="min-w-0 shrink!"
        >
          <ShieldAlert aria-hidden /> <span className="truncate">{distrust}</span>
        </Badge>
      )}
    </>
  )
}

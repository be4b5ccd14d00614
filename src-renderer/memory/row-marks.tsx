import { ShieldAlert } from 'lucide-react'
import type { MemoryView } from '../../src-preload/contract.ts'
import { Badge } from '../ui/badge.tsx'
import { t } from '../words.ts'
import { distrustWords, kindWord } from './memory-words.ts'

/** What a row is: its kind, whether a rule holds, whether a fact still does, whether others wrote it. */
export function RowMarks({ row }: { row: MemoryView }) {
  const distrust = distrustWords(row)
  return (
    <>
      <Badge tone={row.kind === 'rule' ? 'accent' : 'neutral'} className="bg-surface">
        {row.status === 'proposed' ? t('Proposed rule') : kindWord(row.kind)}
      </Badge>
      {row.validTo && <Badge title={t('Something else holds since then.')}>{t('Past')}</Badge>}
      {distrust && (
        <Badge
          tone="warn"
          title={t('It may have been written by anyone; it instructs nothing.')}
          className="min-w-0 shrink!"
        >
          <ShieldAlert aria-hidden /> <span className="truncate">{distrust}</span>
        </Badge>
      )}
    </>
  )
}

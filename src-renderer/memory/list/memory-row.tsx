import { memo } from 'react'
import type { MemoryView } from '../../../src-preload/contract.ts'
import { classNames } from '../../ui/class-names.ts'
import { TimeAgo } from '../../ui/time-ago.tsx'
import { t } from '../../words.ts'
import { RecallWhy } from '../recall-why.tsx'
import { RowMarks } from '../row-marks.tsx'
import { SourceLink } from '../source-link.tsx'

export interface MemoryRowProps {
  row: MemoryView
  /** Place among all rows, from 0, and how many there are; -1 where that is not known. */
  index: number
  count: number
  lines: 1 | 2
  top: number
  height: number
  selected: boolean
  /** The one that Tab reaches. */
  current: boolean
  onOpen: (id: string) => void
}

/** One thing that is remembered: its text, where it came from, how far it is trusted; for a hit, why it was found. */
export const MemoryRow = memo(function MemoryRow(props: MemoryRowProps) {
  const { row, index, count, lines, top, height, selected, current, onOpen } = props
  return (
    <li
      aria-posinset={index + 1}
      aria-setsize={count}
      style={{ top, height }}
      className={classNames(
        'absolute inset-x-0 flex flex-col gap-1 overflow-hidden border-line border-b px-4 py-2 @3xl/pane:px-6',
        selected ? 'bg-accent-soft' : 'hover:bg-sunken',
      )}
    >
      <button
        type="button"
        data-row={index}
        tabIndex={current ? 0 : -1}
        aria-current={selected || undefined}
        onClick={() => onOpen(row.id)}
        className={classNames(
          'shrink-0 rounded text-start text-ink text-sm leading-5 after:absolute after:inset-0 focus-visible:outline-offset-4',
          lines === 1 ? 'truncate' : 'line-clamp-2 whitespace-pre-line [overflow-wrap:anywhere]',
        )}
      >
        {row.text}
      </button>
      <div className="pointer-events-none relative z-10 flex h-5 min-w-0 shrink-0 items-center gap-2 text-faint text-xs [&_a]:pointer-events-auto [&_button]:pointer-events-auto">
        <RowMarks row={row} />
        <SourceLink source={row.source} inTabOrder={current} />
        <TimeAgo at={row.at} className="shrink-0" />
        {row.scope !== 'personal' && (
          <span className="truncate">
            {t('in')} {row.scope}
          </span>
        )}
      </div>
      {row.why && row.score !== undefined && <RecallWhy score={row.score} why={row.why} />}
    </li>
  )
})

import type { MemoryView } from '../../../src-preload/contract.ts'
import { useActions } from '../../store/store.ts'
import { TimeAgo } from '../../ui/time-ago.tsx'
import { SourceLink } from '../source-link.tsx'

/** Another row in a line or two; it opens. */
export function RelatedRow({ row, before }: { row: MemoryView; before?: string }) {
  const { selectMemory } = useActions()
  return (
    <div className="flex min-w-0 flex-col gap-0.5 rounded-md border border-line bg-surface px-2.5 py-1.5">
      <button
        type="button"
        onClick={() => selectMemory(row.id)}
        className="rounded text-start text-ink text-sm leading-snug hover:underline [overflow-wrap:anywhere]"
      >
        <span className="line-clamp-3">{row.text}</span>
      </button>
      <p className="flex flex-wrap gap-x-2 text-faint text-xs">
        {before && <span>{before}</span>}
        <SourceLink source={row.source} />
        <TimeAgo at={row.at} />
      </p>
    </div>
  )
}

/** Rows of one relation under its name; nothing where there are none. */
export function RelatedRows({ title, rows }: { title: string; rows: readonly MemoryView[] }) {
  if (rows.length === 0) return null
  return (
    <section aria-label={title} className="flex flex-col gap-1.5">
      <h3 className="font-medium text-soft text-xs">{title}</h3>
      {rows.map((row) => (
        <RelatedRow key={row.id} row={row} />
      ))}
    </section>
  )
}

import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { MemoryView } from '../../../src-preload/contract.ts'
import { classNames } from '../../ui/class-names.ts'
import { t } from '../../words.ts'
import { MemoryRow } from './memory-row.tsx'
import { heightOf, linesOf } from './row-height.ts'
import { placesOf } from './row-places.ts'
import type { ListItem } from './timeline-items.ts'
import { useLongList } from './use-long-list.ts'

export interface MemoryListProps {
  items: readonly ListItem[]
  /** How many rows there are in all; -1 where there may be more than are here. */
  count: number
  selectedId: string | undefined
  onOpen: (id: string) => void
  onForget: (row: MemoryView) => void
  onClose: () => void
  /** The end comes into sight. */
  onEnd: () => void
  /** Told which month is seen; `show` scrolls to one that is here. */
  rail?: (seen: string | undefined, show: (month: string) => boolean) => ReactNode
}

const NOTHING_COVERS = 0
const STEPS: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  PageDown: (at, last) => Math.min(at + 8, last),
  PageUp: (at) => Math.max(at - 8, 0),
  Home: () => 0,
  End: (_, last) => last,
}

const remNow = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16

/** Rows as a list of which only what is seen is drawn. Arrows move, Enter opens, Delete asks to forget, Esc closes. */
export function MemoryList(props: MemoryListProps) {
  const { items, count, selectedId, onOpen, onForget, onClose, onEnd, rail } = props
  const [current, setCurrent] = useState(0)
  const [rem] = useState(remNow)
  const moved = useRef(false)
  const going = useRef(0)
  const rows = useMemo(
    () => items.flatMap((item, at) => (item.kind === 'row' ? [{ row: item.row, at }] : [])),
    [items],
  )
  const makePlaces = useMemo(() => {
    let made: { width: number; places: Float64Array } | undefined
    return (width: number) => {
      if (made?.width !== width) {
        const size = { width: textWidth(width, rem), rem }
        made = { width, places: placesOf(items.length, (index) => heightOf(items[index] as ListItem, size)) }
      }
      return made.places
    }
  }, [items, rem])
  const long = useLongList(makePlaces, NOTHING_COVERS, onEnd)
  const { scrollRef, places, from, to, first, width, show, toTop } = long

  const go = useCallback(
    (index: number) => {
      moved.current = true
      going.current = index
      setCurrent(index)
      show(rows[index]?.at ?? 0)
    },
    [rows, show],
  )
  // the row that the keyboard went to may only now be drawn
  useEffect(() => {
    if (!moved.current) return
    const button = scrollRef.current?.querySelector<HTMLElement>(`[data-row="${current}"]`)
    if (!button) return
    moved.current = false
    button.focus({ preventScroll: true })
  })

  const press = (event: KeyboardEvent<HTMLElement>) => {
    const on = (event.target as HTMLElement).closest<HTMLElement>('[data-row]')
    if (event.key === 'Escape' && selectedId) {
      event.preventDefault()
      return onClose()
    }
    if (!on) return
    // keys may come faster than rows are drawn
    const at = moved.current ? going.current : Number(on.dataset.row)
    const row = rows[at]?.row
    const step = STEPS[event.key]
    if (step && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      go(step(at, rows.length - 1))
    } else if (event.key === 'Delete' && row) {
      event.preventDefault()
      onForget(row)
    }
  }
  const open = useCallback(
    (id: string) => {
      setCurrent(rows.findIndex(({ row }) => row.id === id))
      onOpen(id)
    },
    [rows, onOpen],
  )

  const reached = Math.min(current, rows.length - 1)
  const pinned = rows[reached]?.at
  const shown = items.slice(from, to).map((item, index) => ({ item, at: from + index }))
  // the focus stays on its row when that is scrolled away
  if (pinned !== undefined && (pinned < from || pinned >= to))
    shown.push({ item: items[pinned] as ListItem, at: pinned })

  const showMonth = useCallback(
    (month: string) => {
      const at = items.findIndex(({ kind, key }) => kind === 'month' && key === month)
      if (at >= 0) toTop(at)
      return at >= 0
    },
    [items, toTop],
  )
  const seenMonth = rail && monthAt(items, first)

  return (
    <div className="flex min-h-0 flex-1">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the rows in it */}
      <div
        ref={scrollRef}
        onKeyDown={press}
        className="min-h-0 min-w-0 flex-1 overflow-y-auto overscroll-contain [overflow-anchor:none]"
      >
        <ul aria-label={t('Memories')} className="relative" style={{ height: places.at(-1) ?? 0 }}>
          {shown.map(({ item, at }) =>
            item.kind === 'row' ? (
              <MemoryRow
                key={item.key}
                row={item.row}
                index={item.index}
                count={count}
                lines={linesOf(item.row.text, textWidth(width, rem), rem)}
                top={places[at] ?? 0}
                height={(places[at + 1] ?? 0) - (places[at] ?? 0)}
                selected={item.row.id === selectedId}
                current={at === pinned}
                onOpen={open}
              />
            ) : (
              <Heading key={`${item.kind}:${item.key}`} item={item} top={places[at] ?? 0} />
            ),
          )}
        </ul>
      </div>
      {rail?.(seenMonth, showMonth)}
    </div>
  )
}

function monthAt(items: readonly ListItem[], at: number): string | undefined {
  for (let index = Math.min(at, items.length - 1); index >= 0; index -= 1) {
    const item = items[index]
    if (item?.kind === 'month') return item.key
  }
  return undefined
}

const textWidth = (width: number, rem: number) => Math.max(0, width - 3 * rem)

const Heading = ({ item, top }: { item: Exclude<ListItem, { kind: 'row' }>; top: number }) => (
  <li
    style={{ top }}
    className={classNames(
      'absolute inset-x-0 flex items-end px-4 @3xl/pane:px-6',
      item.kind === 'month'
        ? 'h-10 pb-1 font-semibold text-ink text-sm'
        : 'h-7 border-line border-b pb-0.5 font-medium text-soft text-xs',
    )}
  >
    {item.label}
  </li>
)

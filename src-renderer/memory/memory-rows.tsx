import { Brain, SearchX } from 'lucide-react'
import { type ReactNode, useCallback, useMemo } from 'react'
import type { MemoryView } from '../../src-preload/contract.ts'
import { useActions, useStore } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Loading } from '../ui/loading.tsx'
import { useLoad } from '../ui/use-load.ts'
import { useTimeZone } from '../ui/use-time-zone.ts'
import { t } from '../words.ts'
import { MemoryList } from './list/memory-list.tsx'
import { asList, asTimeline, endOfMonth, monthWords } from './list/timeline-items.ts'
import { TimelineRail } from './list/timeline-rail.tsx'
import { useOldest } from './list/use-oldest.ts'
import { filterWords, NO_FILTER, narrows } from './memory-filter.ts'

export interface RowsProps {
  onForget: (row: MemoryView) => void
  onClose: () => void
}

export interface MemoryRowsProps extends RowsProps {
  onAdd: () => void
}

/** All that is remembered and fits the filter, as a list or along time. */
export function MemoryRows({ onForget, onClose, onAdd }: MemoryRowsProps) {
  const { list, loaded, more, stale, filter, view, before, selectedId } = useStore(({ memory }) => memory)
  const { loadMemory, filterMemory, jumpMemory, selectMemory } = useActions()
  const { settled, again } = useLoad(loadMemory)
  const timeZone = useTimeZone()
  const oldest = useOldest(view === 'timeline')
  const items = useMemo(
    () => (view === 'timeline' ? asTimeline(list, new Date(), timeZone) : asList(list)),
    [list, view, timeZone],
  )
  const onEnd = useCallback(() => {
    if (more) void loadMemory({ more: true })
  }, [more, loadMemory])
  const onOpen = useCallback((id: string) => selectMemory(id), [selectMemory])

  if (!loaded && !settled) return <Loading what={t('memory')} />
  if (!loaded) {
    return (
      <div className="p-4">
        <ErrorNote
          failure={{ message: 'Memory could not be read.' }}
          actions={
            <Button size="small" onClick={again}>
              {t('Try again')}
            </Button>
          }
        />
      </div>
    )
  }
  const newest = list[0]
  if (!newest) {
    if (before) {
      return (
        <EmptyState
          icon={SearchX}
          title={t('Nothing as old as that')}
          actions={<Button onClick={() => void jumpMemory(undefined)}>{t('Back to now')}</Button>}
        />
      )
    }
    return narrows(filter) ? (
      <EmptyState
        icon={SearchX}
        title={t('Nothing fits')}
        actions={<Button onClick={() => void filterMemory(NO_FILTER)}>{t('Show all')}</Button>}
      >
        {t('You look at')} {filterWords(filter)}.
      </EmptyState>
    ) : (
      <EmptyState
        icon={Brain}
        title={t('Nothing remembered yet')}
        actions={<Button onClick={onAdd}>{t('Add something')}</Button>}
      >
        {t(
          'Say “remember that …” in the chat, add it here, or import what you have as JSON Lines. The agent recalls what fits whenever you ask for something.',
        )}
      </EmptyState>
    )
  }
  const jump = (month: string, show: (month: string) => boolean) => {
    if (!show(month)) void jumpMemory(endOfMonth(month, timeZone))
  }
  return (
    <>
      {stale && (
        <Line>
          {t('Memory has changed.')}
          <Button size="small" kind="quiet" onClick={again}>
            {t('Show it from the top')}
          </Button>
        </Line>
      )}
      {before && (
        <Line>
          {t('Up to')} {monthWords(monthBefore(before))}.
          <Button size="small" kind="quiet" onClick={() => void jumpMemory(undefined)}>
            {t('Back to now')}
          </Button>
        </Line>
      )}
      <MemoryList
        key={`${view}:${before ?? ''}`}
        items={items}
        count={more ? -1 : list.length}
        selectedId={selectedId}
        onOpen={onOpen}
        onForget={onForget}
        onClose={onClose}
        onEnd={onEnd}
        {...(view === 'timeline'
          ? {
              rail: (seen: string | undefined, show: (month: string) => boolean) => (
                <TimelineRail
                  newest={before ?? newest.at}
                  oldest={oldest ?? list.at(-1)?.at ?? newest.at}
                  timeZone={timeZone}
                  seen={seen}
                  onJump={(month) => jump(month, show)}
                />
              ),
            }
          : {})}
      />
    </>
  )
}

/** The month that an end of a month belongs to. */
function monthBefore(end: string): { year: number; month: number } {
  // half a day earlier it is that month in any time zone
  const at = new Date(Date.parse(end) - 43_200_000)
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1 }
}

const Line = ({ children }: { children: ReactNode }) => (
  <p
    role="status"
    className="flex shrink-0 items-center gap-2 border-line border-b bg-sunken px-4 py-1 @3xl/pane:px-6 text-soft text-xs"
  >
    {children}
  </p>
)

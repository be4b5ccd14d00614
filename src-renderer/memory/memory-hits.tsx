import { SearchX } from 'lucide-react'
import { useCallback, useMemo } from 'react'
import { useActions, useStore } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Loading } from '../ui/loading.tsx'
import { useTimeZone } from '../ui/use-time-zone.ts'
import { t } from '../words.ts'
import { MemoryList } from './list/memory-list.tsx'
import { asList, asTimeline } from './list/timeline-items.ts'
import { filterWords, fits, NO_FILTER, narrows } from './memory-filter.ts'
import type { RowsProps } from './memory-rows.tsx'

const NOTHING_MORE = () => {}

/** What a search found and the filter lets through. Where none of it answers, it says so first. */
export function MemoryHits({ onForget, onClose }: RowsProps) {
  const { search, searchFailure, filter, view, words, selectedId } = useStore(({ memory }) => memory)
  const { searchMemory, filterMemory, selectMemory } = useActions()
  const timeZone = useTimeZone()
  const items = useMemo(() => {
    const fitting = (search?.hits ?? []).filter((row) => fits(row, filter, new Date(), timeZone))
    if (view === 'list') return asList(fitting)
    const byTime = fitting.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
    return asTimeline(byTime, new Date(), timeZone)
  }, [search, filter, view, timeZone])
  const onOpen = useCallback((id: string) => selectMemory(id), [selectMemory])
  const count = items.filter(({ kind }) => kind === 'row').length

  if (searchFailure) {
    return (
      <div className="p-4">
        <ErrorNote
          failure={searchFailure}
          actions={
            <Button size="small" onClick={() => void searchMemory(words.trim())}>
              {t('Try again')}
            </Button>
          }
        />
      </div>
    )
  }
  if (!search) return <Loading what={t('what fits')} />
  if (count === 0) {
    return narrows(filter) && search.hits.length > 0 ? (
      <EmptyState
        icon={SearchX}
        title={t('Nothing among {filter}', { filter: filterWords(filter) })}
        actions={<Button onClick={() => void filterMemory(NO_FILTER)}>{t('Search everything')}</Button>}
      >
        {t('Elsewhere there is something that fits “')}
        {search.q}”.
      </EmptyState>
    ) : (
      <EmptyState icon={SearchX} title={t('Nothing I know answers “{q}”', { q: search.q })}>
        {t('Other words for the same thing may find it.')}
      </EmptyState>
    )
  }
  return (
    <>
      <p
        role="status"
        className="shrink-0 border-line border-b px-4 py-1.5 @3xl/pane:px-6 text-soft text-xs [overflow-wrap:anywhere]"
      >
        {search.known ? (
          <>
            {count === 1 ? t('1 hit') : t('{count} hits', { count })} {t('for “')}
            {search.q}”{view === 'list' ? t(', best first,') : t(', latest first,')} {t('in')}{' '}
            {Math.max(1, Math.round(search.elapsedMs))} ms
          </>
        ) : (
          <span className="font-medium text-warn">
            {t('Nothing I know answers “')}
            {search.q}
            {t('”. The nearest:')}
          </span>
        )}
      </p>
      <MemoryList
        key={view}
        items={items}
        count={count}
        selectedId={selectedId}
        onOpen={onOpen}
        onForget={onForget}
        onClose={onClose}
        onEnd={NOTHING_MORE}
      />
    </>
  )
}

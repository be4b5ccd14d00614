import { ListChecks, SearchX } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { useActions, useStore } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Loading } from '../ui/loading.tsx'
import { Pane } from '../ui/pane.tsx'
import { useRead } from '../ui/use-read.ts'
import { t } from '../words.ts'
import { ALL_RUNS, isNarrowed, type RunFilter, visibleRuns } from './run-filter.ts'
import { RunFilterBar } from './run-filter-bar.tsx'
import { RunList } from './run-list.tsx'
import { SelectedRun } from './selected-run.tsx'

/** Every goal that is or was pursued, and all of the one that is chosen. */
export function RunsPane() {
  const heard = useStore(({ runs }) => runs.list)
  const selectedId = useStore(({ runs }) => runs.selectedId)
  const { openRun, closeRun, openPane } = useActions()
  const [filter, setFilter] = useState<RunFilter>(ALL_RUNS)
  const query = useDeferredValue(filter.query.trim())
  const { value, failure, again } = useRead('runs.list', {
    ...(filter.status === 'all' ? {} : { status: filter.status }),
    ...(filter.channel === 'all' ? {} : { channel: filter.channel }),
    ...(filter.from === undefined ? {} : { from: filter.from }),
    ...(query.includes(' ') || query === '' ? {} : { query }),
  })
  const runs = visibleRuns(value ?? [], heard, filter)
  const back = (id: string) => {
    closeRun()
    // the list is there again after the next paint
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-row="${id}"]`)?.focus())
  }
  const filtered = isNarrowed(filter)
  const empty = runs.length === 0 && value !== undefined && !filtered && !selectedId

  return (
    <Pane
      title={t('Runs')}
      about={t('Each goal, what was done for it, and what shows that it was done.')}
      width="full"
    >
      <div
        className={classNames(
          'min-h-0 min-w-0 flex-col',
          empty ? 'flex w-full' : '@3xl:flex @3xl:w-80 @3xl:shrink-0 @3xl:border-line @3xl:border-e',
          selectedId ? 'hidden' : 'flex w-full',
        )}
      >
        {!empty && <RunFilterBar filter={filter} onChange={setFilter} />}
        <div className="min-h-0 flex-1 overflow-y-auto">
          {failure && (
            <div className="p-4">
              <ErrorNote
                failure={failure}
                actions={
                  <Button size="small" onClick={again}>
                    {t('Try again')}
                  </Button>
                }
              />
            </div>
          )}
          {runs.length > 0 && <RunList runs={runs} selectedId={selectedId} onSelect={openRun} />}
          {runs.length === 0 && !value && !failure && <Loading what={t('runs')} />}
          {runs.length === 0 && value && filtered && (
            <EmptyState
              icon={SearchX}
              title={t('No run fits')}
              actions={<Button onClick={() => setFilter(ALL_RUNS)}>{t('Show all')}</Button>}
            >
              {t('Goals are searched for every word you type.')}
            </EmptyState>
          )}
          {empty && (
            <EmptyState
              icon={ListChecks}
              title={t('No runs yet')}
              actions={
                <Button kind="primary" onClick={() => openPane('chat')}>
                  {t('Give it a goal')}
                </Button>
              }
            >
              {t(
                'Each goal you give in the chat becomes a run: it is kept step by step, goes on after a restart, and shows its evidence here.',
              )}
            </EmptyState>
          )}
        </div>
      </div>
      <div
        className={classNames(
          '@container min-h-0 min-w-0 flex-1 overflow-y-auto',
          !selectedId && (empty ? 'hidden' : 'hidden @3xl:block'),
        )}
      >
        {selectedId ? (
          <SelectedRun key={selectedId} id={selectedId} onBack={() => back(selectedId)} />
        ) : (
          runs.length > 0 && <EmptyState icon={ListChecks} title={t('Choose a run to see all of it')} />
        )}
      </div>
    </Pane>
  )
}

import { ListChecks, SearchX } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import type { RunStatus } from '../../src-preload/contract.ts'
import { useActions, useStore } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Select } from '../ui/field.tsx'
import { Loading } from '../ui/loading.tsx'
import { Pane } from '../ui/pane.tsx'
import { SearchBox } from '../ui/search-box.tsx'
import { statusWord } from '../ui/status.ts'
import { useRead } from '../ui/use-read.ts'
import { type RunFilter, visibleRuns } from './run-filter.ts'
import { RunList } from './run-list.tsx'
import { SelectedRun } from './selected-run.tsx'

const STATUSES: readonly RunStatus[] = ['running', 'waiting', 'queued', 'succeeded', 'failed', 'cancelled']

/** Every goal that is or was pursued, and all of the one that is chosen. */
export function RunsPane() {
  const heard = useStore(({ runs }) => runs.list)
  const selectedId = useStore(({ runs }) => runs.selectedId)
  const { openRun, closeRun, openPane } = useActions()
  const [filter, setFilter] = useState<RunFilter>({ status: 'all', query: '' })
  const query = useDeferredValue(filter.query.trim())
  const { value, failure, again } = useRead('runs.list', {
    ...(filter.status === 'all' ? {} : { status: filter.status }),
    ...(query.includes(' ') || query === '' ? {} : { query }),
  })
  const runs = visibleRuns(value ?? [], heard, filter)
  const back = (id: string) => {
    closeRun()
    // the list is there again after the next paint
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-row="${id}"]`)?.focus())
  }
  const filtered = filter.status !== 'all' || filter.query.trim() !== ''

  return (
    <Pane
      title="Runs"
      about="Each goal, what was done for it, and what shows that it was done."
      width="full"
      toolbar={
        <>
          <SearchBox
            label="Search runs"
            placeholder="Search goals"
            value={filter.query}
            onChange={(words) => setFilter({ ...filter, query: words })}
          />
          <Select
            aria-label="Status"
            className="w-auto!"
            value={filter.status}
            onChange={({ target }) => setFilter({ ...filter, status: target.value as RunFilter['status'] })}
          >
            <option value="all">All</option>
            {STATUSES.map((status) => (
              <option key={status} value={status}>
                {statusWord(status)}
              </option>
            ))}
          </Select>
        </>
      }
    >
      <div
        className={classNames(
          'min-h-0 overflow-y-auto border-line @3xl:block @3xl:w-80 @3xl:shrink-0 @3xl:border-r',
          selectedId ? 'hidden' : 'w-full',
        )}
      >
        {failure && (
          <div className="p-4">
            <ErrorNote
              failure={failure}
              actions={
                <Button size="small" onClick={again}>
                  Try again
                </Button>
              }
            />
          </div>
        )}
        {runs.length > 0 && <RunList runs={runs} selectedId={selectedId} onSelect={openRun} />}
        {runs.length === 0 && !value && !failure && <Loading what="runs" />}
        {runs.length === 0 && value && filtered && (
          <EmptyState
            icon={SearchX}
            title="No run fits"
            actions={<Button onClick={() => setFilter({ status: 'all', query: '' })}>Show all</Button>}
          >
            Goals are searched for every word you type.
          </EmptyState>
        )}
        {runs.length === 0 && value && !filtered && (
          <EmptyState
            icon={ListChecks}
            title="No runs yet"
            actions={
              <Button kind="primary" onClick={() => openPane('chat')}>
                Give it a goal
              </Button>
            }
          >
            Each goal you give in the chat becomes a run: it is kept step by step, goes on after a restart,
            and shows its evidence here.
          </EmptyState>
        )}
      </div>
      <div
        className={classNames(
          '@container min-h-0 min-w-0 flex-1 overflow-y-auto',
          !selectedId && 'hidden @3xl:block',
        )}
      >
        {selectedId ? (
          <SelectedRun key={selectedId} id={selectedId} onBack={() => back(selectedId)} />
        ) : (
          runs.length > 0 && <EmptyState icon={ListChecks} title="Choose a run to see all of it" />
        )}
      </div>
    </Pane>
  )
}

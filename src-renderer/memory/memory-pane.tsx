import { ListFilter, Plus, Upload } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { MemoryView } from '../../src-preload/contract.ts'
import { useActions, useStore } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { Pane } from '../ui/pane.tsx'
import { SearchBox } from '../ui/search-box.tsx'
import { useDebounced } from '../ui/use-debounced.ts'
import { useRead } from '../ui/use-read.ts'
import { t } from '../words.ts'
import { AddMemory } from './add-memory.tsx'
import { ForgetMemory } from './detail/forget-memory.tsx'
import { SelectedMemory } from './detail/selected-memory.tsx'
import { FilterBar } from './filter-bar.tsx'
import { narrows } from './memory-filter.ts'
import { MemoryHits } from './memory-hits.tsx'
import { MemoryRows } from './memory-rows.tsx'
import { MemoryStatus } from './memory-status.tsx'
import { RuleStrip } from './rule-strip.tsx'
import { ChooseImport } from './transfer/choose-import.tsx'
import { ExportButton } from './transfer/export-button.tsx'
import { ImportProgress } from './transfer/import-progress.tsx'
import { useMemoryChange } from './use-memory-change.ts'
import { ViewChoice } from './view-choice.tsx'

/** What the agent remembers: to browse, to search, to put right. */
export function MemoryPane() {
  const { filterMemory, viewMemory, typeMemoryWords, searchMemory, selectMemory } = useActions()
  const filter = useStore(({ memory }) => memory.filter)
  const view = useStore(({ memory }) => memory.view)
  const words = useStore(({ memory }) => memory.words)
  const selectedId = useStore(({ memory }) => memory.selectedId)
  const facets = useRead('memory.facets', {})
  useMemoryChange(facets.again, 5000)
  const [adding, setAdding] = useState(false)
  const [file, setFile] = useState<File>()
  const [forgetting, setForgetting] = useState<MemoryView>()
  const [filtering, setFiltering] = useState(false)
  const q = useDebounced(words.trim(), 150)
  useEffect(() => {
    if (q !== '') void searchMemory(q)
  }, [q, searchMemory])

  const close = useCallback(() => {
    const id = document.activeElement?.closest('[data-memory-detail]')
    selectMemory(undefined)
    // the list is there again after the next paint, with the row that was open in its tab order
    if (id)
      requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus())
  }, [selectMemory])
  const forget = useCallback((row: MemoryView) => setForgetting(row), [])
  const add = useCallback(() => setAdding(true), [])

  return (
    <Pane
      title={t('Memory')}
      about={t('What the agent knows from you, from what it did and from what it read.')}
      width="full"
      actions={
        <>
          <ImportButton onChosen={setFile} />
          <ExportButton />
          <Button kind="primary" onClick={add} disabled={adding}>
            <Plus aria-hidden /> {t('Add')}
          </Button>
        </>
      }
      toolbar={
        <>
          <SearchBox
            label={t('Search memory')}
            placeholder={t('Search what is remembered')}
            value={words}
            onChange={typeMemoryWords}
          />
          <ViewChoice view={view} onChange={(chosen) => void viewMemory(chosen)} />
          <Button
            className="@2xl/pane:hidden"
            aria-expanded={filtering}
            onClick={() => setFiltering(!filtering)}
          >
            <ListFilter aria-hidden /> {t('Filter')}
            {narrows(filter) && <span aria-hidden> •</span>}
          </Button>
          <div className={classNames('w-full', !filtering && 'hidden @2xl/pane:block')}>
            <FilterBar filter={filter} facets={facets.value} onChange={(next) => void filterMemory(next)} />
          </div>
        </>
      }
    >
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <div className={classNames('shrink-0', selectedId && '@max-3xl/pane:hidden')}>
          <RuleStrip onForget={forget} />
        </div>
        <div className="flex max-h-[60%] shrink-0 flex-col gap-2 overflow-y-auto px-4 empty:hidden @3xl/pane:px-6 [&>:first-child]:mt-3 [&>:last-child]:mb-3">
          {adding && <AddMemory onClose={() => setAdding(false)} />}
          {file && <ChooseImport file={file} onDone={() => setFile(undefined)} />}
          <ImportProgress />
        </div>
        <div className="flex min-h-0 flex-1">
          <div
            className={classNames(
              'min-h-0 min-w-0 flex-1 flex-col border-line border-t bg-surface',
              selectedId ? 'hidden @3xl/pane:flex' : 'flex',
            )}
          >
            {words.trim() === '' ? (
              <MemoryRows onForget={forget} onClose={close} onAdd={add} />
            ) : (
              <MemoryHits onForget={forget} onClose={close} />
            )}
          </div>
          {selectedId && (
            // biome-ignore lint/a11y/noStaticElementInteractions: Esc closes it wherever in it the focus is
            <div
              data-memory-detail
              onKeyDown={(event) => {
                if (event.key !== 'Escape' || event.defaultPrevented) return
                event.preventDefault()
                close()
              }}
              className="@container min-h-0 w-full overflow-y-auto border-line border-t @3xl/pane:w-[26rem] @3xl/pane:shrink-0 @3xl/pane:border-s @6xl/pane:w-[32rem]"
            >
              <SelectedMemory key={selectedId} id={selectedId} onForget={forget} onClose={close} />
            </div>
          )}
        </div>
        <MemoryStatus />
      </div>
      <ForgetMemory row={forgetting} onClose={() => setForgetting(undefined)} />
    </Pane>
  )
}

/** Lets a file be chosen. */
function ImportButton({ onChosen }: { onChosen: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null)
  const busy = useStore(({ memory }) => /^(running|stopping)$/.test(memory.upload?.status ?? ''))
  return (
    <>
      <input
        ref={input}
        type="file"
        aria-label={t('File to import')}
        accept=".jsonl,.ndjson,application/jsonl,application/x-ndjson"
        className="hidden"
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) onChosen(file)
          // the same file may be chosen again
          target.value = ''
        }}
      />
      <Button disabled={busy} onClick={() => input.current?.click()} title={t('JSON Lines, one row a line')}>
        <Upload aria-hidden /> <span className="@max-xl/pane:sr-only">{t('Import')}</span>
      </Button>
    </>
  )
}

import { Brain, Plus, SearchX } from 'lucide-react'
import { useState } from 'react'
import type { MemoryView } from '../../src-preload/contract.ts'
import { useActions, useStore } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Loading } from '../ui/loading.tsx'
import { Pane } from '../ui/pane.tsx'
import { SearchBox } from '../ui/search-box.tsx'
import { useDebounced } from '../ui/use-debounced.ts'
import { useLoad } from '../ui/use-load.ts'
import { useRead } from '../ui/use-read.ts'
import { AddMemory } from './add-memory.tsx'
import { MemoryRow } from './memory-row.tsx'

const HITS = 50

/** What the agent remembers: all of it, or what fits the words that are typed. */
export function MemoryPane() {
  const { loadMemory } = useActions()
  const { settled, again } = useLoad(loadMemory)
  const [words, setWords] = useState('')
  const [adding, setAdding] = useState(false)
  const q = useDebounced(words.trim(), 120)
  const search = useRead('memory.search', q === '' ? null : { q, k: HITS })
  const searching = words.trim() !== '' && q !== ''

  const reload = () => {
    again()
    search.again()
  }
  const added = () => {
    setAdding(false)
    reload()
  }

  return (
    <Pane
      title="Memory"
      about="What the agent knows from you, from what it did and from what it read."
      actions={
        <Button kind="primary" onClick={() => setAdding(true)} disabled={adding}>
          <Plus aria-hidden /> Add
        </Button>
      }
      toolbar={
        <SearchBox
          label="Search memory"
          placeholder="Search what is remembered"
          value={words}
          onChange={setWords}
        />
      }
    >
      {adding && <AddMemory onAdded={added} onClose={() => setAdding(false)} />}
      {search.failure && searching && <ErrorNote failure={search.failure} />}
      {searching ? (
        <Hits found={search.value} onForgotten={reload} />
      ) : (
        <All settled={settled} again={again} onForgotten={reload} onAdd={() => setAdding(true)} />
      )}
    </Pane>
  )
}

interface HitsProps {
  found: { hits: MemoryView[]; elapsedMs: number } | undefined
  onForgotten: () => void
}

function Hits({ found, onForgotten }: HitsProps) {
  if (!found) return null
  if (found.hits.length === 0) {
    return (
      <EmptyState icon={SearchX} title="Nothing that fits">
        Other words for the same thing may find it.
      </EmptyState>
    )
  }
  const count = found.hits.length === 1 ? '1 hit' : `${found.hits.length} hits`
  return (
    <section aria-label="Found" className="flex flex-col gap-1.5">
      <p role="status" className="text-faint text-xs">
        {count}, best first, in {Math.max(1, Math.round(found.elapsedMs))} ms
      </p>
      <Rows rows={found.hits} onForgotten={onForgotten} />
    </section>
  )
}

interface AllProps {
  settled: boolean
  again: () => void
  onForgotten: () => void
  onAdd: () => void
}

function All({ settled, again, onForgotten, onAdd }: AllProps) {
  const { list, loaded, more } = useStore(({ memory }) => memory)
  const { loadMemory } = useActions()
  if (!loaded && !settled) return <Loading what="memory" />
  if (!loaded) {
    return (
      <ErrorNote
        failure={{ message: 'Memory could not be read.' }}
        actions={
          <Button size="small" onClick={again}>
            Try again
          </Button>
        }
      />
    )
  }
  if (list.length === 0) {
    return (
      <EmptyState
        icon={Brain}
        title="Nothing remembered yet"
        actions={<Button onClick={onAdd}>Add something</Button>}
      >
        Say “remember that …” in the chat, or add it here. The agent recalls what fits whenever you ask for
        something.
      </EmptyState>
    )
  }
  return (
    <>
      <Rows rows={list} onForgotten={onForgotten} />
      {more && (
        <Button kind="quiet" className="self-center" onClick={() => void loadMemory({ more: true })}>
          Show more
        </Button>
      )}
    </>
  )
}

const Rows = ({ rows, onForgotten }: { rows: readonly MemoryView[]; onForgotten: () => void }) => (
  <ul
    aria-label="Memories"
    className="divide-y divide-line rounded-lg border border-line bg-surface shadow-card"
  >
    {rows.map((memory) => (
      <MemoryRow key={memory.id} memory={memory} onForgotten={onForgotten} />
    ))}
  </ul>
)

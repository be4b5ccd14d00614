import type { RunStatus } from '../../src-preload/contract.ts'
import { Select } from '../ui/field.tsx'
import { SearchBox } from '../ui/search-box.tsx'
import { statusWord } from '../ui/status.ts'
import type { RunFilter } from './run-filter.ts'

const STATUSES: readonly RunStatus[] = ['running', 'waiting', 'queued', 'succeeded', 'failed', 'cancelled']

export interface RunFilterBarProps {
  filter: RunFilter
  onChange: (filter: RunFilter) => void
}

/** Narrows the list by words of the goal and by status. */
export const RunFilterBar = ({ filter, onChange }: RunFilterBarProps) => (
  <div className="flex shrink-0 gap-2 border-line border-b p-3">
    <SearchBox
      label="Search runs"
      placeholder="Search goals"
      value={filter.query}
      onChange={(query) => onChange({ ...filter, query })}
    />
    <Select
      aria-label="Status"
      className="w-auto!"
      value={filter.status}
      onChange={({ target }) => onChange({ ...filter, status: target.value as RunFilter['status'] })}
    >
      <option value="all">All</option>
      {STATUSES.map((status) => (
        <option key={status} value={status}>
          {statusWord(status)}
        </option>
      ))}
    </Select>
  </div>
)

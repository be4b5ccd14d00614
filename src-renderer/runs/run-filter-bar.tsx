import { useState } from 'react'
import type { RunStatus } from '../../src-preload/contract.ts'
import { Select } from '../ui/field.tsx'
import { SearchBox } from '../ui/search-box.tsx'
import { statusWord } from '../ui/status.ts'
import { t } from '../words.ts'
import { CHANNELS, channelWords } from './channel-words.ts'
import type { RunFilter } from './run-filter.ts'

const STATUSES: readonly RunStatus[] = ['running', 'waiting', 'queued', 'succeeded', 'failed', 'cancelled']

export interface RunFilterBarProps {
  filter: RunFilter
  onChange: (filter: RunFilter) => void
}

const DAY_MS = 86_400_000
const TIMES = [
  { days: 1, words: 'Last day' },
  { days: 7, words: 'Last 7 days' },
  { days: 30, words: 'Last 30 days' },
]

/** Narrows the list by words of the goal, by status, by where it came in, and by when. */
export const RunFilterBar = ({ filter, onChange }: RunFilterBarProps) => (
  <div className="flex shrink-0 flex-wrap gap-2 border-line border-b p-3">
    <SearchBox
      label={t('Search runs')}
      placeholder={t('Search goals')}
      className="basis-full"
      value={filter.query}
      onChange={(query) => onChange({ ...filter, query })}
    />
    <Select
      aria-label={t('Status')}
      className="min-w-20! w-auto! flex-1 px-1! text-[11px]!"
      value={filter.status}
      onChange={({ target }) => onChange({ ...filter, status: target.value as RunFilter['status'] })}
    >
      <option value="all">{t('Any status')}</option>
      {STATUSES.map((status) => (
        <option key={status} value={status}>
          {t(statusWord(status))}
        </option>
      ))}
    </Select>
    <Select
      aria-label={t('Channel')}
      className="min-w-20! w-auto! flex-1 px-1! text-[11px]!"
      value={filter.channel}
      onChange={({ target }) => onChange({ ...filter, channel: target.value })}
    >
      <option value="all">{t('Any channel')}</option>
      {CHANNELS.map((channel) => (
        <option key={channel} value={channel}>
          {channelWords(channel)}
        </option>
      ))}
    </Select>
    <TimeSelect filter={filter} onChange={onChange} />
  </div>
)

function TimeSelect({ filter: { from, ...rest }, onChange }: RunFilterBarProps) {
  const [days, setDays] = useState('all')
  const choose = (chosen: string) => {
    setDays(chosen)
    onChange(
      chosen === 'all'
        ? rest
        : { ...rest, from: new Date(Date.now() - Number(chosen) * DAY_MS).toISOString() },
    )
  }
  return (
    <Select
      aria-label={t('Time')}
      className="min-w-20! w-auto! flex-1 px-1! text-[11px]!"
      value={from === undefined ? 'all' : days}
      onChange={({ target }) => choose(target.value)}
    >
      <option value="all">{t('Any time')}</option>
      {TIMES.map((time) => (
        <option key={time.days} value={time.days}>
          {t(time.words)}
        </option>
      ))}
    </Select>
  )
}

import { SearchX } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { ACTIVITY_KINDS, type ActivityEntryView, type ActivityKind } from '../../src-preload/contract.ts'
import { useActions, useStore } from '../store/store.ts'
import { moveByArrows } from '../ui/arrow-keys.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Select } from '../ui/field.tsx'
import { Loading } from '../ui/loading.tsx'
import { ReadFailure } from '../ui/read-failure.tsx'
import { useDebounced } from '../ui/use-debounced.ts'
import { useRead } from '../ui/use-read.ts'
import { useTimeZone } from '../ui/use-time-zone.ts'
import { t } from '../words.ts'
import { ActivityRow } from './activity-row.tsx'
import { kindLabel } from './activity-words.ts'
import { byDay } from './by-day.ts'

const HOUR_MS = 3_600_000
const TIMES: readonly (readonly [hours: number, label: string])[] = [
  [0, 'Any time'],
  [1, 'Last hour'],
  [24, 'Last day'],
  [168, 'Last 7 days'],
]

/** What happened across all runs, narrowed by kind and time; more of it is read on request. */
export function TimelineSection() {
  const [kind, setKind] = useState<ActivityKind | 'all'>('all')
  const [hours, setHours] = useState(0)
  const [from, setFrom] = useState<string>()
  const query = { ...(kind === 'all' ? {} : { kinds: [kind] }), ...(from === undefined ? {} : { from }) }
  const { value, failure, again } = useRead('activity.list', query, useLatest())
  const older = useOlder(query)
  const entries = [...(value?.entries ?? []), ...older.entries]
  const last = entries.at(-1)
  const more = older.more ?? value?.more ?? false
  const days = byDay(entries, useTimeZone())
  return (
    <section aria-labelledby="timeline-title" className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="timeline-title" className="font-medium text-ink text-sm">
          {t('What happened')}
        </h2>
        <div className="flex flex-wrap gap-2">
          <Select
            aria-label={t('Kind of activity')}
            className="w-auto! min-w-36"
            value={kind}
            onChange={({ target }) => setKind(target.value as ActivityKind | 'all')}
          >
            <option value="all">{t('Everything that happened')}</option>
            {ACTIVITY_KINDS.map((each) => (
              <option key={each} value={each}>
                {kindLabel(each)}
              </option>
            ))}
          </Select>
          <Select
            aria-label={t('Time')}
            className="w-auto! min-w-28"
            value={hours}
            onChange={({ target }) => {
              const chosen = Number(target.value)
              setHours(chosen)
              setFrom(chosen === 0 ? undefined : new Date(Date.now() - chosen * HOUR_MS).toISOString())
            }}
          >
            {TIMES.map(([time, label]) => (
              <option key={time} value={time}>
                {t(label)}
              </option>
            ))}
          </Select>
        </div>
      </div>
      {failure && <ReadFailure failure={failure} again={again} />}
      {!value && !failure && <Loading what={t('activity')} />}
      {value && entries.length === 0 && (
        <EmptyState icon={SearchX} title={t('Nothing of the kind happened')} />
      )}
      <div className="flex flex-col gap-4">
        {days.map(({ heading, entries: some }) => (
          <section key={heading} aria-label={heading} className="flex flex-col gap-1.5">
            <h3 className="font-medium text-soft text-xs">{heading}</h3>
            <ol
              onKeyDown={moveByArrows}
              className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface shadow-card"
            >
              {some.map((entry) => (
                <ActivityRow key={entry.id} entry={entry} />
              ))}
            </ol>
          </section>
        ))}
      </div>
      {more && last && (
        <Button busy={older.busy} className="self-center" onClick={() => void older.read(last)}>
          {t('Show more')}
        </Button>
      )}
    </section>
  )
}

/** Changes when something happened that may stand in the timeline; not at every step of a busy moment. */
function useLatest(): string {
  const run = useStore(({ runs }) => runs.list[0]?.updatedAt ?? '')
  const paused = useStore(({ ui }) => ui.pausedSince ?? '')
  const settings = useStore((state) => state.settings.view)
  const changes = useRef({ settings, count: 0 })
  if (changes.current.settings !== settings) changes.current = { settings, count: changes.current.count + 1 }
  const alerts = useStore(({ ui }) => ui.alerts?.length ?? 0)
  return useDebounced(`${run} ${paused} ${changes.current.count} ${alerts}`, 400)
}

function useOlder(query: { kinds?: ActivityKind[]; from?: string }) {
  const { client, notifyFailure } = useActions()
  const [pages, setPages] = useState<{ entries: ActivityEntryView[]; more?: boolean }>({ entries: [] })
  const [busy, setBusy] = useState(false)
  const key = JSON.stringify(query)
  useEffect(() => setPages({ entries: [] }), [key])
  return {
    ...pages,
    busy,
    read: async (last: ActivityEntryView) => {
      setBusy(true)
      try {
        const until = new Date(Date.parse(last.at) - 1).toISOString()
        const page = await client.call('activity.list', { ...query, until })
        setPages((before) => ({ entries: [...before.entries, ...page.entries], more: page.more }))
      } catch (error) {
        notifyFailure(error)
      }
      setBusy(false)
    },
  }
}

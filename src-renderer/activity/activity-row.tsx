import {
  Activity,
  CalendarClock,
  CircleAlert,
  CircleHelp,
  Flag,
  type LucideIcon,
  MessageSquareReply,
  Play,
  Wrench,
} from 'lucide-react'
import type { ActivityEntryView, ActivityKind } from '../../src-preload/contract.ts'
import { inquiryId } from '../approvals/inquiry-id.ts'
import { focusWhenThere } from '../shell/use-shortcuts.ts'
import { useActions, useStoreApi } from '../store/store.ts'
import { classNames } from '../ui/class-names.ts'
import { clockTime, fullTime } from '../ui/time-words.ts'
import type { Tone } from '../ui/tone.ts'
import { useTimeZone } from '../ui/use-time-zone.ts'
import { entryDetails, entryWords, kindLabel, kindTone } from './activity-words.ts'

const ICONS: Readonly<Record<ActivityKind, LucideIcon>> = {
  started: Play,
  asked: CircleHelp,
  answered: MessageSquareReply,
  acted: Wrench,
  failed: CircleAlert,
  finished: Flag,
  fired: CalendarClock,
  agent: Activity,
}
const COLOURS: Readonly<Record<Tone, string>> = {
  neutral: 'text-soft',
  accent: 'text-accent',
  good: 'text-good',
  warn: 'text-warn',
  danger: 'text-danger',
}

/** One thing that happened; it leads to its run, its card or its place. */
export function ActivityRow({ entry }: { entry: ActivityEntryView }) {
  const open = useOpen(entry)
  const timeZone = useTimeZone()
  const Icon = ICONS[entry.kind]
  const at = new Date(entry.at)
  const inside = (
    <>
      <time
        dateTime={entry.at}
        title={fullTime(at, timeZone)}
        className="w-16 shrink-0 text-soft text-xs tabular-nums leading-5"
      >
        {clockTime(at, timeZone).slice(0, 8)}
      </time>
      <Icon aria-hidden className={classNames('mt-0.5 size-4 shrink-0', COLOURS[kindTone(entry.kind)])} />
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-baseline gap-x-2 text-ink text-sm">
          <span className="sr-only">{kindLabel(entry.kind)}:</span>
          <span className="break-words">{entryWords(entry)}</span>
          <span className="text-soft text-xs">{entryDetails(entry).join(' · ')}</span>
        </span>
        {entry.goal && <span className="block truncate text-soft text-xs">{entry.goal}</span>}
      </span>
    </>
  )
  const look = 'flex w-full items-start gap-3 px-4 py-2 text-start'
  return (
    <li data-row={entry.id}>
      {open ? (
        <button
          type="button"
          onClick={open}
          className={classNames(look, 'hover:bg-sunken focus-visible:-outline-offset-2')}
        >
          {inside}
        </button>
      ) : (
        <div className={look}>{inside}</div>
      )}
    </li>
  )
}

/** Where it leads; nowhere for what has no place. */
function useOpen({ what, runId, inquiryId: asked }: ActivityEntryView): (() => void) | undefined {
  const { openRun, openPane } = useActions()
  const store = useStoreApi()
  if (what === 'settings-changed') return () => openPane('settings')
  if (what === 'schedule-fired') return () => openPane('reminders')
  if (what === 'backed-up' || what === 'crashed') return () => openPane('diagnostics')
  if (runId === undefined) return undefined
  return () => {
    const pending = asked !== undefined && store.getState().approvals.byId[asked]?.status === 'pending'
    if (!pending) return openRun(runId)
    openPane('approvals')
    focusWhenThere(inquiryId(asked))
  }
}

import type { FiringView, ScheduleView } from '../../src-preload/contract.ts'
import { useActions, useStore } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { Loading } from '../ui/loading.tsx'
import { ReadFailure } from '../ui/read-failure.tsx'
import { StatusDot } from '../ui/status-dot.tsx'
import { useRead } from '../ui/use-read.ts'
import { n, t } from '../words.ts'
import { fullDay } from './schedule-words.ts'

/** The next five times of a schedule, and what became of each time that has passed. */
export function ScheduleDetail({ schedule }: { schedule: ScheduleView }) {
  const { id, nextAt = '', pausedAt = '', status, timeZone } = schedule
  // a run of it that has just started or ended changes its history
  const runs = useStore(({ runs: { list } }) =>
    list
      .filter((run) => run.channel === 'schedule')
      .map((run) => `${run.id} ${run.status}`)
      .join(),
  )
  const { value, failure, again } = useRead(
    'schedules.get',
    { id },
    [nextAt, pausedAt, status, runs].join('|'),
  )
  if (failure) return <ReadFailure failure={failure} again={again} />
  if (!value) return <Loading what={t('the schedule')} />
  return (
    <div className="grid gap-x-6 gap-y-3 pb-1 text-xs @xl/pane:grid-cols-2">
      <section aria-label={t('Next times')} className="flex flex-col gap-1">
        <h3 className="font-medium text-soft">{t('Next times')}</h3>
        {value.next.length === 0 ? (
          <p className="text-faint">{pausedAt ? t('None while it is paused.') : t('None: it is over.')}</p>
        ) : (
          <Times times={value.next} timeZone={timeZone} />
        )}
      </section>
      <section aria-label={t('History')} className="flex flex-col gap-1">
        <h3 className="font-medium text-soft">{t('History')}</h3>
        {value.history.length === 0 && <p className="text-faint">{t('It has not fired yet.')}</p>}
        <ol className="flex flex-col gap-1.5">
          {value.history.map((firing) => (
            <li key={firing.dueAt}>
              <Firing firing={firing} kind={schedule.kind} timeZone={timeZone} />
            </li>
          ))}
        </ol>
      </section>
    </div>
  )
}

/** Times in full, in the zone they are meant in. */
export const Times = ({ times, timeZone }: { times: readonly string[]; timeZone: string }) => (
  <ol className="flex flex-col gap-0.5 text-ink tabular-nums">
    {times.map((time) => (
      <li key={time}>
        <time dateTime={time}>{fullDay(time, timeZone)}</time>
      </li>
    ))}
  </ol>
)

interface FiringProps {
  firing: FiringView
  kind: ScheduleView['kind']
  timeZone: string
}

function Firing({ firing, kind, timeZone }: FiringProps) {
  const { openRun } = useActions()
  const { dueAt, missed, byHand, runId, runStatus } = firing
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
      <time dateTime={dueAt} className="text-ink tabular-nums">
        {fullDay(dueAt, timeZone)}
      </time>
      <span className="text-soft">{byHand ? t('Run by hand') : outcomeOf(firing, kind)}</span>
      {missed > 0 && (
        <span className="text-warn">{n(missed, '{count} time was missed', '{count} times were missed')}</span>
      )}
      {runStatus && <StatusDot status={runStatus} />}
      {runId && runStatus && (
        <Button size="small" kind="quiet" onClick={() => openRun(runId)}>
          {t('Open the run')}
        </Button>
      )}
    </div>
  )
}

function outcomeOf({ runId, seenAt, skippedAt }: FiringView, kind: ScheduleView['kind']): string {
  if (skippedAt) return t('Not run: it was paused before it started')
  if (kind === 'reminder') return seenAt ? t('Seen') : t('Not seen yet')
  return runId ? t('Fired') : t('Not started yet')
}

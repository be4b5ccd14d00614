import { Bell, MessageSquareText, Pause, Play, Repeat, StepForward, Trash2 } from 'lucide-react'
import { useId, useState } from 'react'
import type { MethodName, Methods, ScheduleView } from '../../src-preload/contract.ts'
import { useActions } from '../store/store.ts'
import { Badge } from '../ui/badge.tsx'
import { classNames } from '../ui/class-names.ts'
import { Disclosure } from '../ui/disclosure.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { TimeAgo } from '../ui/time-ago.tsx'
import { useAttempt } from '../ui/use-attempt.ts'
import { t } from '../words.ts'
import { DeleteDialog } from './delete-dialog.tsx'
import { PutOff } from './put-off.tsx'
import { ScheduleDetail } from './schedule-detail.tsx'
import { scheduleWords } from './schedule-words.ts'

const STATUS = { active: '', done: 'Done', cancelled: 'Cancelled' }

/** A reminder or schedule: what, when in words, when next; what can be done with it; on request times and history. */
export function ScheduleRow({ schedule }: { schedule: ScheduleView }) {
  const { client, loadSchedules, openConversation, openRun } = useActions()
  const { busy, failure, attempt } = useAttempt()
  const [asking, setAsking] = useState(false)
  const textId = useId()
  const { id, kind, text, nextAt, pausedAt, status } = schedule
  const active = status === 'active'
  const recurring = kind === 'schedule' && active
  const Icon = kind === 'reminder' ? Bell : pausedAt ? Pause : Repeat

  const act = <Name extends MethodName>(method: Name, input: Methods[Name]['input']) =>
    attempt(method, async () => {
      const answer = await client.call(method, input)
      await loadSchedules()
      return answer
    })

  return (
    <li aria-labelledby={textId} className="flex flex-col gap-1 px-3 py-2.5">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <Icon
          aria-hidden
          className={classNames(
            'mt-0.5 size-4 shrink-0',
            active ? (pausedAt ? 'text-warn' : 'text-accent') : 'text-faint',
          )}
        />
        <div className="min-w-40 flex-1">
          <p
            id={textId}
            className={classNames(
              'text-sm leading-snug [overflow-wrap:anywhere]',
              active ? 'text-ink' : 'text-soft',
            )}
          >
            <span className="sr-only">{kind === 'reminder' ? t('Reminder: ') : t('Schedule: ')}</span>
            {text}
          </p>
          <p className="mt-0.5 flex flex-wrap gap-x-3 text-soft text-xs">
            <span>{scheduleWords(schedule)}</span>
            {active && nextAt && (
              <span className="text-faint">
                <TimeAgo at={nextAt} />
              </span>
            )}
            {pausedAt && <Badge tone="warn">{t('Paused')}</Badge>}
            {!active && <span className="text-faint">{t(STATUS[status])}</span>}
          </p>
        </div>
        <div className="-my-1 ms-auto flex shrink-0 items-center">
          {recurring && (
            <>
              <IconButton
                label={t('Run now: {text}', { text })}
                size="small"
                disabled={busy !== undefined}
                onClick={async () => {
                  const started = await act('schedules.run', { id })
                  if (started) openRun(started.runId)
                }}
              >
                <StepForward />
              </IconButton>
              <IconButton
                label={pausedAt ? t('Resume: {text}', { text }) : t('Pause: {text}', { text })}
                size="small"
                disabled={busy !== undefined}
                onClick={() => void act(pausedAt ? 'schedules.resume' : 'schedules.pause', { id })}
              >
                {pausedAt ? <Play /> : <Pause />}
              </IconButton>
            </>
          )}
          {kind === 'reminder' && (
            <PutOff
              label={active ? t('Put off') : t('Remind again')}
              onChoose={(minutes) => void act('schedules.snooze', { id, minutes })}
            />
          )}
          <IconButton
            label={t('Open its conversation')}
            size="small"
            onClick={() => void openConversation(schedule.conversationId)}
          >
            <MessageSquareText />
          </IconButton>
          <IconButton
            label={t('Delete: {text}', { text })}
            size="small"
            danger
            onClick={() => setAsking(true)}
          >
            <Trash2 />
          </IconButton>
        </div>
      </div>
      {pausedAt && (
        <p className="ps-7 text-soft text-xs leading-relaxed">
          {t('Paused: it fires nothing until it is resumed, and what is missed meanwhile is not caught up.')}
        </p>
      )}
      {failure && <ErrorNote failure={failure} />}
      <Disclosure className="ps-7" title={t('Times and history')}>
        <ScheduleDetail schedule={schedule} />
      </Disclosure>
      <DeleteDialog schedule={schedule} open={asking} onOpenChange={setAsking} />
    </li>
  )
}

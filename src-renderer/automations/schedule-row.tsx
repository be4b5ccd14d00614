import { Bell, MessageSquareText, Repeat, X } from 'lucide-react'
import { useState } from 'react'
import type { ScheduleView } from '../../src-preload/contract.ts'
import { useActions } from '../store/store.ts'
import { classNames } from '../ui/class-names.ts'
import { Confirm } from '../ui/confirm.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { TimeAgo } from '../ui/time-ago.tsx'
import { failureOf } from '../ui/use-attempt.ts'

const STATUS = { active: '', done: 'Done', cancelled: 'Cancelled' }

/** A reminder or schedule: what, when in words, when next, and the way to its conversation or its end. */
export function ScheduleRow({ schedule }: { schedule: ScheduleView }) {
  const { openConversation } = useActions()
  const [asking, setAsking] = useState(false)
  const { kind, text, words, nextAt, status } = schedule
  const active = status === 'active'
  const Icon = kind === 'reminder' ? Bell : Repeat
  return (
    <li className="flex items-start gap-3 px-3 py-2.5">
      <Icon
        aria-hidden
        className={classNames('mt-0.5 size-4 shrink-0', active ? 'text-accent' : 'text-faint')}
      />
      <div className="min-w-0 flex-1">
        <p
          className={classNames(
            'text-sm leading-snug [overflow-wrap:anywhere]',
            active ? 'text-ink' : 'text-soft',
          )}
        >
          <span className="sr-only">{kind === 'reminder' ? 'Reminder: ' : 'Schedule: '}</span>
          {text}
        </p>
        <p className="mt-0.5 flex flex-wrap gap-x-3 text-soft text-xs">
          <span>{words}</span>
          {active && nextAt && (
            <span className="text-faint">
              <TimeAgo at={nextAt} />
            </span>
          )}
          {!active && <span className="text-faint">{STATUS[status]}</span>}
        </p>
      </div>
      <div className="-my-1 flex shrink-0">
        <IconButton
          label="Open its conversation"
          size="small"
          onClick={() => void openConversation(schedule.conversationId)}
        >
          <MessageSquareText />
        </IconButton>
        {active && (
          <IconButton label={`Cancel: ${text}`} size="small" danger onClick={() => setAsking(true)}>
            <X />
          </IconButton>
        )}
      </div>
      <CancelDialog schedule={schedule} open={asking} onOpenChange={setAsking} />
    </li>
  )
}

interface CancelDialogProps {
  schedule: ScheduleView
  open: boolean
  onOpenChange: (open: boolean) => void
}

function CancelDialog({ schedule: { id, kind, text, words }, open, onOpenChange }: CancelDialogProps) {
  const { client, loadSchedules } = useActions()
  const cancel = () =>
    client.call('schedules.cancel', { id }).then(
      () => loadSchedules(),
      (error: unknown) => failureOf(error),
    )
  return (
    <Confirm
      open={open}
      onOpenChange={onOpenChange}
      title={kind === 'reminder' ? 'Cancel this reminder?' : 'Cancel this schedule?'}
      action={kind === 'reminder' ? 'Cancel the reminder' : 'Cancel the schedule'}
      dismiss="Keep it"
      danger
      onConfirm={cancel}
    >
      “{text}”, {words}. {kind === 'schedule' && 'It will not run again.'}
    </Confirm>
  )
}

import type { ScheduleView } from '../../src-preload/contract.ts'
import { useActions } from '../store/store.ts'
import { Confirm } from '../ui/confirm.tsx'
import { failureOf } from '../ui/use-attempt.ts'
import { t } from '../words.ts'
import { scheduleWords } from './schedule-words.ts'

export interface DeleteDialogProps {
  schedule: ScheduleView
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Asks before a reminder or schedule is gone. */
export function DeleteDialog({ schedule, open, onOpenChange }: DeleteDialogProps) {
  const { client, loadSchedules } = useActions()
  const { id, kind, text } = schedule
  const reminder = kind === 'reminder'
  const about = { text, words: scheduleWords(schedule) }
  return (
    <Confirm
      open={open}
      onOpenChange={onOpenChange}
      title={reminder ? t('Delete this reminder?') : t('Delete this schedule?')}
      action={reminder ? t('Delete the reminder') : t('Delete the schedule')}
      dismiss={t('Keep it')}
      danger
      onConfirm={() =>
        client.call('schedules.delete', { id }).then(
          () => loadSchedules(),
          (error: unknown) => failureOf(error),
        )
      }
    >
      {reminder
        ? t('“{text}”, {words}. It is gone with its notices.', about)
        : t('“{text}”, {words}. It will not run again, and its history goes with it. Its runs stay.', about)}
    </Confirm>
  )
}

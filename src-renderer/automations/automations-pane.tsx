import { CalendarClock, Plus } from 'lucide-react'
import { useState } from 'react'
import { useActions, useStore } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Loading } from '../ui/loading.tsx'
import { Pane } from '../ui/pane.tsx'
import { useLoad } from '../ui/use-load.ts'
import { useTimeZone } from '../ui/use-time-zone.ts'
import { t } from '../words.ts'
import { NewAutomation } from './new-automation.tsx'
import { byDay, inOrder } from './schedule-order.ts'
import { ScheduleRow } from './schedule-row.tsx'

const EXAMPLES = [
  'Remind me tomorrow at 9 to call the dentist',
  'Remind me on Friday at 17:30 to send the report',
  'Every weekday at 8:30 list what is new in ~/Downloads',
]

/** Reminders and schedules: what comes when, and what is over. */
export function AutomationsPane() {
  const { list, loaded } = useStore(({ schedules }) => schedules)
  const { loadSchedules } = useActions()
  const { settled, again } = useLoad(loadSchedules)
  const timeZone = useTimeZone()
  const [making, setMaking] = useState(false)
  const { coming, over } = inOrder(list)
  const groups = [
    ...byDay(coming, new Date(), timeZone),
    ...(over.length > 0 ? [{ heading: 'Over', schedules: over }] : []),
  ]

  return (
    <Pane
      title={t('Automations')}
      about={t('A reminder tells you something once. A schedule pursues a goal again and again.')}
      actions={
        <Button size="small" aria-expanded={making} onClick={() => setMaking(!making)}>
          <Plus aria-hidden />
          {t('New schedule')}
        </Button>
      }
    >
      {making && <NewAutomation onClose={() => setMaking(false)} />}
      {!loaded && !settled && <Loading what={t('reminders')} />}
      {!loaded && settled && (
        <ErrorNote
          failure={{ message: t('Reminders and schedules could not be read.') }}
          actions={
            <Button size="small" onClick={again}>
              {t('Try again')}
            </Button>
          }
        />
      )}
      {loaded && !making && coming.length === 0 && <Teach first={over.length === 0} />}
      {groups.map(({ heading, schedules }) => (
        <section key={heading} aria-label={t(heading)} className="flex flex-col gap-1.5">
          <h2 className="font-medium text-soft text-xs">{t(heading)}</h2>
          <ul className="divide-y divide-line rounded-lg border border-line bg-surface shadow-card">
            {schedules.map((schedule) => (
              <ScheduleRow key={schedule.id} schedule={schedule} />
            ))}
          </ul>
        </section>
      ))}
    </Pane>
  )
}

function Teach({ first }: { first: boolean }) {
  const { newConversation, setDraft } = useActions()
  const take = (goal: string) => {
    newConversation()
    setDraft(goal)
  }
  return (
    <EmptyState
      icon={CalendarClock}
      title={first ? t('No reminders yet') : t('Nothing is coming up')}
      actions={
        <div className="flex flex-col items-stretch gap-2">
          {EXAMPLES.map((example) => (
            <Button
              key={example}
              onClick={() => take(example)}
              className="h-auto min-h-8 whitespace-normal py-1.5"
            >
              {example}
            </Button>
          ))}
        </div>
      }
    >
      {t('Say it in the chat as you would to a person, or make one here. Try one of these:')}
    </EmptyState>
  )
}

import { CalendarClock } from 'lucide-react'
import { useActions, useStore } from '../store/store.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Loading } from '../ui/loading.tsx'
import { Pane } from '../ui/pane.tsx'
import { useLoad } from '../ui/use-load.ts'
import { useTimeZone } from '../ui/use-time-zone.ts'
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
  const { coming, over } = inOrder(list)
  const groups = [
    ...byDay(coming, new Date(), timeZone),
    ...(over.length > 0 ? [{ heading: 'Over', schedules: over }] : []),
  ]

  return (
    <Pane
      title="Reminders and schedules"
      about="A reminder tells you something once. A schedule pursues a goal again and again."
    >
      {!loaded && !settled && <Loading what="reminders" />}
      {!loaded && settled && (
        <ErrorNote
          failure={{ message: 'Reminders and schedules could not be read.' }}
          actions={
            <Button size="small" onClick={again}>
              Try again
            </Button>
          }
        />
      )}
      {loaded && coming.length === 0 && <Teach first={over.length === 0} />}
      {groups.map(({ heading, schedules }) => (
        <section key={heading} aria-label={heading} className="flex flex-col gap-1.5">
          <h2 className="font-medium text-soft text-xs">{heading}</h2>
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
      title={first ? 'No reminders yet' : 'Nothing is coming up'}
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
      Say it in the chat as you would to a person. Try one of these:
    </EmptyState>
  )
}

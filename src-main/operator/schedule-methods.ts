import type { AgentEvent, ScheduleView } from '../../src-preload/contract.ts'
import type { Automations } from '../ingestion/automations.ts'
import type { Place } from '../ingestion/language/place.ts'
import { readWhen, type When } from '../ingestion/language/read-when.ts'
import type { RemindersPort, Schedule } from '../ingestion/reminders.ts'
import type { Scheduler } from '../ingestion/scheduler.ts'
import { nextTimes } from '../ingestion/sqlite/next-time.ts'
import { inWords } from '../ingestion/sqlite/reminder-time.ts'
import type { Conversations } from '../state/sqlite/conversations.ts'
import type { Clock, NewId } from '../vocabulary/clock.ts'
import { RequestError } from '../vocabulary/errors.ts'
import { OPERATOR_LABELS } from '../vocabulary/labels.ts'
import type { Handlers } from './operator.ts'

type ScheduleHandlers = Pick<Handlers, Extract<keyof Handlers, `schedules.${string}`>>

/** How many of the next times are told. */
const TIMES_TOLD = 5

export interface ScheduleMethodsDeps {
  readonly reminders: RemindersPort
  readonly automations: Automations
  readonly scheduler: Pick<Scheduler, 'look'>
  readonly conversations: Pick<Conversations, 'open' | 'get' | 'run'>
  readonly place: () => Omit<Place, 'now'>
  readonly clock: Clock
  readonly newId: NewId
  readonly emit: (event: AgentEvent) => void
}

/** What the operator does with reminders and schedules. */
export function createScheduleMethods(deps: ScheduleMethodsDeps): ScheduleHandlers {
  const { reminders, automations, conversations, clock, newId, emit } = deps

  const read = (when: string): When =>
    readWhen(when, { now: new Date(clock.now()).toISOString(), ...deps.place() })

  const timesOf = (when: When): string[] =>
    when.kind === 'once'
      ? [new Date(when.at).toISOString()]
      : nextTimes(when.cron, deps.place().timeZone, clock.now(), TIMES_TOLD).map((time) =>
          new Date(time).toISOString(),
        )

  return {
    'schedules.list': async () => (await reminders.list()).map(viewSchedule),
    'schedules.get': ({ id }) => {
      const schedule = automations.get(id)
      return {
        schedule: viewSchedule(schedule),
        next: automations.nextTimes(schedule, TIMES_TOLD),
        history: automations.history(id).map((firing) => {
          const run = firing.runId === undefined ? undefined : conversations.run(firing.runId)
          return { ...firing, ...(run ? { runStatus: run.status as 'queued' } : {}) }
        }),
      }
    },
    'schedules.read': ({ when }) => {
      const meant = read(when)
      const { timeZone } = deps.place()
      return {
        kind: meant.kind === 'once' ? 'reminder' : 'schedule',
        words: meant.kind === 'once' ? inWords(Date.parse(meant.at), timeZone) : meant.words,
        ...(meant.kind === 'once' ? { at: meant.at } : { cron: meant.cron }),
        timeZone,
        next: timesOf(meant),
      }
    },
    'schedules.create': async ({ when, text }) => {
      const meant = read(when)
      const common = { text, conversationId: newId('cnv'), labels: OPERATOR_LABELS, key: newId('key') }
      const made =
        meant.kind === 'once'
          ? await reminders.remind({ ...common, at: meant.at })
          : await reminders.schedule({ ...common, cron: meant.cron, words: meant.words })
      conversations.open(made.conversationId, text.slice(0, 80), made.createdAt)
      const conversation = conversations.get(made.conversationId)
      if (conversation) emit({ type: 'conversation.changed', conversation })
      return viewSchedule(made)
    },
    'schedules.cancel': async ({ id }) => viewSchedule(await reminders.cancel(id)),
    'schedules.pause': ({ id }) => viewSchedule(automations.pause(id)),
    'schedules.resume': ({ id }) => viewSchedule(automations.resume(id)),
    'schedules.snooze': ({ id, minutes }) => viewSchedule(automations.snooze(id, minutes)),
    'schedules.run': async ({ id }) => {
      const key = automations.runNow(id)
      await deps.scheduler.look()
      const runId = automations.runOf(key)
      if (runId === undefined)
        throw new RequestError('not-started', 'The schedule could not be run.', {
          fix: 'It is tried again at the next start; the log says why it failed.',
        })
      return { runId }
    },
    'schedules.delete': ({ id }) => {
      automations.delete(id)
      emit({ type: 'schedule.deleted', id })
      return { id }
    },
  }
}

export const viewSchedule = ({ labels: _, ...view }: Schedule): ScheduleView => view

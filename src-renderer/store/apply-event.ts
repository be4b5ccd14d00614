import type {
  AgentEvent,
  ConversationView,
  MemoryImportView,
  RunSummary,
  RunView,
  SpeechModelView,
} from '../../src-preload/contract.ts'
import type { MemorySlice, RunsSlice, SettingsSlice, State } from './state.ts'

/** As many runs as the agent lists at a time. */
const LISTED_MOST = 200

/** The state after an event. Pure: an event in, a state out; an event of a type it does not know changes nothing. */
export function applyEvent(state: State, event: AgentEvent): State {
  const { conversations, runs, approvals, schedules, memory, voice, settings, ui } = state
  switch (event.type) {
    case 'run.changed':
      return { ...state, runs: kept(state, event.run) }
    case 'run.finished':
      return { ...state, runs: { ...runs, streams: without(runs.streams, event.runId) } }
    case 'model.delta':
      return { ...state, runs: withDelta(runs, event) }
    case 'message.added': {
      const known = conversations.messages[event.conversationId]
      if (!known) return state
      const messages = putById(known, event.message, 'last').sort(byTime)
      return {
        ...state,
        conversations: {
          ...conversations,
          messages: { ...conversations.messages, [event.conversationId]: messages },
        },
      }
    }
    case 'conversation.changed':
      return {
        ...state,
        conversations: {
          ...conversations,
          list: putById(conversations.list, event.conversation, 'first').sort(byUpdate),
        },
      }
    case 'conversation.deleted':
      return withoutConversation(state, event.id)
    case 'approval.opened':
    case 'approval.closed':
      return {
        ...state,
        approvals: { ...approvals, byId: { ...approvals.byId, [event.approval.id]: event.approval } },
      }
    case 'schedule.changed':
      return { ...state, schedules: { ...schedules, list: putById(schedules.list, event.schedule, 'first') } }
    case 'schedule.deleted':
      return {
        ...state,
        schedules: { ...schedules, list: schedules.list.filter(({ id }) => id !== event.id) },
      }
    case 'reminder.due':
      return {
        ...state,
        ui: {
          ...ui,
          toasts: [
            ...ui.toasts,
            {
              id: `due:${event.schedule.id}:${event.dueAt}`,
              tone: 'info',
              text: `${event.missed ? 'Missed reminder' : 'Reminder'}: ${event.schedule.text}`,
              conversationId: event.schedule.conversationId,
            },
          ],
        },
      }
    case 'memory.changed':
      return { ...state, memory: { ...memory, changes: memory.changes + 1 } }
    case 'memory.import':
      return { ...state, memory: withImport(memory, event.import) }
    case 'voice.partial':
      if (event.id !== voice.recordingId) return state
      return { ...state, voice: { ...voice, settled: event.settled, open: event.open } }
    case 'voice.speech':
      if (event.id !== voice.recordingId) return state
      return { ...state, voice: { ...voice, speaking: event.speaking } }
    case 'voice.model':
      return { ...state, settings: withSpeechModel(settings, event.model) }
    case 'pause.changed':
      return { ...state, ui: { ...ui, pausedSince: event.pause.since } }
    case 'alert.changed': {
      const others = (ui.alerts ?? []).filter(({ metric }) => metric !== event.alert.metric)
      const alerts = event.alert.endedAt === undefined ? [...others, event.alert] : others
      return { ...state, ui: { ...ui, alerts } }
    }
    case 'settings.changed':
      return {
        ...state,
        settings: { ...settings, view: event.settings },
        ui: { ...ui, theme: event.settings.ui.theme },
      }
    case 'tools.changed':
      return { ...state, settings: { ...settings, toolChanges: (settings.toolChanges ?? 0) + 1 } }
    default:
      return state
  }
}

/** A run that is over is kept whole only where somebody sees it: whoever opens it later reads it. */
function kept({ runs, conversations }: State, run: RunView): RunsSlice {
  const after = withRun(runs, run)
  const { selectedId, messages } = conversations
  const seen = runs.selectedId === run.id || selectedId === run.conversationId || messages[run.conversationId]
  return seen || !isOver(run) ? after : { ...after, byId: without(after.byId, run.id) }
}

const isOver = ({ status }: RunView) =>
  status === 'succeeded' || status === 'failed' || status === 'cancelled'

function withRun(runs: RunsSlice, run: RunView): RunsSlice {
  return {
    ...runs,
    byId: { ...runs.byId, [run.id]: run },
    list: putById(runs.list, summaryOf(run), 'first').slice(0, LISTED_MOST),
    streams: isOver(run) ? without(runs.streams, run.id) : runs.streams,
  }
}

/** A run as it was read, unless a later state of it was heard of while the answer was on its way. */
export function withReadRun(runs: RunsSlice, run: RunView): RunsSlice {
  const heard = runs.byId[run.id]
  if (heard && Date.parse(heard.updatedAt) > Date.parse(run.updatedAt)) return runs
  return { ...withRun(runs, run), list: runs.list }
}

/** A conversation as it was read, with the messages that were heard of while the answer was on its way. */
export function withConversation(state: State, { id, messages, runs }: ConversationView): State {
  const { conversations } = state
  const heard = conversations.messages[id] ?? []
  const merged = messages.reduce((rows, message) => putById(rows, message, 'last'), heard)
  return {
    ...state,
    conversations: {
      ...conversations,
      messages: { ...conversations.messages, [id]: [...merged].sort(byTime) },
    },
    runs: runs.reduce(withReadRun, state.runs),
  }
}

/** Counts only grow: of two states of an import that crossed on the way, the one that received more is the later. */
export function withImport(memory: MemorySlice, view: MemoryImportView): MemorySlice {
  const known = memory.imports[view.importId]
  const later = !known || view.received > known.received || view.status !== 'running'
  return later ? { ...memory, imports: { ...memory.imports, [view.importId]: view } } : memory
}

function withSpeechModel(settings: SettingsSlice, model: SpeechModelView): SettingsSlice {
  // until they are read, there is nothing to be kept true
  if (!settings.speechModels) return settings
  const speechModels = settings.speechModels.map((known) => (known.name === model.name ? model : known))
  return { ...settings, speechModels }
}

/** A conversation is gone, with its runs and what they asked. */
export function withoutConversation(state: State, id: string): State {
  const { conversations, runs, approvals } = state
  const { selectedId, ...rest } = conversations
  const ofOthers = <T extends { conversationId: string }>(rows: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(rows).filter(([, row]) => row.conversationId !== id))
  return {
    ...state,
    conversations: {
      ...rest,
      ...(selectedId && selectedId !== id ? { selectedId } : {}),
      list: conversations.list.filter((conversation) => conversation.id !== id),
      messages: without(conversations.messages, id),
    },
    runs: {
      ...runs,
      list: runs.list.filter(({ conversationId }) => conversationId !== id),
      byId: ofOthers(runs.byId),
    },
    approvals: { ...approvals, byId: ofOthers(approvals.byId) },
  }
}

function withDelta(
  runs: RunsSlice,
  { runId, taskId, callId, attempt, delta }: Extract<AgentEvent, { type: 'model.delta' }>,
): RunsSlice {
  const before = runs.streams[runId]?.[taskId]
  const goesOn = before?.callId === callId && before.attempt === attempt
  const text = goesOn ? before.text + delta : delta
  return {
    ...runs,
    streams: { ...runs.streams, [runId]: { ...runs.streams[runId], [taskId]: { callId, attempt, text } } },
  }
}

const summaryOf = ({
  id,
  conversationId,
  goal,
  channel,
  status,
  waiting,
  createdAt,
  updatedAt,
}: RunView): RunSummary => ({
  id,
  conversationId,
  goal,
  channel,
  status,
  waiting,
  createdAt,
  updatedAt,
})

/** A copy with the row replaced where it stands, else put first or last. */
function putById<T extends { readonly id: string }>(
  rows: readonly T[],
  row: T,
  where: 'first' | 'last',
): T[] {
  if (rows.some(({ id }) => id === row.id)) return rows.map((old) => (old.id === row.id ? row : old))
  return where === 'first' ? [row, ...rows] : [...rows, row]
}

function without<T>(rows: Readonly<Record<string, T>>, id: string): Readonly<Record<string, T>> {
  const { [id]: _, ...rest } = rows
  return rest
}

const byTime = (a: { at: string }, b: { at: string }) => Date.parse(a.at) - Date.parse(b.at)
const byUpdate = (a: { updatedAt: string }, b: { updatedAt: string }) =>
  Date.parse(b.updatedAt) - Date.parse(a.updatedAt)

import type {
  ApprovalView,
  ConversationSummary,
  HostView,
  MemoryView,
  MessageView,
  RunSummary,
  RunView,
  ScheduleView,
  SettingsView,
  ToolView,
} from '../../src-preload/contract.ts'
import type { ConnectionStatus } from '../adjutant-client.ts'

export const PANES = ['chat', 'runs', 'approvals', 'reminders', 'memory', 'settings'] as const
export type Pane = (typeof PANES)[number]

export interface ConnectionSlice {
  readonly status: ConnectionStatus
  readonly host?: HostView
}

/** Words of a model call that is going on; a new call or attempt of the same task starts over. */
export interface StreamedText {
  readonly callId: string
  readonly attempt: number
  readonly text: string
}

export interface ConversationsSlice {
  readonly loaded: boolean
  /** All, newest first. */
  readonly list: readonly ConversationSummary[]
  /** What the list is narrowed to; undefined where nothing is searched. */
  readonly search?: { readonly query: string; readonly ids?: readonly string[] }
  /** Shown in the chat; undefined is a new conversation. */
  readonly selectedId?: string
  /** Messages of the conversations that were opened, oldest first. */
  readonly messages: Readonly<Record<string, readonly MessageView[]>>
  /** Words not yet sent, by conversation; '' is the new one. */
  readonly drafts: Readonly<Record<string, string>>
  /** The message that is being said again in other words. */
  readonly editingId?: string
}

export interface RunsSlice {
  readonly loaded: boolean
  /** Newest first. */
  readonly list: readonly RunSummary[]
  readonly byId: Readonly<Record<string, RunView>>
  /** By run, then task. */
  readonly streams: Readonly<Record<string, Readonly<Record<string, StreamedText>>>>
  /** Shown in the runs pane. */
  readonly selectedId?: string
}

export interface ApprovalsSlice {
  readonly loaded: boolean
  /** Pending ones, and those that were answered since or asked for. */
  readonly byId: Readonly<Record<string, ApprovalView>>
}

export interface SchedulesSlice {
  readonly loaded: boolean
  readonly list: readonly ScheduleView[]
}

export interface MemorySlice {
  readonly loaded: boolean
  readonly list: readonly MemoryView[]
  /** Whether there may be more than `list` holds. */
  readonly more: boolean
  readonly search?: { readonly q: string; readonly hits: readonly MemoryView[]; readonly elapsedMs: number }
}

export interface SettingsSlice {
  readonly view?: SettingsView
  readonly tools: readonly ToolView[]
}

export interface Toast {
  readonly id: string
  readonly tone: 'info' | 'good' | 'danger'
  readonly text: string
  /** What to do about it. */
  readonly fix?: string
  readonly conversationId?: string
  /** It is true only until the agent is there again. */
  readonly untilOnline?: true
}

export interface UiSlice {
  readonly pane: Pane
  readonly theme: SettingsView['ui']['theme']
  readonly toasts: readonly Toast[]
  readonly shortcutsOpen: boolean
  /** The conversation list where the window is too narrow to show it beside the chat. */
  readonly drawerOpen: boolean
}

/** All that the interface knows, by slice. */
export interface State {
  readonly connection: ConnectionSlice
  readonly conversations: ConversationsSlice
  readonly runs: RunsSlice
  readonly approvals: ApprovalsSlice
  readonly schedules: SchedulesSlice
  readonly memory: MemorySlice
  readonly settings: SettingsSlice
  readonly ui: UiSlice
}

export const initialState: State = {
  connection: { status: 'connecting' },
  conversations: { loaded: false, list: [], messages: {}, drafts: {} },
  runs: { loaded: false, list: [], byId: {}, streams: {} },
  approvals: { loaded: false, byId: {} },
  schedules: { loaded: false, list: [] },
  memory: { loaded: false, list: [], more: false },
  settings: { tools: [] },
  ui: { pane: 'chat', theme: 'system', toasts: [], shortcutsOpen: false, drawerOpen: false },
}

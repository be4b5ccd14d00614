import type {
  AlertView,
  ApprovalView,
  ConversationSummary,
  GlobalKeyView,
  HostView,
  MemoryImportView,
  MemoryView,
  MessageView,
  RunSummary,
  RunView,
  ScheduleView,
  SettingsView,
  SpeechModelView,
  UpdateView,
  WordCorrection,
} from '../../src-preload/contract.ts'
import type { ConnectionStatus } from '../adjutant-client.ts'
import type { DraftAttachment } from '../attachments/draft-attachment.ts'
import { type MemoryFilter, NO_FILTER } from '../memory/memory-filter.ts'

export const PANES = [
  'chat',
  'runs',
  'approvals',
  'reminders',
  'memory',
  'tools',
  'activity',
  'diagnostics',
  'settings',
] as const
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
  /** What hangs on them. */
  readonly attached: Readonly<Record<string, readonly DraftAttachment[]>>
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

/** A file on its way into memory. It goes on while other panes are shown. */
export interface Upload {
  readonly name: string
  readonly bytes: number
  /** Of them, those that have been read. */
  readonly read: number
  readonly status: 'running' | 'stopping' | 'stopped' | 'finished' | 'failed'
  /** Of `imports`, once the agent has named it. */
  readonly importId?: string
  readonly failure?: { readonly message: string; readonly fix?: string | undefined }
}

export interface MemorySearch {
  readonly q: string
  readonly hits: readonly MemoryView[]
  /** Whether the best hit is good enough to answer by. */
  readonly known: boolean
  readonly elapsedMs: number
}

export interface MemorySlice {
  readonly loaded: boolean
  /** What fits the filter, as far as it was read: latest remembered first, in the timeline latest happened first. */
  readonly list: readonly MemoryView[]
  /** Whether there may be more than `list` holds. */
  readonly more: boolean
  /** More was read than is read again at every change, and something has changed. */
  readonly stale: boolean
  readonly filter: MemoryFilter
  readonly view: 'list' | 'timeline'
  /** Where the timeline begins, if not now; ISO 8601. */
  readonly before?: string
  /** What is being looked for. */
  readonly words: string
  /** The last answer that came; it may be to earlier words. */
  readonly search?: MemorySearch
  readonly searchFailure?: { readonly message: string; readonly fix?: string | undefined }
  /** Shown in full. */
  readonly selectedId?: string
  /** Grows whenever the agent says that memory has changed. */
  readonly changes: number
  /** Imports that were heard of since this window opened, from here or elsewhere. */
  readonly imports: Readonly<Record<string, MemoryImportView>>
  readonly upload?: Upload
}

/** Words that were spoken and stand in the box, not yet sent. */
export interface Heard {
  /** The conversation they are for; '' is the new one. */
  readonly conversationId: string
  /** As they were heard. */
  readonly text: string
  /** Those that may have been misheard, as they are written in the message. */
  readonly doubtful: readonly string[]
  /** Between 0 and 1. */
  readonly confidence: number
  /** When they are sent by themselves, in ms since 1970; never where it is left out. */
  readonly sendAt?: number
  /** How long that is from when they were heard, in ms. */
  readonly waitMs?: number
}

export interface VoiceSlice {
  /** opening: the key is down, the microphone not yet open; understanding: the key is up again. */
  readonly phase: 'idle' | 'opening' | 'listening' | 'understanding'
  /** What is spoken of; undefined for a message. */
  readonly approvalId?: string | undefined
  /** No key is held: it ends by a press or by silence. */
  readonly handsFree?: boolean
  /** How the desktop hears a key while another program has the focus; undefined in a browser. */
  readonly globalKey?: GlobalKeyView
  /** Of the recording that is under way. */
  readonly recordingId?: string | undefined
  /** What is understood so far: text that stays, and text after it that may still change. */
  readonly settled: string
  readonly open: string
  /** Whether a voice is heard now. */
  readonly speaking: boolean
  /** Conversations where something spoken waits for its answer. */
  readonly awaited: readonly string[]
  /** The microphone has given nothing at all for a while. */
  readonly muted: boolean
  readonly note?:
    | { readonly tone: 'info' | 'danger'; readonly message: string; readonly fix?: string }
    | undefined
  readonly heard?: Heard | undefined
  /** The operator has put these words right in the same way before. */
  readonly offer?: WordCorrection | undefined
}

export interface SettingsSlice {
  readonly view?: SettingsView
  /** What the settings are searched for. */
  readonly words?: string
  /** How often something was reset here. */
  readonly resets?: number
  /** How often tools or tool servers were heard to change. */
  readonly toolChanges?: number
  /** Once they were asked for. */
  readonly speechModels?: readonly SpeechModelView[]
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
  readonly paletteOpen: boolean
  /** The conversation list where the window is too narrow to show it beside the chat. */
  readonly drawerOpen: boolean
  /** How the desktop hears the key of the quick window; undefined in a browser. */
  readonly quickKey?: GlobalKeyView
  /** Limits that are exceeded, as far as this window has heard. */
  readonly alerts?: readonly AlertView[]
  /** How it stands with newer versions; undefined in a browser. */
  readonly update?: UpdateView
  /** Since when everything is paused, ISO 8601; undefined while nothing is. */
  readonly pausedSince?: string | undefined
}

/** All that the interface knows, by slice. */
export interface State {
  readonly connection: ConnectionSlice
  readonly conversations: ConversationsSlice
  readonly runs: RunsSlice
  readonly approvals: ApprovalsSlice
  readonly schedules: SchedulesSlice
  readonly memory: MemorySlice
  readonly voice: VoiceSlice
  readonly settings: SettingsSlice
  readonly ui: UiSlice
}

export const initialState: State = {
  connection: { status: 'connecting' },
  conversations: { loaded: false, list: [], messages: {}, drafts: {}, attached: {} },
  runs: { loaded: false, list: [], byId: {}, streams: {} },
  approvals: { loaded: false, byId: {} },
  schedules: { loaded: false, list: [] },
  memory: {
    loaded: false,
    list: [],
    more: false,
    stale: false,
    filter: NO_FILTER,
    view: 'list',
    words: '',
    changes: 0,
    imports: {},
  },
  voice: { phase: 'idle', settled: '', open: '', speaking: false, awaited: [], muted: false },
  settings: {},
  ui: {
    pane: 'chat',
    theme: 'system',
    toasts: [],
    shortcutsOpen: false,
    paletteOpen: false,
    drawerOpen: false,
  },
}

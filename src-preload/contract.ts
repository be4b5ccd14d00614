/**
 * What crosses the line between the agent and its faces (window, browser, terminal): the shapes, the methods and the
 * events. Types and constants only, and no imports, so that every side may read it. Times are ISO 8601 with offset.
 */

export type RunStatus = 'queued' | 'running' | 'waiting' | 'succeeded' | 'failed' | 'cancelled'
export type TaskStatus = 'pending' | 'running' | 'waiting' | 'succeeded' | 'failed' | 'cancelled'
export type EffectStatus =
  | 'intended'
  | 'asking'
  | 'running'
  | 'in-doubt'
  | 'succeeded'
  | 'failed'
  | 'denied'
  | 'skipped'
  | 'cancelled'
export type Trust = 'trusted' | 'untrusted'

export interface EvidenceView {
  kind: string
  what: string
  summary: string
  sha256?: string
}

export interface TaskView {
  id: string
  title: string
  dependsOn: string[]
  tools: string[]
  status: TaskStatus
  /** Why it failed, or its answer in short. */
  outcome?: string
}

export interface EffectView {
  id: string
  taskId: string
  tool: string
  title: string
  effectClass: string
  arguments: unknown
  status: EffectStatus
  /** Why it was allowed, asked about or denied. */
  reason?: string
  resultText?: string
  /** What to offer where it failed: a path for 'allow-folder', a host for 'allow-host', a URL to open for 'install'. */
  remedy?: { kind: 'allow-folder' | 'allow-host' | 'connect-model' | 'install'; value: string }
  trust: Trust
  origins: string[]
  evidence: EvidenceView[]
  requestedAt: string
  dispatchedAt?: string
  settledAt?: string
  durationMs?: number
}

export interface WaitView {
  for: 'approval' | 'answer' | 'event' | 'timer' | 'in-doubt'
  /** Id of the approval, question or effect; for a timer the time it ends. */
  what: string
}

export interface RunView {
  id: string
  conversationId: string
  goal: string
  channel: string
  principal: string
  status: RunStatus
  waiting: WaitView[]
  plan: TaskView[]
  effects: EffectView[]
  evidence: EvidenceView[]
  /** Markdown; empty until there is one. */
  answer: string
  /** Why it failed or was cancelled, or why it is parked. */
  reason?: string
  /** What to offer where it failed for want of something, e.g. a model. */
  remedy?: EffectView['remedy']
  model: string
  usage: { inputTokens: number; outputTokens: number }
  createdAt: string
  updatedAt: string
}

export type RunSummary = Pick<
  RunView,
  'id' | 'conversationId' | 'goal' | 'channel' | 'status' | 'waiting' | 'createdAt' | 'updatedAt'
>

export interface StepView {
  seq: number
  at: string
  type: string
  /** One line in words. */
  summary: string
  hash: string
}

export type PreviewView =
  | { kind: 'diff'; path: string; before: string; after: string }
  | { kind: 'fields'; title: string; fields: { name: string; value: string }[] }
  | { kind: 'text'; text: string }

export interface ApprovalView {
  id: string
  kind: 'approval' | 'question' | 'in-doubt'
  runId: string
  conversationId: string
  goal: string
  tool: string
  title: string
  arguments: unknown
  /** Why it asks; for a question, the question. */
  reason: string
  choices?: string[]
  highImpact: boolean
  /** Whether the act stays inside by settings (allowed folders and hosts) or has no place: what a script may allow. */
  insideBySettings: boolean
  effectClass: string
  preview: PreviewView
  /** What the act rests on: origins of its arguments and what was read before. */
  restsOn: string[]
  status: 'pending' | 'answered' | 'withdrawn'
  answer?: string
  /** The operator's words with it: the answer to a question, or why the act was rejected. */
  said?: string
  createdAt: string
  answeredAt?: string
}

export interface MessageView {
  id: string
  /** 'notice' is the agent's own word: a reminder that is due, a schedule that was missed. */
  role: 'operator' | 'agent' | 'notice'
  text: string
  at: string
  /** The run this message started, steered, or answers for. */
  runId?: string
}

export interface ConversationSummary {
  id: string
  title: string
  createdAt: string
  updatedAt: string
  /** Whether a run of it is going on or waiting. */
  active: boolean
}

export interface ConversationView extends ConversationSummary {
  messages: MessageView[]
  runs: RunView[]
}

export interface ScheduleView {
  id: string
  kind: 'reminder' | 'schedule'
  text: string
  at?: string
  cron?: string
  words: string
  nextAt?: string
  status: 'active' | 'done' | 'cancelled'
  conversationId: string
  createdAt: string
}

export interface MemoryView {
  id: string
  kind: string
  text: string
  source: { kind: string; ref: string }
  trust: Trust
  origins: string[]
  scope: string
  at: string
  createdAt: string
  score?: number
  why?: string
}

export interface ToolView {
  name: string
  title: string
  description: string
  effect: string
}

export interface SettingsView {
  files: { roots: string[] }
  network: { allow: string[] }
  model: { provider: 'offline' | 'openai'; name: string; baseUrl: string; hasKey: boolean }
  ui: { theme: 'system' | 'light' | 'dark'; closeToTray: boolean }
  timeZone: string
  /** Where config.json is; settings that the environment fixes, by path, with the variable's name. */
  file: string
  fixed: Record<string, string>
  /** How secrets are kept, in words. */
  secrets: string
}

export interface SettingsChange {
  files?: { roots: string[] }
  network?: { allow: string[] }
  model?: { provider?: 'offline' | 'openai'; name?: string; baseUrl?: string; apiKey?: string }
  ui?: { theme?: 'system' | 'light' | 'dark'; closeToTray?: boolean }
  timeZone?: string
}

export interface ModelTest {
  ok: boolean
  model: string
  latencyMs: number
  error?: string
  fix?: string
}

export interface HostView {
  /** Which host serves this face, and why not Electron where it is not. */
  host: 'electron' | 'headless' | 'terminal'
  version: string
  home: string
  /** Whether closing the window keeps the agent (and so reminders) alive. */
  staysInTray: boolean
  browser?: string
  model: string
  startedAt: string
}

export type ApprovalAnswer = 'once' | 'run' | 'reject' | 'happened' | 'again' | 'skip'

/** Every method a face may call: input and output. The agent checks each input against a schema of its own. */
export interface Methods {
  'host.get': { input: Record<string, never>; output: HostView }
  'runs.start': {
    /** `channel` is where the goal came in: 'chat' unless said otherwise. */
    input: { goal: string; conversationId?: string; channel?: 'chat' | 'api' }
    output: { id: string; conversationId: string }
  }
  'runs.list': { input: { limit?: number; status?: RunStatus; query?: string }; output: RunSummary[] }
  'runs.get': { input: { id: string }; output: RunView }
  'runs.steps': { input: { id: string }; output: StepView[] }
  /** Recomputes the hashes of its journal and contents; `problems` says in words what does not fit. */
  'runs.verify': { input: { id: string }; output: { id: string; problems: string[] } }
  'runs.cancel': { input: { id: string }; output: { id: string; status: RunStatus } }
  /** The same goal again, as a new run in the same conversation. */
  'runs.retry': { input: { id: string }; output: { id: string; conversationId: string } }
  'conversations.list': { input: { query?: string }; output: ConversationSummary[] }
  'conversations.get': { input: { id: string }; output: ConversationView }
  'conversations.rename': { input: { id: string; title: string }; output: ConversationSummary }
  'conversations.delete': { input: { id: string }; output: { id: string } }
  /** To a conversation with a running goal it steers (or interrupts); else it starts a run. */
  'conversations.send': {
    input: { id: string; text: string; interrupt?: boolean }
    output: { runId: string; steered: boolean }
  }
  'approvals.list': { input: { status?: 'pending' | 'answered' | 'withdrawn' }; output: ApprovalView[] }
  /** `answer` is an ApprovalAnswer, or for a question the answer's text. */
  'approvals.answer': {
    input: { id: string; answer: string; reason?: string }
    output: ApprovalView
  }
  'schedules.list': { input: Record<string, never>; output: ScheduleView[] }
  'schedules.cancel': { input: { id: string }; output: ScheduleView }
  'memory.list': { input: { limit?: number; offset?: number }; output: MemoryView[] }
  'memory.search': {
    input: { q: string; k?: number; scope?: string }
    output: { hits: MemoryView[]; elapsedMs: number }
  }
  'memory.add': {
    input: { text: string; kind?: 'episode' | 'fact' | 'rule' | 'procedure'; scope?: string; at?: string }
    output: MemoryView
  }
  'memory.forget': { input: { id: string }; output: { id: string } }
  'tools.list': { input: Record<string, never>; output: ToolView[] }
  'settings.get': { input: Record<string, never>; output: SettingsView }
  'settings.change': { input: SettingsChange; output: SettingsView }
  'settings.testModel': { input: SettingsChange['model'] & object; output: ModelTest }
  /** Everything, now: cancels all runs that have not ended. */
  stop: { input: Record<string, never>; output: { cancelled: string[] } }
}

export type MethodName = keyof Methods

export const METHOD_NAMES = [
  'host.get',
  'runs.start',
  'runs.list',
  'runs.get',
  'runs.steps',
  'runs.verify',
  'runs.cancel',
  'runs.retry',
  'conversations.list',
  'conversations.get',
  'conversations.rename',
  'conversations.delete',
  'conversations.send',
  'approvals.list',
  'approvals.answer',
  'schedules.list',
  'schedules.cancel',
  'memory.list',
  'memory.search',
  'memory.add',
  'memory.forget',
  'tools.list',
  'settings.get',
  'settings.change',
  'settings.testModel',
  'stop',
] as const satisfies readonly MethodName[]

/** What every face hears, in order. `run.changed` carries the whole view: the last one is the truth. */
export type AgentEvent =
  | { type: 'run.changed'; run: RunView }
  /** Streamed words of a model call that is not yet in the journal; a new `attempt` starts over. */
  | { type: 'model.delta'; runId: string; taskId: string; callId: string; attempt: number; delta: string }
  | { type: 'message.added'; conversationId: string; message: MessageView }
  | { type: 'conversation.changed'; conversation: ConversationSummary }
  | { type: 'conversation.deleted'; id: string }
  | { type: 'approval.opened'; approval: ApprovalView }
  | { type: 'approval.closed'; approval: ApprovalView }
  | { type: 'schedule.changed'; schedule: ScheduleView }
  | { type: 'reminder.due'; schedule: ScheduleView; dueAt: string; missed: boolean }
  | { type: 'memory.changed'; id: string }
  | { type: 'settings.changed'; settings: SettingsView }
  | { type: 'run.finished'; runId: string; status: RunStatus; evidence: EvidenceView[] }

export interface CallFailure {
  code: string
  message: string
  fix?: string
}

export type CallResult<Name extends MethodName> =
  | { ok: true; value: Methods[Name]['output'] }
  | { ok: false; error: CallFailure }

/** The one request channel and the one event channel between the window and the agent. */
export const CALL_CHANNEL = 'adjutant:call'
export const EVENT_CHANNEL = 'adjutant:event'

/** What the preload script puts on `window.adjutant`. */
export interface AdjutantBridge {
  call<Name extends MethodName>(method: Name, input: Methods[Name]['input']): Promise<CallResult<Name>>
  /** Returns the function that ends it. */
  onEvent(listener: (event: AgentEvent) => void): () => void
}

/**
 * The same over HTTP, for a browser: `POST /api/call/:method` with the input as JSON body answers a CallResult;
 * `GET /api/events` sends AgentEvents as server-sent events with increasing ids.
 */
export const CALL_PATH = '/api/call/'
export const EVENTS_PATH = '/api/events'

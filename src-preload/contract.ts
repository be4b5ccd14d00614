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

/** A file or folder that a run has recorded that it wrote, and what is there now. */
export interface ArtifactView {
  path: string
  kind: 'file' | 'folder'
  summary: string
  /** Of what was written. */
  sha256?: string
  /** 'there': whether it is as it was written is not known. */
  state: 'as-written' | 'changed' | 'there' | 'gone'
  bytes?: number
}

export type PreviewView =
  | { kind: 'diff'; path: string; before: string; after: string }
  | { kind: 'fields'; title: string; fields: { name: string; value: string }[] }
  | { kind: 'text'; text: string }

/** 'window' is the interface, here or in a browser; 'desktop' the tray, a notification or the system's dialog. */
export type AnsweredVia = 'window' | 'desktop' | 'voice' | 'api' | 'terminal'

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
  /** Where the operator answered. */
  via?: AnsweredVia
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
  /** What the operator hung on it. */
  attachments?: AttachmentView[]
}

/** A file as it is given, at most 10 MB; or one of an earlier message of the same conversation. */
export type AttachmentInput = { name: string; base64: string } | { handle: string }

export interface AttachmentView {
  handle: string
  name: string
  kind: 'text' | 'document' | 'image'
  /** Of the file, and characters of the text that was read from it. */
  bytes: number
  characters: number
}

/** Characters that a model is shown at once; of longer ones it is shown the beginning, and reads on where it needs to. */
export const SHOWN_AT_ONCE = 12_000
export const ATTACHMENTS_MOST = 10
/** Of one file, and of all that go with one message. */
export const ATTACHMENT_BYTES_MOST = 10_000_000
export const ATTACHMENTS_BYTES_MOST = 20_000_000

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
  timeZone: string
  nextAt?: string
  /** Since when it fires nothing until it is resumed; its status is still 'active'. */
  pausedAt?: string
  status: 'active' | 'done' | 'cancelled'
  conversationId: string
  createdAt: string
}

/** One time at which a schedule or reminder fired, or was run by hand. */
export interface FiringView {
  dueAt: string
  firedAt: string
  /** Times that passed while nobody was there to fire them; this one stands for all. */
  missed: number
  byHand: boolean
  runId?: string
  runStatus?: RunStatus
  /** When the notice of a reminder was seen. */
  seenAt?: string
  /** When it was let go before it had started anything: the schedule was paused. */
  skippedAt?: string
}

export interface ScheduleDetailView {
  schedule: ScheduleView
  /** The next five times, soonest first; none while it is paused. */
  next: string[]
  /** The latest first. */
  history: FiringView[]
}

/** What words that say a time come to, before anything is made of them. */
export interface WhenView {
  /** A time that comes once makes a reminder, one that comes again a schedule. */
  kind: 'reminder' | 'schedule'
  words: string
  at?: string
  cron?: string
  timeZone: string
  /** The next five times, soonest first. */
  next: string[]
}

export type MemoryKindName = 'episode' | 'fact' | 'rule' | 'procedure'

export interface MemoryView {
  id: string
  kind: MemoryKindName
  text: string
  source: { kind: string; ref: string }
  trust: Trust
  origins: string[]
  scope: string
  /** When what it tells holds from, or happened; `createdAt` is when it was remembered. */
  at: string
  createdAt: string
  externalId?: string
  thread?: string
  position?: number
  speaker?: string
  /** For a rule. */
  status?: 'proposed' | 'active'
  /** When a fact ceased to hold, and the id of the row that closed it. */
  validTo?: string
  supersededBy?: string
  editedAt?: string
  score?: number
  why?: string
}

/** A row with what is known about it: earlier texts (the present one first), supersession, contradictions, grounds. */
export interface MemoryDetailView {
  row: MemoryView
  versions: { text: string; since: string; until?: string }[]
  supersedes: MemoryView[]
  supersededBy?: MemoryView
  contradicts: MemoryView[]
  restsOn: MemoryView[]
  restingOnIt: MemoryView[]
}

/** Values to filter memory by, most frequent first. */
export interface MemoryFacetsView {
  people: { name: string; count: number }[]
  kinds: { name: MemoryKindName; count: number }[]
  sources: { name: string; count: number }[]
  scopes: { name: string; count: number }[]
}

export interface MemoryStatusView {
  rows: number
  /** Rows whose meaning is searchable, and those that wait for their vector. */
  embedded: number
  pending: number
  embedder?: { id: string; dimension: number }
  store: string
  /** Vectors on their way to another store. */
  moving?: { done: number; total: number }
  /** What keeps meaning from being searched; recall goes on by words. */
  problem?: string
}

/** A row as it is imported. */
export interface MemoryImportRow {
  externalId: string
  text: string
  at?: string
  speaker?: string
  thread?: string
  position?: number
  scope?: string
  kind?: MemoryKindName
}

/** Counts of an import so far; `problems` are its first refused lines, in words. */
export interface MemoryImportView {
  importId: string
  status: 'running' | 'finished' | 'failed'
  received: number
  added: number
  changed: number
  unchanged: number
  /** Rows that were forgotten here: an import does not bring them back. */
  forgotten: number
  refused: number
  problems: { line: number; message: string }[]
  /** Rows of memory that wait for their vector. */
  pending: number
}

/** What one model call was shown, and why: parts in the order in which they stood. */
export interface ContextView {
  callId: string
  taskId: string
  model: string
  budgetTokens: number
  usedTokens: number
  parts: ContextPartView[]
}
export interface ContextPartView {
  kind:
    | 'instructions'
    | 'rule'
    | 'goal'
    | 'plan'
    | 'memory'
    | 'summary'
    | 'turn'
    | 'input'
    | 'thread'
    | 'tools'
  title: string
  text: string
  tokens: number
  /** Why it is there, or why not. */
  why: string
  included: boolean
  /** For a memory row or rule: its id; for a result that was cut: the handle it can be read by. */
  ref?: string
  trust?: Trust
}

/** A tool, with what it may do and what has come of it so far. */
export interface ToolView {
  name: string
  title: string
  description: string
  effect: 'read' | 'write' | 'send' | 'spend' | 'destroy' | 'execute'
  /** What is done about a call whose outcome is not known. */
  inDoubt: 'pure' | 'keyed' | 'reconcilable' | 'unsafe'
  /** An act that has no place: inside by nature. */
  placeless: boolean
  /** Nothing brings back what it takes away. */
  irrevocable: boolean
  /** The tool that takes back what it did. */
  undoneBy?: string
  /** Arguments that are compared with what the operator said and allowed. */
  checked: { argument: string; type: string }[]
  /** A call that takes longer is stopped. */
  timeoutMs: number
  /** The operator has switched it off: the model is not told of it, and it is not run. */
  off: boolean
  /** Calls that were really made. */
  uses: { today: number; total: number; lastAt?: string }
  lastError?: { at: string; text: string; runId: string }
  /** Of a connected server: title and description are its own words. */
  server?: {
    name: string
    /** JSON Schema of the arguments, as text. */
    schema: string
    /** Since when it is not as the operator knows it, and how it was described before. */
    changed?: { at: string; before: string }
    /** Whether the operator has said what it does; else it is taken to execute. */
    classified: boolean
  }
}

/** A tool server as the operator writes it down. */
export interface ServerDraft {
  command?: string
  args?: string[]
  /** `null` leaves a value as it is kept. */
  env?: Record<string, string | null>
  cwd?: string
  url?: string
  headers?: Record<string, string | null>
  type?: 'stdio' | 'http' | 'streamable-http' | 'streamableHttp' | 'sse'
  disabled?: boolean
}

/** A tool server, with how it stands. Values of its environment and headers are never told. */
export interface ConnectionView {
  name: string
  server: Omit<ServerDraft, 'env' | 'headers'>
  env: string[]
  headers: string[]
  /** Of these, those whose value stands in config.json for all to read. */
  open: string[]
  /** idle: not connected to yet; waiting: it is tried again; broken: it failed too often. */
  state: 'off' | 'idle' | 'connecting' | 'ready' | 'waiting' | 'broken'
  problem?: string
  retryAt?: string
  /** The last lines that the program wrote. */
  said: string[]
  /** Tools that are not taken, and why. */
  leftOut: { remote: string; why: string }[]
  tools: number
  /** Names of tools that are not as the operator knows them. */
  changed: string[]
  limit: { calls: number; seconds: number }
}

export interface ConnectionTest {
  ok: boolean
  tools: string[]
  elapsedMs: number
  error?: string
  fix?: string
}

/** Another program's file, or the text of any such file. */
export interface ImportSource {
  client?: McpClientName
  text?: string
}
export type McpClientName = 'claude-desktop' | 'claude-code' | 'cursor' | 'vscode' | 'windsurf'

/** A server in such a file, before it is taken over. */
export interface ImportCandidateView {
  name: string
  /** Its command line or address. */
  target: string
  env: string[]
  headers: string[]
  warnings: ('shell' | 'fetches-code' | 'plain-http' | 'values-missing')[]
  /** There is one of that name already: it would be replaced. */
  exists: boolean
  /** Why it cannot be taken over. */
  problem?: string
}

export type VectorStoreKind = 'sqlite' | 'pgvector' | 'pinecone' | 'milvus'

export interface UiSettings {
  theme: 'system' | 'light' | 'dark'
  language: 'system' | 'en' | 'de'
  closeToTray: boolean
  /** Opens the quick window while another program has the focus: 'Ctrl+Shift+Space'; 'none': no key does. */
  quickKey: string
  /** No notification makes itself seen from one time of day to the other, 'HH:MM-HH:MM'; 'off': at any time. */
  quietHours: string
  /** Whether the desktop app starts when the operator logs in. */
  startAtLogin: boolean
  /** Whether the screens of the first start were gone through. */
  welcomed: boolean
}

export interface SettingsView {
  files: { roots: string[] }
  network: { allow: string[] }
  model: { provider: 'offline' | 'openai'; name: string; baseUrl: string; hasKey: boolean }
  memory: {
    embedder: { provider: 'bundled' | 'openai'; baseUrl: string; name: string; hasKey: boolean }
    store: { kind: VectorStoreKind; url: string; index: string; hasSecret: boolean }
    /** A folder with models of the operator's own; empty for none. */
    models: string
  }
  voice: {
    /** With 'openai' speech is sent to `baseUrl` and understood by `name` there, else by `model` on this computer. */
    transcriber: {
      provider: 'bundled' | 'openai'
      model: string
      baseUrl: string
      name: string
      hasKey: boolean
    }
    /** ISO 639-1, or 'auto'. */
    language: string
    vocabulary: string[]
    /** A folder with models of the operator's own; empty for none. */
    models: string
    /** How long a spoken message can be stopped before it is sent, in ms; 'never' leaves it in the box. */
    sendAfterMs: number | 'never'
    /** What is held in the window to speak: 'Ctrl+Space'. */
    key: string
    sounds: boolean
    /** Whether answers to spoken messages are spoken. */
    speakAnswers: boolean
    /** Whether what is spoken is kept as files. */
    keepRecordings: boolean
    /** Whether names of people that memory knows are spelled as it knows them. */
    namesFromMemory: boolean
    /** Whether the microphone stays open between two messages, so that no first word is lost. */
    keepOpen: boolean
    /** Heard by the desktop app while another program has the focus; 'none': no key is. */
    globalKey: string
  }
  /** Where the desktop app asks for newer versions; empty: nowhere. */
  updates: { feed: string }
  log: { level: LogLevelName }
  alerts: Record<AlertMetric, number>
  /** Names of tools that are switched off. */
  tools: { off: string[] }
  ui: UiSettings
  timeZone: string
  /** Where config.json is; settings that the environment fixes, by path, with the variable's name. */
  file: string
  fixed: Record<string, string>
  /** Settings that config.json holds, by path: the others are as they are by default. */
  set: string[]
  /** How secrets are kept, in words. */
  secrets: string
}

export interface TranscriptView {
  /** Word for word; empty where nothing was heard. */
  text: string
  /** The same as it would be typed ("john@example.com", "9:30"), without what was said to the recording itself. */
  message: string
  /** The last words were that it be sent, or that nothing of it be. */
  wish?: 'send' | 'discard'
  /** It asks for an answer alone: nothing is done by it. */
  question: boolean
  /** ISO 639-1; empty where nothing was heard. */
  language: string
  words?: readonly { text: string; start: number; end: number; confidence: number }[]
  /** Words of the message that may have been misheard, as they are written in it. */
  doubtful: string[]
  /** Between 0 and 1. */
  confidence: number
  audioSeconds: number
  /** From the end of the audio to the text. */
  elapsedMs: number
  /** False: nobody spoke. */
  heard: boolean
}

export interface SpokenAnswerView {
  /** 'none': it waits on. */
  answer: 'approve' | 'reject' | 'explain' | 'none'
  /** For the operator to read or hear: what it is about, or what to say for it to be done. */
  words: string
  approval: ApprovalView
}

/** Of a message that was spoken: it comes through the channel 'voice'. */
export interface SpokenView {
  /** Between 0 and 1. */
  confidence: number
  /** Words of it that may have been misheard: what they name is never acted on without asking. */
  doubtful: string[]
}

export interface SettingsChange {
  files?: { roots: string[] }
  network?: { allow: string[] }
  model?: { provider?: 'offline' | 'openai'; name?: string; baseUrl?: string; apiKey?: string }
  /** `secret` is the store's password, key or token; an empty text removes a kept one. */
  memory?: {
    embedder?: { provider?: 'bundled' | 'openai'; baseUrl?: string; name?: string; apiKey?: string }
    store?: { kind?: VectorStoreKind; url?: string; index?: string; secret?: string }
    models?: string
  }
  /** An empty key removes a kept one. */
  voice?: {
    transcriber?: {
      provider?: 'bundled' | 'openai'
      model?: string
      baseUrl?: string
      name?: string
      apiKey?: string
    }
    language?: string
    vocabulary?: string[]
    models?: string
    sendAfterMs?: number | 'never'
    key?: string
    sounds?: boolean
    speakAnswers?: boolean
    namesFromMemory?: boolean
    keepRecordings?: boolean
    keepOpen?: boolean
    globalKey?: string
  }
  ui?: Partial<UiSettings>
  updates?: { feed?: string }
  log?: { level?: LogLevelName }
  /** 0: no alert. */
  alerts?: Partial<Record<AlertMetric, number>>
  tools?: { off?: string[] }
  timeZone?: string
}

export interface ModelTest {
  ok: boolean
  model: string
  latencyMs: number
  error?: string
  fix?: string
}

/** A model server on this machine. */
export interface ModelServerView {
  name: string
  baseUrl: string
  /** As it calls them. */
  models: string[]
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
  /** Started so that nothing happens by itself; `problem`: why config.json is not used. */
  safeMode?: { problem?: string }
}

export type LogLevelName = 'debug' | 'info' | 'warn' | 'error'

/** A line of the log. `fields` are names and numbers: ids, tools, codes, durations. */
export interface LogLineView {
  time: string
  level: LogLevelName
  part: string
  message: string
  fields: Record<string, unknown>
}

export interface LogView {
  file: string
  /** Where the log ended; with `same` nothing was written since the mark that was asked with. */
  mark: string
  same: boolean
  /** Oldest first. */
  lines: LogLineView[]
}

export type MetricSpan = 'hour' | 'day' | 'week'

/** Numbers of a span of time that ended `at`; latencies in ms, absent where nothing of the kind happened. */
export interface MetricPointView {
  at: string
  /** The most there were. */
  queued: number
  running: number
  waiting: number
  approvals: number
  stepP50?: number
  stepP95?: number
  modelP50?: number
  modelP95?: number
  toolP50?: number
  toolP95?: number
  inputTokens: number
  outputTokens: number
  loopMs: number
  memoryBytes: number
}

export interface MetricsView {
  span: MetricSpan
  from: string
  to: string
  /** Oldest first; spans in which the agent did not run are missing. */
  points: MetricPointView[]
  /** All of them as one. */
  total?: MetricPointView
}

/** What has a limit in the settings: `alerts.queueDepth` and so on; latencies are 95th percentiles in ms. */
export type AlertMetric = 'queueDepth' | 'pendingApprovals' | 'stepMs' | 'modelMs' | 'toolMs' | 'loopDelayMs'

export interface AlertView {
  metric: AlertMetric
  value: number
  limit: number
  since: string
  /** When it was over; absent while it holds. */
  endedAt?: string
}

/** Daily copies of the databases; one day's are made in place of those of the same day. */
export interface BackupsView {
  folder: string
  /** The latest first. */
  readonly days: readonly { readonly day: string; readonly at: string; readonly bytes: number }[]
  /** Why the last one was not made. */
  problem?: { code: 'no-room' | 'failed'; at: string }
}

/** How a part of the agent is. */
export interface HealthPartView {
  part:
    | 'database'
    | 'memory'
    | 'meaning'
    | 'speech'
    | 'model'
    | 'servers'
    | 'scheduler'
    | 'owner'
    | 'keychain'
    | 'disk'
    | 'backup'
    | 'load'
  /** 'off': it is not to do anything now. */
  state: 'ok' | 'warn' | 'failed' | 'off'
  /** Stable word for what is said. */
  word: string
  /** A text of the interface, with the values for its holes; times are ISO 8601, sizes in bytes. */
  says: string
  values: Record<string, string | number>
  /** What to do about it. */
  fix?: string
}

export interface HealthView {
  at: string
  /** The worst of its parts. */
  state: HealthPartView['state']
  host: HostView['host']
  parts: HealthPartView[]
  /** By the name of what has it. */
  versions: Record<string, string>
  /** By what lies there: 'data', 'settings', 'log', 'backups'. */
  paths: Record<string, string>
}

/** A file for a report of a fault. */
export interface BundleView {
  name: string
  text: string
}

/** What happens to the agent outside of its runs. */
export type HappeningKind =
  | 'started'
  | 'stopped'
  | 'crashed'
  | 'paused'
  | 'resumed'
  | 'settings-changed'
  | 'schedule-fired'
  | 'alert'
  | 'alert-over'
  | 'backed-up'
  | 'safe-mode'

/** What the timeline of the Activity pane is narrowed by. */
export const ACTIVITY_KINDS = [
  'started',
  'asked',
  'answered',
  'acted',
  'failed',
  'finished',
  'fired',
  'agent',
] as const
export type ActivityKind = (typeof ACTIVITY_KINDS)[number]

/** Something that happened, in a run or to the agent itself. */
export interface ActivityEntryView {
  id: string
  at: string
  kind: ActivityKind
  /** The fact's type ('run.created'), or the HappeningKind. */
  what: string
  runId?: string
  goal?: string
  /** Its title. */
  tool?: string
  status?: string
  /** Why it failed or ended. */
  code?: string
  channel?: string
  /** What was asked: 'approval', 'question', 'in-doubt'; what fired: 'reminder', 'schedule'. */
  asked?: string
  inquiryId?: string
  answer?: string
  via?: string
  scheduleId?: string
  settings?: string[]
  metric?: AlertMetric
  value?: number
  version?: string
  bytes?: number
  count?: number
}

export interface ActivityView {
  /** The latest first. */
  entries: ActivityEntryView[]
  /** Whether there is more before the last. */
  more: boolean
}

/** Whether everything is paused; `since` is ISO 8601. */
export interface PauseView {
  since?: string
}

export type ApprovalAnswer = 'once' | 'run' | 'reject' | 'happened' | 'again' | 'skip'

/** Every method a face may call: input and output. The agent checks each input against a schema of its own. */
export interface Methods {
  'host.get': { input: Record<string, never>; output: HostView }
  'runs.start': {
    /** `channel` is where the goal came in: 'chat' unless said otherwise. */
    input: {
      goal: string
      conversationId?: string
      channel?: 'chat' | 'api' | 'voice'
      spoken?: SpokenView
      attachments?: AttachmentInput[]
    }
    output: { id: string; conversationId: string }
  }
  /** `from`: those that began then or later. */
  'runs.list': {
    input: { limit?: number; status?: RunStatus; query?: string; channel?: string; from?: string }
    output: RunSummary[]
  }
  'runs.get': { input: { id: string }; output: RunView }
  'runs.steps': { input: { id: string }; output: StepView[] }
  /** The run as it stood after the step with this number: the fold of its facts up to there. */
  'runs.at': { input: { id: string; seq: number }; output: RunView }
  /** What it wrote, as its evidence says. */
  'runs.artifacts': { input: { id: string }; output: ArtifactView[] }
  /** The start of a text that it wrote; `path` must be in its evidence. */
  'runs.artifact': { input: { id: string; path: string }; output: { text: string; whole: boolean } }
  /** What each model call of the run was shown, in order. */
  'runs.context': { input: { id: string }; output: ContextView[] }
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
    input: {
      id: string
      text: string
      interrupt?: boolean
      spoken?: SpokenView
      attachments?: AttachmentInput[]
    }
    output: { runId: string; steered: boolean }
  }
  /** What the operator attached, as it was read: a long text by its beginning. */
  'attachments.get': {
    input: { handle: string }
    output: { name: string; text: string; image?: { type: string; base64: string } }
  }
  'approvals.list': { input: { status?: 'pending' | 'answered' | 'withdrawn' }; output: ApprovalView[] }
  /** `answer` is an ApprovalAnswer, or for a question the answer's text. */
  'approvals.answer': {
    input: { id: string; answer: string; reason?: string; via?: AnsweredVia }
    output: ApprovalView
  }
  /** What is asked, with its arguments, and how it is allowed: to be spoken. */
  'approvals.explain': { input: { id: string }; output: { words: string } }
  /** A spoken answer to an approval. Only a clear one is taken; what became of it is said in `words`. */
  'approvals.say': {
    input: {
      id: string
      text: string
      language: string
      confidence: number
      words?: { confidence: number }[]
    }
    output: SpokenAnswerView
  }
  'schedules.list': { input: Record<string, never>; output: ScheduleView[] }
  'schedules.get': { input: { id: string }; output: ScheduleDetailView }
  /** Reads words such as "every weekday at 9"; nothing is made of them. */
  'schedules.read': { input: { when: string }; output: WhenView }
  /** A reminder of `text`, or a schedule that pursues it as a goal, as `when` says. */
  'schedules.create': { input: { when: string; text: string }; output: ScheduleView }
  'schedules.cancel': { input: { id: string }; output: ScheduleView }
  /** It fires nothing until it is resumed; what was missed meanwhile is not caught up. */
  'schedules.pause': { input: { id: string }; output: ScheduleView }
  'schedules.resume': { input: { id: string }; output: ScheduleView }
  /** Beside its times, paused or not. */
  'schedules.run': { input: { id: string }; output: { runId: string } }
  /** A reminder rings (again) so many minutes from now. */
  'schedules.snooze': { input: { id: string; minutes: number }; output: ScheduleView }
  /** With its history; its runs stay. */
  'schedules.delete': { input: { id: string }; output: { id: string } }
  'memory.list': {
    input: {
      limit?: number
      offset?: number
      kind?: MemoryKindName
      scope?: string
      thread?: string
      source?: string
      status?: 'proposed' | 'active'
      from?: string
      to?: string
      person?: string
    }
    output: MemoryView[]
  }
  'memory.search': {
    input: { q: string; k?: number; scope?: string; thread?: string; kind?: MemoryKindName }
    /** `known`: whether the best hit is good enough to answer by. */
    output: { hits: MemoryView[]; known: boolean; elapsedMs: number }
  }
  'memory.get': { input: { id: string }; output: MemoryDetailView }
  'memory.facets': { input: Record<string, never>; output: MemoryFacetsView }
  'memory.status': { input: Record<string, never>; output: MemoryStatusView }
  'memory.add': {
    input: { text: string; kind?: MemoryKindName; scope?: string; at?: string }
    output: MemoryView
  }
  /** The earlier text is kept as a version. */
  'memory.edit': { input: { id: string; text: string }; output: MemoryView }
  /** Only a rule, and none that untrusted content has a part in. */
  'memory.activate': { input: { id: string; active: boolean }; output: MemoryView }
  /** Rows in the order of writing, for export: those after the id `after`. */
  'memory.page': { input: { after?: string; limit?: number }; output: MemoryView[] }
  /**
   * A part of an import; without `importId` it begins one, `last` ends it; `firstLine` is the place of the first line.
   * `mine`: the operator says that they wrote it all; else it is taken for a text that anyone may have written.
   */
  'memory.import': {
    input: { importId?: string; firstLine?: number; lines: string[]; last?: boolean; mine?: boolean }
    output: MemoryImportView
  }
  'memory.imported': { input: { importId: string; wait?: boolean }; output: MemoryImportView }
  /** Copies all vectors to another store, compares the two, and takes that one into use. `report` says it in words. */
  'memory.move': {
    input: { kind: VectorStoreKind; url?: string; index?: string; secret?: string }
    output: { copied: number; skipped: number; compared: number; report: string }
  }
  /** Makes the indexes anew from the text. */
  'memory.reindex': { input: Record<string, never>; output: { rows: number } }
  'memory.forget': { input: { id: string }; output: { id: string } }
  /** Loads the speech model before somebody speaks; and tells whether speech leaves the machine. */
  'voice.warm': { input: Record<string, never>; output: { id: string; leavesMachine: boolean } }
  /** Begins to listen. What is heard comes as events; a recording that is left alone for five minutes is dropped. */
  'voice.begin': {
    /** Without `partials` (they are there unless refused) only the end costs work. */
    input: { language?: string; handsFree?: boolean; partials?: boolean }
    output: { id: string; sampleRate: number }
  }
  /** The next samples: mono, `sampleRate`, 16 bit little-endian, in base64. One call after the other. */
  'voice.push': { input: { id: string; pcm: string }; output: { id: string } }
  'voice.finish': { input: { id: string }; output: TranscriptView }
  'voice.cancel': { input: { id: string }; output: { id: string } }
  /** A spoken message was changed before it was sent. Answers with what has now been corrected the same way twice. */
  'voice.corrected': { input: { heard: string; sent: string }; output: { again: WordCorrection[] } }
  /** What is kept of what was spoken, and where. */
  'voice.recordings': { input: Record<string, never>; output: RecordingsView }
  'voice.deleteRecordings': { input: Record<string, never>; output: RecordingsView }
  'voice.models': { input: Record<string, never>; output: SpeechModelView[] }
  /** Begins, or goes on where it was paused; events tell how far it is. */
  'voice.download': { input: { name: string }; output: SpeechModelView }
  'voice.pauseDownload': { input: { name: string }; output: SpeechModelView }
  /** Also throws away what was downloaded of it so far. */
  'voice.removeModel': { input: { name: string }; output: SpeechModelView }
  /** add: always to be spelled so from now on; never: not to be asked about again. */
  'voice.learn': {
    input: WordCorrection & { answer: 'add' | 'never' }
    output: { vocabulary: string[] }
  }
  'tools.list': { input: Record<string, never>; output: ToolView[] }
  /** The operator has seen how tools of servers have changed, and knows them as they are now. */
  'tools.accept': { input: { names: string[] }; output: ToolView[] }
  /** What a tool of a server does, by the operator's word; without it, it is taken to execute. */
  'tools.classify': { input: { name: string; effect?: ToolView['effect'] }; output: ToolView[] }
  'connections.list': { input: Record<string, never>; output: ConnectionView[] }
  /** `was`: the name it had before; without it, it is a new one. */
  'connections.save': {
    input: { name: string; was?: string; server: ServerDraft }
    output: ConnectionView
  }
  'connections.switch': { input: { name: string; on: boolean }; output: ConnectionView }
  'connections.remove': { input: { name: string }; output: ConnectionView[] }
  /** Connects anew, at once. */
  'connections.restart': { input: { name: string }; output: ConnectionView }
  /** Connects for a moment: to a server as it is drafted, or as it is. */
  'connections.test': { input: { name: string; server?: ServerDraft }; output: ConnectionTest }
  /** Files of other programs that are there. */
  'connections.sources': { input: Record<string, never>; output: { client: McpClientName; file: string }[] }
  'connections.preview': { input: ImportSource; output: { file: string; servers: ImportCandidateView[] } }
  'connections.import': { input: ImportSource & { names: string[] }; output: ConnectionView[] }
  'settings.get': { input: Record<string, never>; output: SettingsView }
  'settings.change': { input: SettingsChange; output: SettingsView }
  /** Why a value of a setting, by its path in config.json, would be refused there, in the same words. */
  'settings.check': {
    input: { path: string; value: string | number | boolean | string[] }
    output: { problem?: string }
  }
  /** Removes a setting, or all, from config.json, so that its default holds. Secrets stay. */
  'settings.reset': { input: { path?: string }; output: SettingsView }
  'settings.testModel': { input: SettingsChange['model'] & object; output: ModelTest }
  /** Folders of the operator's home that exist and that people keep their own things in. */
  'welcome.folders': { input: Record<string, never>; output: { folders: string[] } }
  /** The model servers that run on this machine at their usual ports. */
  'welcome.models': { input: Record<string, never>; output: { servers: ModelServerView[] } }
  /** The latest lines of `level` and above. With the `mark` of a view before as `since`, only what is new is worth reading. */
  'diagnostics.log': {
    input: { level?: LogLevelName; part?: string; words?: string; limit?: number; since?: string }
    output: LogView
  }
  /** What happened from one time until another one, both included. */
  'activity.list': {
    input: { kinds?: ActivityKind[]; from?: string; until?: string; limit?: number }
    output: ActivityView
  }
  'diagnostics.metrics': { input: { span: MetricSpan }; output: MetricsView }
  /** Those that hold now. */
  'diagnostics.alerts': { input: Record<string, never>; output: AlertView[] }
  /** The numbers of this process in the text format of Prometheus. */
  'diagnostics.prometheus': { input: Record<string, never>; output: { text: string } }
  'diagnostics.health': { input: Record<string, never>; output: HealthView }
  /** All that helps to find a fault, without contents, secrets, names and paths; to be read before it is given away. */
  'diagnostics.bundle': { input: Record<string, never>; output: BundleView }
  'diagnostics.backups': { input: Record<string, never>; output: BackupsView }
  /** Makes a backup now. */
  'diagnostics.backUp': { input: Record<string, never>; output: BackupsView }
  'pause.get': { input: Record<string, never>; output: PauseView }
  /** No run makes another step until the pause ends; what is under way comes to its end. It outlasts a restart. */
  'pause.begin': { input: Record<string, never>; output: PauseView }
  'pause.end': { input: Record<string, never>; output: PauseView }
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
  'runs.at',
  'runs.artifacts',
  'runs.artifact',
  'runs.context',
  'runs.verify',
  'runs.cancel',
  'runs.retry',
  'conversations.list',
  'conversations.get',
  'conversations.rename',
  'conversations.delete',
  'conversations.send',
  'attachments.get',
  'approvals.list',
  'approvals.answer',
  'approvals.explain',
  'approvals.say',
  'schedules.list',
  'schedules.get',
  'schedules.read',
  'schedules.create',
  'schedules.cancel',
  'schedules.pause',
  'schedules.resume',
  'schedules.run',
  'schedules.snooze',
  'schedules.delete',
  'memory.list',
  'memory.search',
  'memory.get',
  'memory.facets',
  'memory.status',
  'memory.add',
  'memory.edit',
  'memory.activate',
  'memory.page',
  'memory.import',
  'memory.imported',
  'memory.move',
  'memory.reindex',
  'memory.forget',
  'voice.warm',
  'voice.begin',
  'voice.push',
  'voice.finish',
  'voice.cancel',
  'voice.corrected',
  'voice.learn',
  'voice.recordings',
  'voice.deleteRecordings',
  'voice.models',
  'voice.download',
  'voice.pauseDownload',
  'voice.removeModel',
  'tools.list',
  'tools.accept',
  'tools.classify',
  'connections.list',
  'connections.save',
  'connections.switch',
  'connections.remove',
  'connections.restart',
  'connections.test',
  'connections.sources',
  'connections.preview',
  'connections.import',
  'settings.get',
  'settings.change',
  'settings.check',
  'settings.reset',
  'settings.testModel',
  'welcome.folders',
  'welcome.models',
  'activity.list',
  'diagnostics.log',
  'diagnostics.metrics',
  'diagnostics.alerts',
  'diagnostics.prometheus',
  'diagnostics.health',
  'diagnostics.bundle',
  'diagnostics.backups',
  'diagnostics.backUp',
  'pause.get',
  'pause.begin',
  'pause.end',
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
  | { type: 'schedule.deleted'; id: string }
  | { type: 'reminder.due'; schedule: ScheduleView; dueAt: string; missed: boolean }
  /** A row, or (without an id) many of them. */
  | { type: 'memory.changed'; id?: string }
  | { type: 'memory.import'; import: MemoryImportView }
  /** Of a recording: text that stays, and text after it that may still change. */
  | { type: 'voice.partial'; id: string; settled: string; open: string }
  | { type: 'voice.speech'; id: string; speaking: boolean }
  | { type: 'voice.model'; model: SpeechModelView }
  /** A recording without a key is over: the face ends it. */
  | { type: 'voice.end'; id: string; why: 'silence' | 'nothing-said' }
  | { type: 'settings.changed'; settings: SettingsView }
  /** Tools or servers are others now, or stand otherwise. */
  | { type: 'tools.changed' }
  | { type: 'pause.changed'; pause: PauseView }
  /** A limit is exceeded, or (with `endedAt`) no longer. */
  | { type: 'alert.changed'; alert: AlertView }
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

/** A model that can understand speech on this computer. */
export interface SpeechModelView {
  name: string
  label: string
  /** In millions. */
  parameters: number
  /** Of the whole download, about. */
  sizeBytes: number
  /** How well and how fast it hears, in words. */
  quality: string
  /** Wrong words of a hundred in published tests of English; absent where nobody published it. */
  wrongInEnglish?: number
  languages: 'many' | 'english'
  /** Whether its files are Adjutant's own to remove. */
  removable: boolean
  /** 'bundled' comes along; 'queued' waits for another download to end. */
  state: 'bundled' | 'ready' | 'absent' | 'queued' | 'downloading' | 'paused' | 'failed'
  /** What is here of a download that is not complete. */
  doneBytes?: number
  /** Absent until the hub has told it. */
  totalBytes?: number
  problem?: { message: string; fix?: string }
}

export interface RecordingsView {
  count: number
  bytes: number
  folder: string
}

/** Words that were heard, and what the operator meant. */
export interface WordCorrection {
  heard: string
  meant: string
}

/** How a key that is heard while another program has the focus can be used on this desktop. */
export interface GlobalKeyView {
  /** The chord that is heard; as in the settings where none is. Absent where none is chosen. */
  chord?: string
  /** hold: until it comes up; press: it acts when it goes down; none: it is not heard. */
  how: 'hold' | 'press' | 'none'
  /** Why it is another one, or cannot be held, or not be heard, and what can be done instead. */
  why?: string
}

/** down and up of a key that is held, escape while it is; press begins or ends, as `--talk` does. */
export type TalkSignal = 'down' | 'up' | 'escape' | 'press'

/** How it stands with newer versions of the desktop app. `version`: of what runs, or of what is offered. */
export type UpdateView =
  /** `keyed`: whether this build could check a feed at all. */
  | { state: 'off'; version: string; keyed: boolean }
  | { state: 'idle' | 'checking'; version: string }
  | { state: 'current'; version: string; checkedAt: string }
  | { state: 'offered'; version: string; notes: string; bytes: number }
  | { state: 'downloading'; version: string; done: number; bytes: number }
  /** `command`: what installs it in a terminal. */
  | { state: 'ready'; version: string; file: string; how: 'installer' | 'file'; command?: string }
  | { state: 'failed'; version: string; message: string; fix?: string }

/** A place in the main window: a pane, and what is shown in it. */
export interface OpenPlace {
  pane: string
  /** Of a conversation in the chat, of a run, of a row of memory. */
  id?: string
  /** Its card has the focus then. */
  approvalId?: string
  /** Words for the message box, where nothing is in it; they are never sent by this. */
  draft?: string
}

/** What the desktop does for its own windows, beside what the agent does: input and output. */
export interface DesktopMethods {
  /** From now on this page hears messages, those kept for it first. */
  listen: { input: Record<string, never>; output: null }
  /** Whether this page's microphone is open: the tray shows it. */
  microphone: { input: { open: boolean }; output: null }
  /** Hides the quick window and gives the focus back to the program that had it. */
  'quick.hide': { input: Record<string, never>; output: null }
  /** How tall the quick window's content is, in px. */
  'quick.fit': { input: { height: number }; output: null }
  /** Shows a place in the main window, in front of all others. */
  'window.open': { input: OpenPlace; output: null }
  /** Opens what a run wrote with its program, or shows it in its folder; its evidence must name it. */
  'artifact.open': { input: { runId: string; path: string; how: 'open' | 'reveal' }; output: null }
  /** Asks the feed for a newer version; what comes of it is told. */
  'updates.check': { input: Record<string, never>; output: null }
  'updates.download': { input: Record<string, never>; output: null }
  'updates.cancel': { input: Record<string, never>; output: null }
  /** Brings the operator to what was downloaded: its installer is opened, or its file shown. */
  'updates.show': { input: Record<string, never>; output: null }
  /** How notifications are shown here: with buttons, without, or not at all. */
  'notices.how': { input: Record<string, never>; output: { how: 'buttons' | 'plain' | 'none' } }
  /** Ends the application in order and starts it again, in safe mode or not. */
  'app.restart': { input: { safe: boolean }; output: null }
  /**
   * Text that the operator has copied, or on Linux has marked in any program: its first 200 000 characters. The quick
   * window alone may ask, while it has the focus.
   */
  'clipboard.read': { input: { from: 'clipboard' | 'selection' }; output: { text: string } }
  /** The folder that the operator chooses in the system's own dialog; none where they cancel. */
  'folder.choose': { input: Record<string, never>; output: { path?: string } }
}
export type DesktopMethodName = keyof DesktopMethods
export type DesktopResult<Name extends DesktopMethodName> =
  | { ok: true; value: DesktopMethods[Name]['output'] }
  | { ok: false; error: CallFailure }

/** What the desktop tells a window of its own. */
export type DesktopMessage =
  | { type: 'open'; place: OpenPlace }
  /** Why something that came from outside was not done: a text of the interface. */
  | { type: 'refused'; why: string }
  | { type: 'talk'; signal: TalkSignal }
  /** How the keys that are heard while another program has the focus can be used here. */
  | { type: 'talk-key'; key: GlobalKeyView }
  | { type: 'quick-key'; key: GlobalKeyView }
  | { type: 'update'; update: UpdateView }
  /** The quick window is seen; `beside`: while the focus stays where it is. */
  | { type: 'quick-shown'; beside: boolean }

export const DESKTOP_CHANNEL = 'adjutant:desktop'
export const DESKTOP_MESSAGE_CHANNEL = 'adjutant:desktop-message'

/** What the preload script puts on `window.adjutant`. */
export interface AdjutantBridge {
  call<Name extends MethodName>(method: Name, input: Methods[Name]['input']): Promise<CallResult<Name>>
  /** Returns the function that ends it. */
  onEvent(listener: (event: AgentEvent) => void): () => void
  desktop<Name extends DesktopMethodName>(
    method: Name,
    input: DesktopMethods[Name]['input'],
  ): Promise<DesktopResult<Name>>
  /** One listener at a time. Returns the function that ends it. */
  onDesktop(listener: (message: DesktopMessage) => void): () => void
}

/**
 * The same over HTTP, for a browser: `POST /api/call/:method` with the input as JSON body answers a CallResult;
 * `GET /api/events` sends AgentEvents as server-sent events with increasing ids.
 */
export const CALL_PATH = '/api/call/'
export const EVENTS_PATH = '/api/events'

import type { RemindersPort } from '../ingestion/reminders.ts'
import type { MemoryPort } from '../memory/memory.ts'
import type { Clock, NewId } from '../vocabulary/clock.ts'
import type { Labels } from '../vocabulary/labels.ts'
import type { BrowserPort } from './browser/browser.ts'
import type { FilesPort } from './files/files.ts'
import type { WebPort } from './web/web.ts'

/** What is going on and can be stopped, for the tools that show and cancel it. */
export interface RunsPort {
  /** `labels` are the goal's, where it is not the operator's own. */
  list(): Promise<readonly { id: string; goal: string; status: string; createdAt: string; labels?: Labels }[]>
  cancel(runId: string): Promise<void>
}

/** All that tools may be given; each names what it needs. */
export interface ToolPorts {
  readonly files: FilesPort
  readonly web: WebPort
  readonly browser: BrowserPort
  readonly memory: MemoryPort
  readonly reminders: RemindersPort
  readonly runs: RunsPort
  readonly clock: Clock
  readonly newId: NewId
  /** The operator's time zone (IANA name) and home directory. */
  readonly place: { readonly timeZone: string; readonly home: string }
}

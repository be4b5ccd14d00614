import type { RemindersPort } from '../ingestion/reminders.ts'
import type { MemoryPort } from '../memory/memory.ts'
import type { Clock, NewId } from '../vocabulary/clock.ts'
import type { Labels } from '../vocabulary/labels.ts'
import type { Principal } from '../vocabulary/principal.ts'
import type { BrowserPort } from './browser/browser.ts'
import type { FilesPort } from './files/files.ts'
import type { WebPort } from './web/web.ts'

/** What is going on and can be stopped, for the tools that show and cancel it. */
export interface RunsPort {
  /** `labels` are the goal's, where it is not the operator's own. */
  list(): Promise<readonly { id: string; goal: string; status: string; createdAt: string; labels?: Labels }[]>
  cancel(runId: string): Promise<void>
}

/** Memory as tools use it. */
export interface ToolMemoryPort extends Pick<MemoryPort, 'remember' | 'recall' | 'list' | 'get'> {
  /** Takes a row away, here and in the journal. Whether there was one. `runId` is the run that asks. */
  forget(principal: Principal, id: string, runId: string): Promise<boolean>
}

/** Results of earlier calls, as the journal keeps them. */
export interface ResultsPort {
  /** The whole text, by the effect's id: of the same run or of an earlier one of its conversation. */
  read(runId: string, handle: string): Promise<{ readonly text: string; readonly labels: Labels } | undefined>
}

/** All that tools may be given; each names what it needs. */
export interface ToolPorts {
  readonly files: FilesPort
  readonly web: WebPort
  readonly browser: BrowserPort
  readonly memory: ToolMemoryPort
  readonly reminders: RemindersPort
  readonly runs: RunsPort
  readonly results: ResultsPort
  readonly clock: Clock
  readonly newId: NewId
  /** The operator's time zone (IANA name) and home directory. */
  readonly place: { readonly timeZone: string; readonly home: string }
}
